package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.Vgg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborsTest {

    private static final List<String> LAYERS =
            TestModels.TINY.convolutions().stream().map(Vgg.Convolution::name).toList();

    private static final List<Term> TERMS = List.of(
            new Term(new Neighbors(Hypercolumns.layers(LAYERS)), "block1_conv1", 1),
            new Term(new LayerNeighbors(), "block2_conv1", 1));

    @TempDir
    private static Path folder;

    private static LossGraph graph;

    @BeforeAll
    static void build() {
        graph = new LossGraph(TestModels.tiny(folder));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Test
    void theStyleItselfHasNoLoss() {
        Pixels style = TestPictures.waves(64, 48, 1);
        double[] values = values(style, style, null, style);
        assertEquals(0, values[0], 1e-6);
        assertEquals(0, values[1], 1e-6);
        Pixels other = TestPictures.waves(64, 48, 2);
        assertTrue(values(other, style, null, other)[0] > 1e-4);
    }

    /** What is outside of the mask may be anything: the receptive fields of the places that count do not reach it. */
    @Test
    void outsideOfAMaskNothingIsMatched() {
        Pixels content = TestPictures.waves(64, 48, 2), style = TestPictures.waves(128, 64, 1);
        boolean[] left = new boolean[128 * 64];
        for (int i = 0; i < left.length; i++) left[i] = i % 128 < 32;
        Mask mask = new Mask(128, 64, left);
        float[] changed = style.values().clone();
        for (int i = 0; i < changed.length; i++) if (i / 3 % 128 >= 96) changed[i] = 255 - changed[i];
        assertArrayEquals(
                values(content, style, mask, content), values(content, new Pixels(128, 64, changed), mask, content));
        assertTrue(values(content, style, null, content)[0]
                != values(content, new Pixels(128, 64, changed), null, content)[0]);
    }

    @Test
    void aStyleOfOneColourHasFiniteLosses() {
        Pixels flat = TestPictures.constant(40, 36, 90), waves = TestPictures.waves(40, 36, 1);
        for (List<Pixels> pair : List.of(List.of(flat, waves), List.of(waves, flat), List.of(flat, flat)))
            for (double value : values(pair.get(0), pair.get(1), null, pair.get(0))) assertTrue(Double.isFinite(value));
    }

    @Test
    void aTinyStyle() {
        Pixels content = TestPictures.waves(64, 48, 2);
        for (double value : values(content, TestPictures.waves(32, 32, 1), null, content))
            assertTrue(Double.isFinite(value));
    }

    @Test
    void aModelWithoutTheLayers() {
        Exception error = assertThrows(
                IllegalArgumentException.class,
                () -> new Neighbors(Hypercolumns.layers(List.of("conv_a", "block5_conv1"))));
        TestErrors.assertSentence(error, "neighbors", "block1_conv1", "conv_a");
    }

    private static double[] values(Pixels content, Pixels style, Mask mask, Pixels x) {
        List<Mask> masks = new ArrayList<>(Collections.nCopies(1, mask));
        try (LossTargets ofStyles = graph.targets(TERMS, List.of(style), masks, new double[] {1});
                LossTargets losses = ofStyles.withContent(content)) {
            float[] gradient = new float[x.values().length];
            losses.evaluate(x.values(), gradient);
            for (float slope : gradient) assertTrue(Float.isFinite(slope));
            return losses.weightedValues();
        }
    }
}
