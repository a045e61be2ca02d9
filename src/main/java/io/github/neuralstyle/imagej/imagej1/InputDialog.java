package io.github.neuralstyle.imagej.imagej1;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import io.github.neuralstyle.util.Range;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scijava.module.ModuleItem;

/** Asks for the inputs of a command in a dialog of ImageJ 1. */
public final class InputDialog {

    private static final String NONE = "(none)";

    /** Characters in a line of a message, as ImageJ breaks no lines. */
    private static final int LINE = 80;

    private final Inputs inputs;
    private final GenericDialog dialog;

    private InputDialog(String title, Inputs inputs) {
        this.inputs = inputs;
        dialog = new GenericDialog(title);
    }

    /**
     * The texts of the inputs by their names, as {@link Inputs#values} takes them, or null if the dialog was cancelled.
     * Nothing is recorded, as the dialog would record its labels instead of the names.
     *
     * @throws IllegalArgumentException if there is no display, or no image to choose
     */
    public static Map<String, String> ask(String title, Inputs inputs) {
        if (GraphicsEnvironment.isHeadless())
            throw new IllegalArgumentException("There is no display for a dialog; give the options.");
        if (WindowManager.getImageCount() == 0
                && inputs.items().stream().anyMatch(i -> Inputs.isImage(i) && i.isRequired()))
            throw new IllegalArgumentException(Inputs.NO_IMAGE);
        boolean record = Recorder.record;
        Recorder.record = false;
        try {
            InputDialog asking = new InputDialog(title, inputs);
            inputs.shown().forEach(asking::add);
            asking.dialog.showDialog();
            return asking.dialog.wasCanceled() ? null : asking.texts();
        } finally {
            Recorder.record = record;
        }
    }

    private void add(ModuleItem<?> item) {
        Object initial = inputs.initial(item);
        if (Inputs.isMessage(item)) {
            addMessage(item.getLabel(), Objects.toString(initial, ""));
            return;
        }
        String label = item.getLabel(), style = Objects.toString(item.getWidgetStyle(), "");
        Object min = item.getMinimumValue(), max = item.getMaximumValue();
        if (Inputs.isImage(item))
            dialog.addChoice(
                    label,
                    names(item),
                    initial instanceof ImagePlus image ? name(image) : item.isRequired() ? other() : null);
        else if (!choices(item).isEmpty())
            dialog.addChoice(label, choices(item).toArray(String[]::new), Objects.toString(initial, null));
        else if (initial instanceof Boolean ticked) dialog.addCheckbox(label, ticked);
        else if (initial instanceof Number number && style.contains("slider") && min != null && max != null)
            dialog.addSlider(
                    label,
                    ((Number) min).doubleValue(),
                    ((Number) max).doubleValue(),
                    number.doubleValue(),
                    item.getStepSize() == null ? 1 : item.getStepSize().doubleValue());
        else if (initial instanceof Number number)
            dialog.addNumericField(label, number.doubleValue(), decimals(number), 8, "");
        else if (style.contains("directory")) dialog.addDirectoryField(label, Objects.toString(initial, ""));
        else if (style.contains("open") || style.contains("save"))
            dialog.addFileField(label, Objects.toString(initial, ""));
        else dialog.addStringField(label, Objects.toString(initial, ""), 16);
    }

    private void addMessage(String label, String message) {
        if (!message.isBlank()) dialog.addMessage(wrap(label + ": " + plain(message), LINE));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ModuleItem<?> item : inputs.items()) {
            String text = text(item);
            if (!(Inputs.isImage(item) && text.equals(NONE))) texts.put(item.getName(), text);
        }
        return texts;
    }

    private String text(ModuleItem<?> item) {
        Object initial = inputs.initial(item);
        if (Inputs.isImage(item) || !choices(item).isEmpty()) return dialog.getNextChoice();
        if (initial instanceof Boolean) return String.valueOf(dialog.getNextBoolean());
        return initial instanceof Number ? Range.text(dialog.getNextNumber()) : dialog.getNextString();
    }

    private static String[] names(ModuleItem<?> item) {
        List<String> names = new ArrayList<>();
        if (!item.isRequired()) names.add(NONE);
        for (ImagePlus image : OpenImages.all()) names.add(name(image));
        return names.toArray(String[]::new);
    }

    /** The title, after the id where others have the same. */
    private static String name(ImagePlus image) {
        String name = OpenImages.name(image);
        return name.equals(image.getTitle()) ? name : name + " " + image.getTitle();
    }

    /** An image that is not the active one; null, for the first choice, if there is none. */
    private static String other() {
        return OpenImages.all().stream()
                .filter(image -> image != WindowManager.getCurrentImage())
                .map(InputDialog::name)
                .findFirst()
                .orElse(null);
    }

    private static List<String> choices(ModuleItem<?> item) {
        return item.getChoices() == null
                ? List.of()
                : item.getChoices().stream().map(String::valueOf).toList();
    }

    private static int decimals(Number number) {
        return number instanceof Integer ? 0 : 2;
    }

    /** A text for labels without HTML: one that begins as HTML keeps its line breaks and loses its tags. */
    static String plain(String label) {
        return !label.startsWith("<html>")
                ? label
                : label.replaceAll("<br */?>", "\n")
                        .replaceAll("<[^<>]+>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .strip();
    }

    /** Breaks lines at spaces, where there are any, to at most so many characters. */
    static String wrap(String text, int characters) {
        return text.replaceAll("(?m)(.{1," + characters + "})(?: +|$)\\n?", "$1\n")
                .strip();
    }
}
