package io.github.neuralstyle.batch;

import static io.github.neuralstyle.batch.BatchFiles.manifest;
import static io.github.neuralstyle.batch.BatchFiles.pictures;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.batch.BatchTransfer.Summary;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the manifest of a run says, and what can be done with it. */
class BatchManifestTest extends BatchRuns {

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

    @Test
    void aManifestIsAListThatMakesTheSamePicturesAgain() throws Exception {
        run(out, settings.withStrength(0.8), 1, false, NONE);
        Path again = folder.resolve("again");
        List<BatchItem> items =
                BatchFiles.items(out.resolve("manifest.csv").toString(), List.of(), again, Settings.defaults(), "png");
        assertEquals(new Summary(3, 0, 0, 0), BatchTransfer.run(items, again, 1, false, NONE));
        assertEquals(pictures(out), pictures(again));
    }

    @Test
    void otherRowsOfAManifestStay() throws Exception {
        run();
        Path other = BatchFiles.image(folder.resolve("other"), "z.png");
        List<BatchItem> items = BatchFiles.items(other.toString(), List.of(style), out, settings, "tif");
        assertEquals(new Summary(1, 0, 0, 0), BatchTransfer.run(items, out, 1, false, NONE));
        assertEquals(
                Set.of("a.png", "b.png", "z.tif", "富春 山居.png"), manifest(out).keySet());
        assertEquals("done", status("a.png"));
    }

    @Test
    void aModelThatIsInstalledAgainUnderItsNameMakesThePicturesAnew() throws Exception {
        String home = System.setProperty("user.home", folder.resolve("home").toString());
        try {
            ModelStore store = new ModelStore();
            store.installed().install("mine", TestModels::tiny);
            settings = settings.withModel("mine");
            assertEquals(new Summary(3, 0, 0, 0), run());
            assertEquals(new Summary(0, 3, 0, 0), run());
            store.installed().remove("mine");
            store.installed().install("mine", model -> {
                TestModels.tiny(model);
                Files.writeString(model.resolve("note.txt"), "another");
            });
            assertEquals(new Summary(3, 0, 0, 0), run());
        } finally {
            System.setProperty("user.home", home);
        }
    }
}
