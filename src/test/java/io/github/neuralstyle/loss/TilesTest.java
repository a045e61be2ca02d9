package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses and gradients tile by tile are those of whole images, up to rounding. */
class TilesTest {

    private static final double STRENGTH = 0.6;

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

    /** Each loss alone, with sizes of all remainders and tiles of several sides. */
    static Stream<Arguments> cases() {
        Random random = new Random(5);
        return Losses.names().stream()
                .filter(name -> !name.equals("tv"))
                .flatMap(name -> Stream.of(32, 64)
                        .map(side -> Arguments.of(name, 65 + random.nextInt(32), 97 + random.nextInt(32), side)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachLoss(String name, int width, int height, int side) {
        assertSame(terms(width, false, name, "tv"), width, height, side, null);
    }

    @Test
    void nearestNeighboursOfEachLayer() {
        assertSame(terms(90, true, "neighbors"), 90, 133, 48, null);
    }

    @Test
    void allLossesWithinAMask() {
        boolean[] inside = new boolean[40 * 30];
        for (int i = 0; i < inside.length; i++) inside[i] = i % 40 > 12 && i / 40 < 24;
        List<String> all = Losses.names();
        assertSame(terms(81, false, all.toArray(String[]::new)), 81, 115, 32, new Mask(40, 30, inside));
    }

    private static List<Term> terms(int side, boolean last, String... losses) {
        return Losses.terms(
                LossConfig.DEFAULT.withLosses(List.of(losses)), graph.model().layers(), STRENGTH, side, last);
    }

    private static void assertSame(List<Term> terms, int width, int height, int side, Mask mask) {
        List<Pixels> styles =
                List.of(TestPictures.waves(height, width + 3, 2), TestPictures.waves(width - 1, height, 4));
        List<Mask> masks = Arrays.asList(mask, null);
        Pixels content = TestPictures.waves(width, height, 1), x = TestPictures.waves(width, height, 3);
        double[] proportions = {0.7, 0.3};
        try (LossTargets whole = graph.targets(terms, styles, masks, proportions);
                LossTargets tiled = graph.targets(terms, styles, masks, proportions, side);
                LossTargets expected = whole.withContent(content);
                LossTargets actual = tiled.withContent(content)) {
            double[] weights = expected.balance(content, TestPictures.waves(width, height, 5), x, new HashMap<>());
            double[] balanced = actual.balance(content, TestPictures.waves(width, height, 5), x, new HashMap<>());
            for (int i = 0; i < weights.length; i++)
                assertEquals(weights[i], balanced[i], 1e-4 * weights[i], () -> "weights of " + terms);
            actual.weights(weights);
            float[] gradient = new float[x.values().length], ofTiles = new float[gradient.length];
            for (float offset : new float[] {0, 0.6f}) {
                expected.gridOffset(offset, 1 - offset - 0.2f);
                actual.gridOffset(offset, 1 - offset - 0.2f);
                double value = expected.evaluate(x.values(), gradient);
                assertEquals(value, actual.evaluate(x.values(), ofTiles), 1e-5 * value);
                double[] each = expected.weightedValues(), eachOfTiles = actual.weightedValues();
                for (int i = 0; i < each.length; i++) {
                    Term term = terms.get(i);
                    assertEquals(each[i], eachOfTiles[i], 1e-5 * each[i], term::toString);
                }
                double difference = 0, norm = 0;
                for (int i = 0; i < gradient.length; i++) {
                    difference += Math.pow(gradient[i] - ofTiles[i], 2);
                    norm += Math.pow(gradient[i], 2);
                }
                double off = Math.sqrt(difference / norm);
                assertTrue(off < 1e-4, "gradient off by " + off);
                System.out.println(terms.get(0).loss().name() + " " + off + " " + (actual.weightedValues()[0]/each[0]-1));
            }
        }
    }
}
