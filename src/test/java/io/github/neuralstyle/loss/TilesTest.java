package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Losses and gradients tile by tile are those of whole images, up to rounding. */
class TilesTest {

    private static final double STRENGTH = 0.6;

    private enum Weights {
        OF_WHOLE,
        BALANCED
    }

    @TempDir
    private static Path folder;

    private static LossGraph graph;

    @BeforeAll
    static void load() {
        graph = new LossGraph(TestModels.tiny(folder));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    /** All losses with equal weights, in a picture so long that no tile sees the whole of it. */
    @ParameterizedTest
    @CsvSource({"301, 37, 32", "65, 260, 48"})
    void valueAndGradient(int width, int height, int side) {
        List<Term> terms = terms(37, false, Losses.names());
        List<Pixels> styles = List.of(TestPictures.waves(70, 40, 2), TestPictures.waves(37, 61, 4));
        assertSame(terms, width, height, side, styles, Arrays.asList(null, null), Weights.OF_WHOLE);
    }

    @Test
    void nearestNeighboursOfEachLayer() {
        List<Pixels> styles = List.of(TestPictures.waves(70, 40, 2));
        assertSame(
                terms(37, true, List.of("neighbors")),
                207,
                39,
                32,
                styles,
                Arrays.asList((Mask) null),
                Weights.OF_WHOLE);
    }

    @Test
    void stylesWithinMasksAndBalancedWeights() {
        boolean[] inside = new boolean[40 * 30];
        for (int i = 0; i < inside.length; i++) inside[i] = i % 40 > 12 && i / 40 < 24;
        List<Pixels> styles = List.of(TestPictures.waves(150, 40, 2), TestPictures.waves(37, 61, 4));
        List<Mask> masks = Arrays.asList(new Mask(40, 30, inside), null);
        List<String> losses = List.of("shift", "hist", "neighbors", "self-similarity");
        assertSame(terms(37, false, losses), 81, 50, 48, styles, masks, Weights.BALANCED);
    }

    @Test
    void aLossThatCannotBeTiled() {
        record Unknown(Content content) implements Loss {

            @Override
            public String name() {
                return "unknown";
            }

            @Override
            public Reference reference() {
                return Reference.CONTENT;
            }

            @Override
            public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
                return content.target(tf, features);
            }

            @Override
            public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
                return content.target(tf, features, weights);
            }

            @Override
            public Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
                return content.value(tf, features, target);
            }
        }
        List<Term> terms = List.of(new Term(new Unknown(new Content()), "block1_conv1", 1));
        Exception error = assertThrows(IllegalArgumentException.class, () -> graph.checkTiles(terms));
        TestErrors.assertSentence(error, "losses has unknown", "tile by tile", "memory");
    }

    private static List<Term> terms(int side, boolean last, List<String> losses) {
        return Losses.terms(LossConfig.DEFAULT.withLosses(losses), graph.model().layers(), STRENGTH, side, last);
    }

    private static void assertSame(
            List<Term> terms, int width, int height, int side, List<Pixels> styles, List<Mask> masks, Weights kind) {
        Pixels content = TestPictures.waves(width, height, 1), x = TestPictures.waves(width, height, 3);
        double[] proportions = styles.size() == 1 ? new double[] {1} : new double[] {0.7, 0.3};
        try (LossTargets whole = graph.targets(terms, styles, masks, proportions);
                LossTargets tiled = graph.targets(terms, styles, masks, proportions, side);
                LossTargets expected = whole.withContent(content);
                LossTargets actual = tiled.withContent(content)) {
            double[] weights = expected.balance(content, TestPictures.waves(width, height, 5), x, new HashMap<>());
            if (kind == Weights.BALANCED) {
                double[] ofTiles = actual.balance(content, TestPictures.waves(width, height, 5), x, new HashMap<>());
                for (int i = 0; i < weights.length; i++) assertEquals(weights[i], ofTiles[i], 1e-4 * weights[i]);
            }
            actual.weights(weights);
            expected.gridOffset(0.6f, 0.2f);
            actual.gridOffset(0.6f, 0.2f);
            float[] gradient = new float[x.values().length], ofTiles = new float[gradient.length];
            double value = expected.evaluate(x.values(), gradient);
            assertEquals(value, actual.evaluate(x.values(), ofTiles), 1e-5 * value);
            double[] each = expected.weightedValues(), eachOfTiles = actual.weightedValues();
            for (int i = 0; i < each.length; i++)
                assertEquals(each[i], eachOfTiles[i], 1e-5 * each[i], terms.get(i)::toString);
            double difference = 0, norm = 0;
            for (int i = 0; i < gradient.length; i++) {
                difference += Math.pow(gradient[i] - ofTiles[i], 2);
                norm += Math.pow(gradient[i], 2);
            }
            assertTrue(difference < 1e-10 * norm, "gradient off by " + Math.sqrt(difference / norm));
        }
    }
}
