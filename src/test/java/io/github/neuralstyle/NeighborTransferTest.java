package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default: nearest neighbours with statistics and content. */
class NeighborTransferTest {

    private static final Pixels CONTENT = TestPictures.waves(128, 96, 1), STYLE = TestPictures.waves(120, 90, 2);

    /** Three scales, 32 to 128 pixels, and the last phase. */
    private static final Settings SETTINGS = Settings.defaults()
            .withFinish("off")
            .withSize(128)
            .withCoarsest(43)
            .withSteps(5)
            .withLastSteps(4);

    @TempDir
    private static Path folder;

    private static FeatureModel model;

    @BeforeAll
    static void load() {
        model = TestModels.tiny(folder);
    }

    @Test
    void phasesAndLosses() {
        List<TransferState> states = new ArrayList<>();
        TransferResult result = run(SETTINGS, states::add);
        assertFalse(result.stopped());
        assertEquals(14, result.steps());
        List<String> phases = states.stream()
                .map(state -> state.scale() + " of " + state.scales() + ": " + state.width() + "x" + state.height()
                        + ", " + state.steps())
                .distinct()
                .toList();
        assertEquals(List.of("1 of 3: 64x48, 5", "2 of 3: 128x96, 5", "3 of 3: 128x96, 4"), phases);
        for (TransferState state : states)
            assertEquals(
                    Set.of("neighbors", "gram", "hist", "content", "self-similarity"),
                    state.losses().keySet());
        assertEquals(1, states.get(13).done(), 1e-9);
        assertTrue(
                states.get(4).losses().get("neighbors") < states.get(0).losses().get("neighbors"));
        assertEquals(128, states.get(13).picture().get().width());
    }

    @Test
    void theSameSeedGivesTheSamePixels() {
        assertArrayEquals(
                run(SETTINGS, ProgressListener.none()).picture().values(),
                run(SETTINGS, ProgressListener.none()).picture().values());
    }

    @Test
    void withoutStyleTheContentRemains() {
        float[] picture =
                run(SETTINGS.withStrength(0), ProgressListener.none()).picture().values();
        assertArrayEquals(CONTENT.values(), picture, 0.05f);
    }

    @Test
    void stoppedItHasTheFullSize() {
        for (int steps : new int[] {1, 7, 12}) {
            int[] count = {0};
            TransferResult result = run(SETTINGS, state -> ++count[0] < steps);
            assertTrue(result.stopped());
            assertEquals(steps, result.steps());
            assertEquals(128, result.picture().width());
        }
    }

    @Test
    void aSecondPictureInTheSameStyleIsTheSame() {
        try (LossGraph graph = new LossGraph(model);
                Painter painter = StyleTransfer.painter(graph, Styles.of(List.of(STYLE), 1), SETTINGS, true)) {
            float[] first = painter.paint(CONTENT, null, ProgressListener.none())
                    .picture()
                    .values();
            painter.paint(STYLE, null, ProgressListener.none());
            assertArrayEquals(
                    first,
                    painter.paint(CONTENT, null, ProgressListener.none())
                            .picture()
                            .values());
        }
    }

    @Test
    void aPictureGoesOnFromTheOneBefore() {
        try (LossGraph graph = new LossGraph(model);
                Painter painter = StyleTransfer.painter(graph, Styles.of(List.of(STYLE), 1), SETTINGS, true)) {
            Pixels before =
                    painter.paint(CONTENT, null, ProgressListener.none()).picture();
            TransferResult next =
                    painter.paint(CONTENT, new Painter.Previous(CONTENT, before), ProgressListener.none());
            assertEquals(9, next.steps(), "the last scale and the last phase");
            Pixels afresh = painter.paint(STYLE, null, ProgressListener.none()).picture();
            assertTrue(difference(before, next.picture()) < 0.5 * difference(before, afresh));
        }
    }

    @Test
    void aMaskOfTooFewPlaces() {
        boolean[] inside = new boolean[120 * 90];
        for (int i = 0; i < 40; i++) inside[i * 120 + i] = true;
        Styles styles = Styles.of(List.of(STYLE), List.of(new Mask(120, 90, inside)), 1);
        try (LossGraph graph = new LossGraph(model);
                Painter painter = StyleTransfer.painter(graph, styles, SETTINGS, false)) {
            Exception error = assertThrows(
                    IllegalArgumentException.class, () -> painter.paint(CONTENT, null, ProgressListener.none()));
            TestErrors.assertSentence(error, "mask", "at least 16", "coarsest");
        }
    }

    private static TransferResult run(Settings settings, ProgressListener<TransferState> progress) {
        return StyleTransfer.run(model, CONTENT, List.of(STYLE), new double[] {1}, settings, progress);
    }

    private static double difference(Pixels a, Pixels b) {
        double sum = 0;
        int n = Math.min(a.values().length, b.values().length);
        for (int i = 0; i < n; i++) sum += Math.abs(a.values()[i] - b.values()[i]);
        return sum / n;
    }
}
