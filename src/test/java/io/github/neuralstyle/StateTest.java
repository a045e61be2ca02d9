package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are stopped and go on from their state. */
class StateTest extends StyleTransferRuns {

    @TempDir
    Path home;

    private Path state;

    @BeforeEach
    void place() {
        state = home.resolve("run.state");
    }

    private static Settings settings(String method) {
        Settings settings = Settings.defaults()
                .withSize(96)
                .withCoarsest(48)
                .withSteps(3)
                .withLastSteps(2)
                .withFinish("off");
        return switch (method) {
            case "lbfgs" -> settings.withOptimizer(Settings.Method.LBFGS);
            case "pixels" -> settings.withVariables(Settings.Variables.PIXELS);
            default -> settings;
        };
    }

    /** @param stop after so many steps of this run */
    private static TransferResult run(Settings settings, int stop) {
        int[] made = {0};
        return StyleTransfer.run(model, CONTENT, List.of(STYLE), new double[] {1}, settings, step -> ++made[0] != stop);
    }

    private Settings kept(Settings settings) {
        return settings.with(Options.STATE, state.toString());
    }

    /** Stopped at random steps of all scales and phases, some once more, all are the picture of an uninterrupted run. */
    @ParameterizedTest
    @ValueSource(strings = {"pyramid", "pixels", "lbfgs"})
    void goesOnExactlyWhereItStopped(String method) throws Exception {
        Settings settings = settings(method);
        TransferResult whole = run(settings, 0);
        assertTrue(whole.steps() > 2 * 3, "two scales and the last phase");
        Random random = new Random(1);
        for (int i = 0; i < 6; i++) {
            Files.deleteIfExists(state);
            int stop = i == 0 ? whole.steps() : 1 + random.nextInt(whole.steps() - 1);
            assertTrue(run(kept(settings), stop).stopped());
            if (i % 3 == 1) run(kept(settings), 1 + random.nextInt(2));
            TransferResult resumed = run(kept(settings), 0);
            assertFalse(resumed.stopped());
            assertEquals(whole.steps(), resumed.steps(), "steps of both runs");
            assertArrayEquals(whole.picture().values(), resumed.picture().values(), "stopped after step " + stop);
        }
    }

    /** As where the memory does not suffice. */
    @Test
    void goesOnTileByTileToo() {
        Settings settings =
                settings("pyramid").withLosses("content", "gram", "hist").withLastSteps(0);
        TransferResult whole = inTiles(settings, 0);
        for (int stop : new int[] {1, 3, 4}) {
            assertTrue(inTiles(kept(settings), stop).stopped());
            assertArrayEquals(
                    whole.picture().values(),
                    inTiles(kept(settings), 0).picture().values(),
                    "stopped after step " + stop);
            assertTrue(state.toFile().delete());
        }
    }

    private static TransferResult inTiles(Settings settings, int stop) {
        int[] made = {0};
        try (LossGraph graph = new LossGraph(model);
                Stylizer painter = new Stylizer(graph, Styles.of(List.of(STYLE)), settings, size -> 64, false)) {
            return painter.paint(CONTENT, null, step -> ++made[0] != stop);
        }
    }

    @Test
    void aFinishedRunIsNotMadeAgain() {
        Settings settings = settings("pyramid");
        Pixels first = run(kept(settings), 0).picture();
        assertArrayEquals(first.values(), run(kept(settings), 1).picture().values(), "without a step");
        Settings finished = settings.withFinish("0.5");
        assertArrayEquals(
                run(finished, 0).picture().values(),
                run(kept(finished), 0).picture().values(),
                "the finish alone is made");
    }

    /** With another strength, or larger, it goes on from the picture at its last scale, and that can be stopped, too. */
    @Test
    void otherSettingsGoOnFromThePicture() {
        Settings settings = settings("pyramid");
        run(kept(settings), 0);
        Settings stronger = settings.withStrength(0.9);
        int fresh = run(stronger, 0).steps();
        TransferResult continued = run(kept(stronger), 0);
        assertTrue(continued.steps() < fresh, continued.steps() + " of " + fresh);
        TransferResult larger = run(kept(settings.withSize(128)), 3);
        assertTrue(larger.stopped());
        assertEquals(128, run(kept(settings.withSize(128)), 0).picture().width());
    }

    @Test
    void wrongFilesAreRefused() throws Exception {
        Settings settings = settings("pyramid");
        run(kept(settings), 4);
        byte[] good = Files.readAllBytes(state);
        refuses(settings, CONTENT, model, new byte[0], "damaged");
        refuses(settings, CONTENT, model, java.util.Arrays.copyOf(good, good.length / 2), "damaged");
        refuses(settings, CONTENT, model, java.util.Arrays.copyOf(good, good.length + 1), "damaged");
        byte[] changed = good.clone();
        changed[good.length / 2] ^= 4;
        refuses(settings, CONTENT, model, changed, "damaged");
        refuses(settings, CONTENT, model, "some other file, which is long enough".getBytes("UTF-8"), "no state");
        byte[] newer = good.clone();
        newer[23] = 9;
        refuses(settings, CONTENT, model, newer, "version 9");
        refuses(settings, OTHER, model, good, "another content");
        Path folder = home.resolve("other");
        refuses(
                settings,
                CONTENT,
                TestModels.model(TestModels.weights(TestModels.TINY, 5), Files.createDirectories(folder)),
                good,
                "another network");
        assertArrayEquals(good, Files.readAllBytes(state), "nothing is overwritten");
    }

    private void refuses(Settings settings, Pixels content, FeatureModel network, byte[] file, String reason)
            throws Exception {
        Files.write(state, file);
        Exception error = assertThrows(
                IllegalArgumentException.class,
                () -> StyleTransfer.run(
                        network, content, List.of(STYLE), new double[] {1}, kept(settings), step -> true));
        TestErrors.assertSentence(error, state.toString(), reason);
    }
}
