package io.github.neuralstyle.batch;

import com.google.gson.GsonBuilder;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.Outcome.Status;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.util.Folders;
import io.github.neuralstyle.util.OutputFile;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Variants of the images of a training set in the looks of styles, beside their labels; their manifest as CSV and JSON, and a
 * contact sheet.
 *
 * @param variants of each image
 * @param strength the range to draw strengths from, as 0.2..0.4
 * @param drop variants that keep a smaller part of their edges on the borders of labels are left out; 0 for none
 * @param settings of all variants, except for size, strength and seed
 */
public record Augmentation(int variants, String strength, long seed, double drop, Settings settings) {

    public static final Range VARIANTS = new Range("variants", 1, 1000, 4), DROP = new Range("drop", 0, 1, 0);

    public static final String STRENGTH = "0.2..0.4";

    public static final Preset PRESET = Preset.DRAFT;

    static final String JSON = "manifest.json", SHEET = "contact-sheet.png";

    /** What became of the variants; {@code dropped} are among those done or skipped. */
    public record Summary(BatchTransfer.Summary work, long dropped) {}

    public Augmentation {
        VARIANTS.check(variants);
        DROP.check(drop);
        Variants.strengths(strength);
    }

    /**
     * The variants to make.
     *
     * @param images the folder of the images
     * @param labels the folder of the label images; null to look for it
     * @param styles the folder of the styles
     * @param output the folder for the variants, with {@code images} and {@code labels} in it
     * @param notes receives a sentence for each file that is left out
     * @throws IOException if a folder has no images, or no image has labels
     * @throws IllegalArgumentException if there are not so many different variants
     */
    public List<BatchItem> items(Path images, Path labels, Path styles, Path output, Consumer<String> notes)
            throws IOException {
        if (!Files.isDirectory(styles))
            throw new IOException("Cannot find styles in " + styles + ": " + Folders.absence(styles, "folder") + ".");
        double[] ends = Variants.strengths(strength);
        return Variants.draw(
                TrainingPairs.find(images, labels, notes),
                ImageFinder.in(styles, notes),
                variants,
                ends[0],
                ends[1],
                drop,
                seed,
                output,
                settings);
    }

    /**
     * Makes the variants that the manifest of the output does not have, as {@link BatchTransfer#run} does, then the JSON file
     * and the contact sheet.
     */
    public static Summary run(
            List<BatchItem> items,
            Path output,
            int jobs,
            boolean overwrite,
            ProgressListener<BatchTransfer.State> listener)
            throws IOException {
        BatchTransfer.Summary work = BatchTransfer.run(items, output, jobs, overwrite, listener);
        List<Map<String, String>> rows = Manifest.of(output).rows();
        OutputFile.write(
                output.resolve(JSON),
                file -> Files.writeString(
                        file,
                        new GsonBuilder()
                                .setPrettyPrinting()
                                .disableHtmlEscaping()
                                .create()
                                .toJson(rows)));
        ImageFiles.writeSamples(ContactSheet.of(items).draw(), output.resolve(SHEET));
        return new Summary(
                work,
                rows.stream()
                        .filter(row -> Manifest.lower(Status.DROPPED).equals(row.get(Manifest.STATUS)))
                        .count());
    }

    /**
     * The variant of a row of a manifest, to be made again.
     *
     * @param row as a spreadsheet counts: the heading is row 1
     * @param output another folder than that of the manifest
     * @throws IOException if the manifest cannot be read or has no such row, or an input has changed
     */
    public static List<BatchItem> again(Path manifest, int row, Path output) throws IOException {
        CsvTable table = CsvTable.read(manifest);
        Manifest.checkVariants(manifest, table.columns());
        CsvTable.Row found = table.rows().stream()
                .filter(each -> each.number() == row)
                .findFirst()
                .orElseThrow(() -> new IOException("There is no row " + row + " in " + manifest
                        + "; it has the rows 2 to " + (table.rows().size() + 1) + "."));
        BatchItem item = Manifest.item(found.cells(), output);
        String checksum = found.cells().get(Manifest.CHECKSUM);
        if (!checksum.isEmpty() && !checksum.equals(new InputChecksums().of(item)))
            throw new IOException("Cannot make row " + row + " of " + manifest + " again: "
                    + item.content().getFileName()
                    + ", its labels, its style or the model has changed since; restore it.");
        return new ArrayList<>(List.of(item));
    }
}
