package io.github.neuralstyle.imagej.dialog;

import ij.ImagePlus;
import io.github.neuralstyle.image.SampleStyles;
import io.github.neuralstyle.imagej.dialog.InputField.Quiet;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import org.scijava.module.ModuleItem;

/**
 * The choice of an image: of those that are open and, for styles, of the samples and of files in one list. Its text is what a
 * macro would say, "" for none.
 */
final class ImageField {

    private static final String NONE = "(none)", FILE = "From a file...";

    /** @param text for macros; null for a file that is still to be chosen */
    private record Entry(String text, String label) {

        @Override
        public String toString() {
            return label;
        }
    }

    private final JComboBox<Entry> box = new JComboBox<>();
    private final String label;
    private final Runnable changed;
    private Entry chosen;

    private ImageField(String label, Runnable changed) {
        this.label = label;
        this.changed = changed;
    }

    /**
     * Chooses the active image for an input that is filled with it, for another the first that can be its style.
     *
     * @param styles whether samples and files may be chosen, too
     */
    static InputField of(ModuleItem<?> item, boolean styles, Runnable changed) {
        ImageField field = new ImageField(item.getLabel(), changed);
        ImagePlus active = OpenImages.active();
        List<Entry> entries = new ArrayList<>();
        if (!item.isRequired()) entries.add(new Entry("", NONE));
        Entry first = null;
        for (ImagePlus image : OpenImages.all()) {
            Entry entry = entry(image);
            entries.add(entry);
            if (first == null && (image == active) == item.isAutoFill()) first = entry;
        }
        if (styles) {
            for (String name : SampleStyles.names()) {
                Entry sample = new Entry(SampleStyles.PREFIX + name, "Sample: " + SampleStyles.title(name));
                entries.add(sample);
                if (first == null && item.isRequired()) first = sample;
            }
            entries.add(new Entry(null, FILE));
        }
        for (Entry entry : entries) field.box.addItem(entry);
        field.chosen = first == null || !item.isRequired() && !styles ? entries.get(0) : first;
        field.box.setSelectedItem(field.chosen);
        Quiet quiet = new Quiet(field::choose);
        field.box.addActionListener(event -> quiet.run());
        return new InputField(field.box, () -> field.chosen.text, quiet.setter(text -> {})).named(item);
    }

    /** The title, after the id where others have the same. */
    private static Entry entry(ImagePlus image) {
        String name = OpenImages.name(image);
        return new Entry(name, name.equals(image.getTitle()) ? name : name + " " + image.getTitle());
    }

    private void choose() {
        Entry now = (Entry) box.getSelectedItem();
        if (now.text == null) {
            String path = InputField.chooseFile(label);
            if (path == null) {
                box.setSelectedItem(chosen);
                return;
            }
            now = new Entry(path, new File(path).getName());
            box.insertItemAt(now, box.getItemCount() - 1);
            chosen = now;
            box.setSelectedItem(now);
            box.setToolTipText(path);
        }
        chosen = now;
        changed.run();
    }
}
