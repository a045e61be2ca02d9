package io.github.neuralstyle.imagej.dialog;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import io.github.neuralstyle.imagej.imagej1.ImagePlusPixels;
import io.github.neuralstyle.imagej.imagej1.Inputs;
import java.awt.Color;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import org.scijava.Contextual;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.widget.Button;

/**
 * Asks for the inputs of a command. Inputs from the one of the style {@link #FOLD} on are folded away until they are wanted.
 * What is wrong is said within the dialog, which stays open.
 */
public final class InputDialog {

    /** The widget style of the first input that is hidden until a button is pressed; those after it are hidden, too. */
    public static final String FOLD = "fold";

    private final Module module;
    private final Inputs inputs;
    private final Map<ModuleItem<?>, InputField> fields = new LinkedHashMap<>();
    private final Map<ModuleItem<?>, JLabel> messages = new LinkedHashMap<>();
    private final JLabel error = new JLabel(" ");
    private final JDialog dialog;
    private PreviewWindow preview;
    private Map<String, Object> values;

    private InputDialog(String title, Module module, Inputs inputs) {
        this.module = module;
        this.inputs = inputs;
        dialog = new JDialog(IJ.getInstance(), title, Dialog.ModalityType.APPLICATION_MODAL);
        dialog.setName(title);
    }

    /**
     * The values of the inputs by their names, as {@link Inputs#values} gives them, or null if the dialog was cancelled.
     *
     * @throws IllegalArgumentException if there is no display, or no image to choose
     */
    public static Map<String, Object> ask(String title, Module module, Inputs inputs) {
        if (GraphicsEnvironment.isHeadless())
            throw new IllegalArgumentException("There is no display for a dialog; give the options.");
        inputs.checkImages();
        boolean record = Recorder.record;
        Recorder.record = false; // as ImageJ would record the choice of a file
        try {
            InputDialog asking = new InputDialog(title, module, inputs);
            if (EventQueue.isDispatchThread()) asking.show();
            else EventQueue.invokeAndWait(asking::show);
            return asking.values;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } finally {
            Recorder.record = record;
        }
    }

    private void show() {
        DialogLayout layout = new DialogLayout(dialog);
        for (ModuleItem<?> item : inputs.shown()) {
            if (Inputs.isMessage(item)) addMessage(layout, item);
            else addField(layout, item);
        }
        for (ModuleItem<?> item : module.getInfo().inputs())
            if (Button.class.isAssignableFrom(item.getType()))
                layout.button(item.getName(), item.getLabel(), item.getDescription(), () -> call(item));
        if (module.getDelegateObject() instanceof PreviewedInputs) {
            preview = new PreviewWindow(dialog, this::preview);
            layout.beside(preview.box());
        }
        layout.button("help", "Help", "What this command does.", this::help);
        error.setName("error");
        error.setForeground(new Color(0xb00020));
        layout.message(error);
        JButton cancel = layout.end("cancel", "Cancel", dialog::dispose), ok = layout.end("ok", "OK", this::accept);
        dialog.getRootPane().setDefaultButton(ok);
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> cancel.doClick(0),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        for (ModuleItem<?> item : fields.keySet()) if (Inputs.isImage(item)) tell(item);
        for (ModuleItem<?> item : messages.keySet()) initialize(item);
        refresh(null);
        layout.open();
    }

    private void help() {
        if (module.getDelegateObject() instanceof Contextual command)
            HelpWindow.show(command.context(), dialog.getTitle());
    }

    private void addMessage(DialogLayout layout, ModuleItem<?> item) {
        JLabel label = new JLabel();
        label.setName(item.getName());
        messages.put(item, label);
        layout.message(label);
    }

    private void addField(DialogLayout layout, ModuleItem<?> item) {
        Runnable changed = () -> changed(item);
        InputField field = Inputs.isImage(item)
                ? ImageField.of(item, Inputs.isStyle(item), changed)
                : InputField.of(item, inputs.initial(item), changed);
        fields.put(item, field);
        if (FOLD.equals(item.getWidgetStyle())) layout.fold("More settings", "The defaults suit most images.");
        layout.field(item.getLabel(), item.getDescription(), field.component());
    }

    private void changed(ModuleItem<?> item) {
        if (tell(item)) call(item);
    }

    /** Gives an input to the command, for its forecast. Returns false if its text is wrong, which is then shown. */
    private boolean tell(ModuleItem<?> item) {
        if (Inputs.isImage(item) && item.getCallback() == null) return true;
        try {
            Object value = inputs.value(item, fields.get(item).text().get());
            module.setInput(item.getName(), value instanceof ImagePlus image ? ImagePlusPixels.of(image) : value);
            say(null);
            return true;
        } catch (IllegalArgumentException e) {
            say(e.getMessage());
            return false;
        }
    }

    private void initialize(ModuleItem<?> item) {
        try {
            item.initialize(module);
        } catch (MethodCallException e) {
            throw new IllegalStateException(e);
        }
    }

    private void call(ModuleItem<?> item) {
        try {
            item.callback(module);
        } catch (MethodCallException e) {
            throw new IllegalStateException(e);
        }
        refresh(item);
        if (preview != null) preview.update();
    }

    /** What a command of its own, with the inputs as they are, shows of its result. */
    private LatestWork.Work preview() {
        Map<String, String> texts = texts();
        return pictures -> {
            Module copy = ((Contextual) module.getDelegateObject())
                    .context()
                    .service(ModuleService.class)
                    .createModule(module.getInfo());
            Map<String, Object> given = inputs.values(texts);
            fields.keySet().forEach(item -> set(copy, item, given));
            ((PreviewedInputs) copy.getDelegateObject()).preview(pictures);
        };
    }

    private static void set(Module module, ModuleItem<?> item, Map<String, Object> given) {
        Object value = given.get(item.getName());
        module.setInput(item.getName(), value instanceof ImagePlus image ? ImagePlusPixels.of(image) : value);
    }

    /** Shows what the command has set. @param changed what the user is changing; null for nothing */
    private void refresh(ModuleItem<?> changed) {
        fields.forEach((item, field) -> {
            if (item != changed && !Inputs.isImage(item))
                field.set().accept(InputField.text(module.getInput(item.getName())));
        });
        messages.forEach(
                (item, label) -> DialogLayout.setText(label, Objects.toString(module.getInput(item.getName()), "")));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((item, field) -> {
            String text = field.text().get();
            if (!(Inputs.isImage(item) && text.isEmpty())) texts.put(item.getName(), text);
        });
        return texts;
    }

    private void accept() {
        Map<String, String> texts = texts();
        try {
            for (ModuleItem<?> item : fields.keySet())
                if (item.getType() == File.class
                        && item.isRequired()
                        && texts.get(item.getName()).isBlank())
                    throw new IllegalArgumentException(item.getLabel() + " is empty; choose a "
                            + ("directory".equals(item.getWidgetStyle()) ? "folder." : "file."));
            Map<String, Object> given = inputs.values(texts);
            check(given);
            values = given;
            dialog.dispose();
        } catch (IllegalArgumentException | IOException e) {
            say(e.getMessage());
        }
    }

    private void check(Map<String, Object> given) throws IOException {
        if (!(module.getDelegateObject() instanceof CheckedInputs command)) return;
        for (ModuleItem<?> item : fields.keySet()) set(module, item, given);
        command.checkInputs();
    }

    /** @param wrong null for nothing */
    private void say(String wrong) {
        DialogLayout.setText(error, Objects.toString(wrong, ""));
    }
}
