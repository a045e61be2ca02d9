package io.github.neuralstyle.imagej.dialog;

import ij.io.DirectoryChooser;
import ij.io.OpenDialog;
import io.github.neuralstyle.Options;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.util.Range;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.scijava.module.ModuleItem;

/**
 * What an input is given with in a dialog. It has the name of the input.
 *
 * @param component the whole of it
 * @param text what it says now, as a macro would
 * @param set shows another text, without telling of a change
 */
record InputField(JComponent component, Supplier<String> text, Consumer<String> set) {

    /** Columns of a text field. */
    private static final int NUMBER = 6, TEXT = 16;

    /** Of any input that is no image. @param changed told of each change by the user */
    static InputField of(ModuleItem<?> item, Object initial, Runnable changed) {
        Quiet quiet = new Quiet(changed);
        String style = Objects.toString(item.getWidgetStyle(), "");
        List<String> choices = item.getChoices() == null
                ? List.of()
                : item.getChoices().stream().map(String::valueOf).toList();
        InputField field;
        if (!choices.isEmpty()) field = choice(choices, false, quiet);
        else if (item.getName().equals(Options.MODEL.parameter()))
            field = choice(new ModelStore().names(), true, quiet);
        else if (initial instanceof Boolean) field = box(quiet);
        else if (initial instanceof Number && style.contains("slider")) field = slider(item, quiet);
        else if (style.contains("directory") || style.contains("open"))
            field = file(item.getLabel(), style.contains("directory"), quiet);
        else field = text(initial instanceof Number ? NUMBER : TEXT, quiet);
        field.set.accept(text(initial));
        return field.named(item);
    }

    InputField named(ModuleItem<?> item) {
        component.setName(item.getName());
        component.setToolTipText(item.getDescription());
        return new InputField(component, text, value -> {
            if (!value.equals(text.get())) set.accept(value);
        });
    }

    /** A value as a text; "" for null. */
    static String text(Object value) {
        return value instanceof Number number ? Range.text(number.doubleValue()) : Objects.toString(value, "");
    }

    private static InputField choice(List<String> choices, boolean editable, Quiet changed) {
        JComboBox<String> box = new JComboBox<>(choices.toArray(String[]::new));
        box.setEditable(editable);
        box.addActionListener(event -> changed.run());
        return new InputField(
                box, () -> Objects.toString(box.getSelectedItem(), ""), changed.setter(box::setSelectedItem));
    }

    private static InputField box(Quiet changed) {
        JCheckBox box = new JCheckBox();
        box.addActionListener(event -> changed.run());
        return new InputField(
                box,
                () -> String.valueOf(box.isSelected()),
                changed.setter(value -> box.setSelected(Boolean.parseBoolean(value))));
    }

    private static InputField text(int columns, Quiet changed) {
        JTextField field = new JTextField(columns);
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {}
        });
        return new InputField(field, field::getText, changed.setter(field::setText));
    }

    /** The number beside a slider is what counts, so that it may be finer than the slider's steps. */
    private static InputField slider(ModuleItem<?> item, Quiet changed) {
        double least = ((Number) item.getMinimumValue()).doubleValue(),
                most = ((Number) item.getMaximumValue()).doubleValue(),
                step = item.getStepSize().doubleValue();
        JSlider slider = new JSlider(0, (int) Math.round((most - least) / step));
        InputField number = text(NUMBER - 2, new Quiet(() -> {}));
        JPanel both = new JPanel(new BorderLayout(4, 0));
        both.add(slider, BorderLayout.CENTER);
        both.add(number.component, BorderLayout.EAST);
        Quiet moved = new Quiet(() -> {
            number.set.accept(Range.text(Math.round((least + step * slider.getValue()) * 1e6) / 1e6));
            changed.run();
        });
        slider.addChangeListener(event -> moved.run());
        Consumer<String> move = moved.setter(value -> {
            try {
                slider.setValue((int) Math.round((Double.parseDouble(value) - least) / step));
            } catch (NumberFormatException e) {
                slider.setValue(slider.getValue());
            }
        });
        ((JTextField) number.component).addCaretListener(event -> move.accept(number.text.get()));
        return new InputField(both, number.text, changed.setter(value -> {
            number.set.accept(value);
            move.accept(value);
        }));
    }

    private static InputField file(String label, boolean folder, Quiet changed) {
        InputField path = text(TEXT, changed);
        JButton browse = new JButton("Browse...");
        JPanel both = new JPanel(new BorderLayout(4, 0));
        both.add(path.component, BorderLayout.CENTER);
        both.add(browse, BorderLayout.EAST);
        browse.addActionListener(event -> {
            String chosen = folder ? new DirectoryChooser(label).getDirectory() : chooseFile(label);
            if (chosen != null) ((JTextField) path.component).setText(chosen);
        });
        return new InputField(both, path.text, path.set);
    }

    /** Asks for a file as ImageJ does. Returns its path, or null if none was chosen. */
    static String chooseFile(String title) {
        return new OpenDialog(title, null).getPath();
    }

    /** Keeps what the program sets from being taken for the user's doing. */
    static final class Quiet implements Runnable {

        private final Runnable changed;
        private boolean quiet;

        Quiet(Runnable changed) {
            this.changed = changed;
        }

        Consumer<String> setter(Consumer<String> set) {
            return value -> {
                quiet = true;
                try {
                    set.accept(value);
                } finally {
                    quiet = false;
                }
            };
        }

        @Override
        public void run() {
            if (!quiet) changed.run();
        }
    }
}
