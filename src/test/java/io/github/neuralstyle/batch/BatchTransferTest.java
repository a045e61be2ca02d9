package io.github.neuralstyle.batch;

import static io.github.neuralstyle.batch.BatchFiles.manifest;
import static io.github.neuralstyle.batch.BatchFiles.pictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.batch.BatchTransfer.Summary;
import io.github.neuralstyle.model.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTransferTest extends BatchRuns {

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
}
