package io.github.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Variants of two labelled images in two styles, by a tiny network. */
class AugmentationTest {

    private static final Path SET = Path.of("test-images", "training-set");

    @TempDir
    Path folder;

    private Path images, masks, styles, out;
    private final List<String> notes = new ArrayList<>();
    private Settings settings;

    @BeforeEach
    void files() throws IOException {
        images = Files.createDirectories(folder.resolve("set/images"));
        masks = Files.createDirectories(folder.resolve("set/masks"));
        styles = Files.createDirectories(folder.resolve("styles"));
        out = folder.resolve("out");
        for (String name : List.of("nuclei-1.tif", "nuclei-2.tif"))
            for (Path to : List.of(images, masks))
                Files.copy(SET.resolve(to.getFileName()).resolve(name), to.resolve(name));
        for (String name : List.of("phase-1.png", "phase-2.png"))
            Files.copy(SET.resolve("styles").resolve(name), styles.resolve(name));
        TestModels.tiny(folder.resolve("tiny"));
        settings = Augmentation.PRESET
                .settings()
                .withFinish("off")
                .withSteps(2)
                .withModel(folder.resolve("tiny").toString())
                .withLossConfig(LossConfig.DEFAULT
                        .withLosses(List.of("content", "gram"))
                        .with(LossConfig.CONTENT_LAYERS, LossConfig.equal("block1_conv1"))
                        .withStyleLayers(LossConfig.equal("block1_conv2")));
    }

    private Augmentation.Summary run(Path output, int jobs, double drop) throws IOException {
        List<BatchItem> items =
                new Augmentation(2, "0.2..0.4", 7, drop, settings).items(images, null, styles, output, notes::add);
        return Augmentation.run(items, output, jobs, false, ProgressListener.none());
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String part : List.of("images", "labels"))
            try (Stream<Path> files = Files.list(folder.resolve(part))) {
                for (Path file : files.toList()) all.put(part + "/" + file.getFileName(), Checksum.sha256(file));
            }
        return all;
    }

    @Test
    void variantsKeepTypeSizeAndCalibrationBesideTheirLabels() throws IOException {
        assertEquals(new BatchTransfer.Summary(4, 0, 0, 0), run(out, 1, 0).work());
        assertEquals(List.of(), notes);
        for (String name : List.of("nuclei-1", "nuclei-2"))
            for (int v = 1; v <= 2; v++) {
                DecodedImage<Img<?>> image = ImageFiles.openSamples(images.resolve(name + ".tif")),
                        made = ImageFiles.openSamples(out.resolve("images/" + name + "-v" + v + ".tif"));
                assertEquals(image.pixelSize(), made.pixelSize());
                assertEquals(
                        image.image().getType().getClass(),
                        made.image().getType().getClass());
                assertEquals(128, made.image().dimension(1));
                assertEquals(
                        -1,
                        Files.mismatch(
                                masks.resolve(name + ".tif"), out.resolve("labels/" + name + "-v" + v + ".tif")));
                assertNotEquals(
                        -1,
                        Files.mismatch(
                                images.resolve(name + ".tif"), out.resolve("images/" + name + "-v" + v + ".tif")));
            }
        JsonArray rows = JsonParser.parseString(Files.readString(out.resolve(Augmentation.JSON)))
                .getAsJsonArray();
        assertEquals(4, rows.size());
        for (String column : VariantMeasures.COLUMNS)
            assertTrue(rows.get(0).getAsJsonObject().get(column).getAsDouble() > 0, column);
        assertTrue(ImageFiles.read(out.resolve(Augmentation.SHEET)).dimension(0) > 3 * 128);
    }

    @Test
    void anyNumberOfJobsAndARowAloneGiveTheSameFiles() throws IOException {
        run(out, 1, 0);
        Path two = folder.resolve("two"), again = folder.resolve("again");
        run(two, 2, 0);
        assertEquals(files(out), files(two));
        List<BatchItem> item = Augmentation.again(out.resolve(Manifest.FILE), 3, again);
        Augmentation.run(item, again, 1, false, ProgressListener.none());
        assertEquals(2, files(again).size());
        assertTrue(files(out).entrySet().containsAll(files(again).entrySet()));
        Files.copy(masks.resolve("nuclei-1.tif"), masks.resolve("nuclei-2.tif"), StandardCopyOption.REPLACE_EXISTING);
        String changed = messages(row -> Augmentation.again(out.resolve(Manifest.FILE), row, again));
        assertTrue(changed.contains("nuclei-2.tif, its labels, its style or the model has changed since"), changed);
        assertTrue(changed.contains("There is no row 9"), changed);
    }

    private interface Row {
        void make(int row) throws IOException;
    }

    private static String messages(Row action) {
        return Stream.of(2, 3, 4, 5, 9)
                .map(row -> {
                    try {
                        action.make(row);
                        return "";
                    } catch (IOException e) {
                        return e.getMessage();
                    }
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatIsThereIsNotMadeAgainAndWhatHasDriftedIsLeftOut() throws IOException {
        run(out, 1, 0);
        Files.delete(out.resolve("labels/nuclei-1-v2.tif"));
        assertEquals(new BatchTransfer.Summary(1, 3, 0, 0), run(out, 1, 0).work());
        Augmentation.Summary all = run(out, 1, 1);
        assertTrue(all.dropped() > 0, "a part of the edges is lost");
        assertEquals(8 - 2 * all.dropped(), files(out).size());
        assertEquals(new BatchTransfer.Summary(0, 4, 0, 0), run(out, 1, 1).work());
    }

    @Test
    void whatCannotBeUsedIsNamedAndTheRestIsMade() throws IOException {
        float[] halves = new float[128 * 128];
        halves[5] = 0.5f;
        ImageFiles.writeSamples(ArrayImgs.floats(halves, 128, 128), masks.resolve("nuclei-2.tif"));
        ImageFiles.writeSamples(ArrayImgs.unsignedBytes(40, 50), images.resolve("small.png"));
        ImageFiles.writeSamples(ArrayImgs.unsignedBytes(128, 128), masks.resolve("small.tif"));
        ImageFiles.writeSamples(ArrayImgs.unsignedBytes(128, 128), images.resolve("alone.png"));
        ImageFiles.writeSamples(ArrayImgs.unsignedBytes(128, 128), masks.resolve("other.png"));
        Files.copy(Path.of("test-images", "hyperstack.tif"), images.resolve("stack.tif"));
        Files.copy(Path.of("test-images", "hyperstack.tif"), masks.resolve("stack.tif"));
        assertEquals(new BatchTransfer.Summary(2, 0, 6, 0), run(out, 1, 0).work());
        assertEquals(2, notes.size(), notes.toString());
        assertTrue(
                notes.get(0).contains("alone.png has no labels")
                        && notes.get(1).contains("other.png are labels without an image"),
                notes.toString());
        String manifest = Files.readString(out.resolve(Manifest.FILE));
        for (String reason : List.of(
                "labels must be whole numbers",
                "small.png 40 x 50; they must have the same size",
                "is a stack of 24 images")) assertTrue(manifest.contains(reason), reason + " in " + manifest);
        assertEquals(4, files(out).size());
    }

    @Test
    void wrongFoldersAndManifests() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Augmentation two = new Augmentation(2, "0.3", 0, 0, settings);
        assertFails("Cannot find an image in the folder", () -> two.items(images, masks, empty, out, notes::add));
        assertFails("No image of", () -> two.items(styles, masks, styles, out, notes::add));
        Augmentation three = new Augmentation(3, "0.3", 0, 0, settings);
        assertFails("make only 2 different ones", () -> three.items(images, masks, styles, out, notes::add));
        assertFails("strength is 0.4..0.2", () -> new Augmentation(1, "0.4..0.2", 0, 0, settings));
        run(out, 1, 0);
        Path manifest = out.resolve(Manifest.FILE);
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("seconds", "remarks"));
        assertFails("it has a column remarks", () -> run(out, 1, 0));
        assertFails("it has a column remarks", () -> Augmentation.again(manifest, 2, empty));
    }

    private static void assertFails(String message, Executable action) {
        String found = assertThrows(Exception.class, action).getMessage();
        assertTrue(found.contains(message), found);
    }

    /** Adding images does not change what is drawn for the others. */
    @Test
    void drawsByNameAndSeed() throws IOException {
        List<String> before = looks(7);
        Files.copy(images.resolve("nuclei-1.tif"), images.resolve("a.tif"));
        Files.copy(masks.resolve("nuclei-1.tif"), masks.resolve("a_masks.tif"));
        List<String> after = looks(7);
        assertTrue(after.containsAll(before) && after.size() == before.size() + 2);
        assertEquals(6, looks(7).stream().distinct().count());
        assertFalse(looks(8).containsAll(before));
    }

    private List<String> looks(long seed) throws IOException {
        return new Augmentation(2, "0.2..0.4", seed, 0, settings)
                .items(images, masks, styles, out, notes::add).stream()
                        .map(item -> item.output().getFileName() + " " + item.styles() + " "
                                + item.settings().strength())
                        .toList();
    }

    @Test
    void labelsAreFoundByTheHabitsOfOtherPrograms() throws IOException {
        for (String names :
                List.of("a_img.png a_masks.png", "b.tif b_cp_masks.png", "c.tif c-lbl.tif", "d.png d_labels.tif")) {
            Path mixed = Files.createDirectories(folder.resolve(names.substring(0, 1)));
            String[] pair = names.split(" ");
            for (String name : pair) Files.createFile(mixed.resolve(name));
            assertEquals(
                    List.of(new TrainingPairs.Pair(mixed.resolve(pair[0]), mixed.resolve(pair[1]))),
                    TrainingPairs.find(mixed, null, notes::add));
        }
        assertEquals(
                masks.resolve("nuclei-1.tif"),
                TrainingPairs.find(folder.resolve("set"), null, notes::add)
                        .get(0)
                        .labels());
    }
}
