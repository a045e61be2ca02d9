package io.github.neuralstyle.batch;

import static io.github.neuralstyle.batch.BatchFiles.manifest;
import static io.github.neuralstyle.batch.BatchFiles.pictures;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.batch.BatchTransfer.Summary;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTransferTest {

    private static final ProgressListener<BatchTransfer.State> NONE = ProgressListener.none();

    @TempDir
    private Path folder;

    private Path in, out, style;
    private Settings settings;

    @BeforeEach
    void files() throws IOException {
        in = folder.resolve("原 图");
        out = folder.resolve("画 out");
        style = BatchFiles.image(folder, "风格 style.png");
        for (String name : new String[] {"a.png", "b.jpg", "富春 山居.png"}) BatchFiles.image(in, name);
        TestModels.tiny(folder.resolve("tiny"));
        LossConfig recipe = LossConfig.DEFAULT
                .withLosses(List.of("content", "gram"))
                .with(LossConfig.CONTENT_LAYERS, LossConfig.equal("block1_conv1"))
                .withStyleLayers(LossConfig.equal("block1_conv2"));
        settings = Settings.defaults()
                .withSize(64)
                .withSteps(3)
                .withModel(folder.resolve("tiny").toString())
                .withRecipe(recipe);
    }

    private Summary run(
            Path output, Settings with, int jobs, boolean overwrite, ProgressListener<BatchTransfer.State> listener)
            throws IOException {
        return BatchTransfer.run(
                BatchInput.folder(in, List.of(style), output, with, "png"), output, jobs, overwrite, listener);
    }

    private Summary run() throws IOException {
        return run(out, settings, 1, false, NONE);
    }

    @Test
    void picturesAreThoseOfStyleTransferAndTheManifestTellsHowTheyWereMade() throws Exception {
        assertEquals(new Summary(3, 0, 0, 0), run());
        TransferResult alone = StyleTransfer.run(
                FeatureModel.load(folder.resolve("tiny")),
                read(in.resolve("a.png")),
                List.of(read(style)),
                new double[] {1},
                settings,
                ProgressListener.none());
        Path expected = folder.resolve("expected.png");
        ImageFiles.write(alone.image(), expected);
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(out.resolve("a.png")));
        assertEquals(Set.of("a.png", "b.png", "富春 山居.png"), pictures(out).keySet());

        Map<String, String> row = manifest(out).get("富春 山居.png");
        assertEquals(
                Manifest.columns(), CsvTable.read(out.resolve("manifest.csv")).columns());
        assertEquals(settings, io.github.neuralstyle.Options.read(Settings.defaults(), row));
        for (String[] cell : new String[][] {
            {"content", in.resolve("富春 山居.png").toString()},
            {"style", style.toString()},
            {"status", "done"},
            {"steps-made", "3"},
            {"width", "64"},
            {"height", "48"},
            {"message", ""}
        }) assertEquals(cell[1], row.get(cell[0]), cell[0]);
        assertTrue(row.get("loss-values").matches("content=[\\d.e-]+,gram=[\\d.e-]+"), row.get("loss-values"));
        assertTrue(row.get("inputs-sha256").matches("[0-9a-f]{64}"), row.get("inputs-sha256"));
        assertTrue(Double.parseDouble(row.get("seconds")) >= 0);
    }

    private static Pixels read(Path file) throws IOException {
        Img<FloatType> image = ImageFiles.read(file);
        return new Pixels((int) image.dimension(0), (int) image.dimension(1), Images.toPixels(image));
    }

    @Test
    void aBadFileInTheMiddleIsSkippedAndTriedAgain() throws Exception {
        byte[] bytes = Files.readAllBytes(in.resolve("b.jpg"));
        Files.write(in.resolve("b.jpg"), Arrays.copyOf(bytes, bytes.length / 3));
        List<String> failures = new ArrayList<>();
        assertEquals(new Summary(2, 0, 1, 0), run(out, settings, 1, false, state -> {
            if (!state.failure().isEmpty()) failures.add(state.outcome().message());
            return true;
        }));
        assertEquals("failed", manifest(out).get("b.png").get("status"));
        assertEquals(List.of(manifest(out).get("b.png").get("message")), failures);
        assertTrue(failures.get(0).startsWith("Cannot read " + in.resolve("b.jpg")), failures.get(0));
        assertEquals(Set.of("a.png", "富春 山居.png"), pictures(out).keySet());
        Files.write(in.resolve("b.jpg"), bytes);
        assertEquals(new Summary(1, 2, 0, 0), run());
        assertEquals("done", manifest(out).get("b.png").get("status"));
    }

    @Test
    void aStoppedRunIsResumedToTheSamePictures() throws Exception {
        run(folder.resolve("whole"), settings, 1, false, NONE);
        Summary stopped = run(
                out,
                settings,
                1,
                false,
                state -> state.finished() < 1
                        || state.picture() == null
                        || state.picture().step() < 2);
        assertEquals(new Summary(1, 0, 0, 2), stopped);
        assertEquals(Set.of("a.png"), pictures(out).keySet());
        assertEquals(
                List.of("done", "stopped", "stopped"), List.of(status("a.png"), status("b.png"), status("富春 山居.png")));
        assertEquals(new Summary(2, 1, 0, 0), run());
        assertEquals(pictures(folder.resolve("whole")), pictures(out));
        assertEquals("skipped", status("a.png"));
        assertEquals(new Summary(0, 3, 0, 0), run());
    }

    private String status(String name) throws IOException {
        return manifest(out).get(name).get("status");
    }

    @Test
    void onlyWhatHasChangedIsMadeAgain() throws Exception {
        run();
        assertEquals(new Summary(3, 0, 0, 0), run(out, settings.withStrength(0.7), 1, false, NONE));
        assertEquals("0.7", manifest(out).get("a.png").get("strength"));
        Files.copy(in.resolve("a.png"), in.resolve("b.jpg"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(out.resolve("富春 山居.png"));
        settings = settings.withStrength(0.7);
        assertEquals(new Summary(2, 1, 0, 0), run());
        TestModels.model(TestModels.weights(TestModels.TINY, 2), folder.resolve("tiny"));
        assertEquals(new Summary(3, 0, 0, 0), run());
        BatchFiles.image(in, "new.png");
        assertEquals(new Summary(1, 3, 0, 0), run());
    }

    @Test
    void picturesDoNotDependOnTheNumberOfJobs() throws Exception {
        for (int i = 0; i < 3; i++) BatchFiles.image(in, i + ".png");
        Settings twoScales = settings.withSize(128).withCoarsest(64);
        run(out, twoScales, 1, false, NONE);
        assertEquals(new Summary(6, 0, 0, 0), run(folder.resolve("three"), twoScales, 3, false, NONE));
        assertEquals(pictures(out), pictures(folder.resolve("three")));
        assertEquals(manifest(out).keySet(), manifest(folder.resolve("three")).keySet());
    }

    @Test
    void severalJobsStopTogether() throws Exception {
        Summary stopped = run(
                out,
                settings.withSteps(1000),
                3,
                false,
                state -> state.picture() == null || state.picture().step() < 2);
        assertEquals(new Summary(0, 0, 0, 3), stopped);
        assertTrue(pictures(out).isEmpty());
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> run(out, settings, 10000, false, NONE)),
                "jobs is 10000; it must be from 1 to ");
    }

    @Test
    void progressGoesFromNothingToAll() throws Exception {
        List<BatchTransfer.State> states = new ArrayList<>();
        run(out, settings, 1, false, states::add);
        assertEquals(3 * (1 + 3 + 1), states.size());
        assertEquals(0, states.get(0).done());
        assertEquals(1, states.get(13).done(), 1e-12);
        assertEquals(2, states.get(13).finished());
        assertEquals(3, states.get(14).finished());
        assertEquals(Outcome.Status.DONE, states.get(14).outcome().status());
        assertEquals(0, states.get(14).left().toSeconds());
        for (int i = 1; i < 15; i++)
            assertTrue(states.get(i).done() >= states.get(i - 1).done());
    }

    @Test
    void aManifestIsAListThatMakesTheSamePicturesAgain() throws Exception {
        run(out, settings.withStrength(0.8), 1, false, NONE);
        Path again = folder.resolve("again");
        List<BatchItem> items =
                BatchInput.items(out.resolve("manifest.csv").toString(), List.of(), again, Settings.defaults(), "png");
        assertEquals(new Summary(3, 0, 0, 0), BatchTransfer.run(items, again, 1, false, NONE));
        assertEquals(pictures(out), pictures(again));
    }

    @Test
    void whatWouldFailForAllOrLoseAFileIsRefusedBeforeTheWork() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        TestErrors.assertSentence(
                assertThrows(IOException.class, () -> run(file, settings, 1, false, NONE)),
                "Cannot write to the folder " + file);
        Settings noModel = settings.withModel("vgg99");
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> run(out, noModel, 1, false, NONE)),
                "model is vgg99");
        assertFalse(Files.exists(out.resolve("manifest.csv")));
        Path foreign = Files.writeString(out.resolve("b.png"), "mine");
        TestErrors.assertSentence(
                assertThrows(IOException.class, this::run), "Cannot write " + foreign, "not in the manifest");
        assertEquals("mine", Files.readString(foreign));
        assertEquals(Set.of("b.png"), pictures(out).keySet());
        assertEquals(new Summary(3, 0, 0, 0), run(out, settings, 1, true, NONE));
        assertNotEquals("mine", pictures(out).get("b.png"));
        style = Files.createFile(folder.resolve("empty.png"));
        TestErrors.assertSentence(assertThrows(IOException.class, this::run), "Cannot read " + style);
        Files.writeString(out.resolve("manifest.csv"), "content,price\napples,3\n");
        TestErrors.assertSentence(assertThrows(IOException.class, this::run), "it is no manifest of this program");
    }

    @Test
    void otherRowsOfAManifestStay() throws Exception {
        run();
        Path other = BatchFiles.image(folder.resolve("other"), "z.png");
        List<BatchItem> items = BatchInput.items(other.toString(), List.of(style), out, settings, "tif");
        assertEquals(new Summary(1, 0, 0, 0), BatchTransfer.run(items, out, 1, false, NONE));
        assertEquals(
                Set.of("a.png", "b.png", "z.tif", "富春 山居.png"), manifest(out).keySet());
        assertEquals("done", status("a.png"));
    }
}
