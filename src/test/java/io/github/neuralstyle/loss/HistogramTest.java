package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.model.TestModels;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class HistogramTest {

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16, 255, 256, 1000})
    void nothingToDoForTheStylesOwnPositionsInAnotherOrder(int bins) {
        Features style = Features.rectified(40, 50, 4, 1);
        assertEquals(0, style.shuffled().loss(tf, new Histogram(bins), style), 1e-11);
        assertTrue(Features.rectified(40, 50, 4, 2).loss(tf, new Histogram(bins), style) > 1e-7);
    }

    /** Its quantiles are the style's, but for a bin of the style's values or two of 1 / bins of the ranks. */
    @ParameterizedTest
    @ValueSource(ints = {8, 64, 256})
    void matchedHistogramIsTheStylesToWithinABin(int bins) {
        Features style = powers(50, 60, 1, 2), features = powers(70, 90, 2, 0.5);
        for (int c = 0; c < 3; c++) {
            float[] wanted = style.channel(c),
                    matched = matched(features, style, bins).channel(c);
            Arrays.sort(wanted);
            Arrays.sort(matched);
            float least = wanted[0], most = wanted[wanted.length - 1], bin = (most - least) / bins;
            assertTrue(matched[0] >= least && matched[matched.length - 1] <= most + 1e-5);
            for (int i = 0; i < matched.length; i++) {
                double rank = (i + 1.0) / matched.length;
                assertTrue(part(wanted, matched[i] - bin) - 2.0 / bins <= rank, "rank " + rank);
                assertTrue(part(wanted, matched[i] + bin) + 2.0 / bins >= rank, "rank " + rank);
            }
        }
    }

    /** Powers of random numbers between 0 and 1: no ties. */
    private static Features powers(int height, int width, long seed, double power) {
        Random random = new Random(seed);
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) values[i] = (float) Math.pow(random.nextDouble(), power);
        return new Features(height, width, 3, values);
    }

    private static double part(float[] ascending, float upTo) {
        int at = Arrays.binarySearch(ascending, upTo);
        return (double) (at < 0 ? -at - 1 : at + 1) / ascending.length;
    }

    @Test
    void orderOfValuesIsKept() {
        Features features = Features.rectified(40, 40, 1, 3);
        Features matched = matched(features, Features.rectified(30, 50, 1, 4), 32);
        Integer[] order = new Integer[features.values().length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Float.compare(features.values()[i], features.values()[j]));
        for (int i = 1; i < order.length; i++)
            assertTrue(matched.values()[order[i]] >= matched.values()[order[i - 1]] - 1e-5);
    }

    /** Two thirds of the features are zero, one third of the style's: the others take the upper third all the same. */
    @Test
    void noughtsDoNotTakeTheRanksOfTheOthers() {
        float[] values = new float[900], wanted = new float[900];
        for (int i = 0; i < 900; i++) {
            values[i] = Math.max(0, i - 599) / 300f;
            wanted[i] = Math.max(0, i - 299) / 600f;
        }
        Features matched = matched(new Features(30, 30, 1, values), new Features(30, 30, 1, wanted), 256);
        for (int i = 600; i < 900; i++) assertEquals(wanted[i], matched.values()[i], 2 / 256.0);
        for (int i = 0; i < 600; i++) assertEquals(0.125, matched.values()[i], 2 / 256.0, "mean of 0 and of 0 to 0.5");
    }

    @Test
    void constantChannelBecomesTheStylesMean() {
        Features style = Features.rectified(32, 32, 2, 1);
        for (float value : new float[] {0, 3, -1e6f}) {
            float[] matched =
                    matched(Features.constant(20, 20, 2, value), style, 256).values();
            for (int i = 0; i < matched.length; i++)
                assertEquals(mean(style.channel(i % 2)), matched[i], 2.0 / 256 * (1 + i % 2));
        }
    }

    /** Their ranks would be those of the rounding errors, spread over all of the style's values. */
    @Test
    void valuesThatDifferByRoundingAreConstant() {
        Features features = Features.constant(20, 20, 1, 1000), style = Features.rectified(32, 32, 1, 1);
        for (int i = 0; i < 400; i += 3) features.values()[i] = Math.nextUp(1000f);
        for (float value : matched(features, style, 256).values())
            assertEquals(mean(style.channel(0)), value, 2.0 / 256);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) sum += value;
        return sum / values.length;
    }

    @Test
    void constantStyleIsTheTargetOfAll() {
        Features features = Features.rectified(20, 30, 2, 1), style = Features.constant(8, 8, 2, 0.7f);
        for (float value : matched(features, style, 256).values()) assertEquals(0.7f, value, 1e-6);
        assertEquals(0, style.loss(tf, new Histogram(256), Features.constant(9, 9, 2, 0.7f)), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(floats = {1e-20f, 1e-6f, 1e20f})
    void anyScaleOfValues(float scale) {
        Features features = Features.rectified(30, 30, 2, 1), style = Features.rectified(30, 30, 2, 2);
        float[] expected = matched(features, style, 64).values(),
                values = features.values().clone();
        for (int i = 0; i < values.length; i++) values[i] *= scale;
        TestModels.assertClose(
                "scaled",
                expected,
                matched(new Features(30, 30, 2, values), style, 64).values(),
                1e-3);
    }

    @Test
    void meanOfTwoTargetsIsThatOfTheirQuantiles() {
        Histogram loss = new Histogram(4);
        float[] a = values(loss.target(tf, new Features(1, 5, 1, new float[] {0, 1, 2, 3, 4}).in(tf)));
        float[] b = values(loss.target(tf, new Features(1, 5, 1, new float[] {18, 16, 14, 12, 10}).in(tf)));
        for (int i = 0; i < a.length; i++) assertEquals(10 + 2 * a[i], b[i], 1e-4);
    }

    /** With the matched features R held, the slope of mean (F - R)² is 2 (F - R) over the number of elements. */
    @Test
    void gradientHoldsTheMatchedFeatures() {
        Features features = Features.rectified(9, 11, 3, 1), style = Features.rectified(12, 10, 3, 2);
        Histogram loss = new Histogram(16);
        try (Graph graph = new Graph()) {
            Ops ops = Ops.create(graph);
            Operand<TFloat32> f = ops.identity(features.in(ops)), target = loss.target(ops, style.in(ops));
            Output<?> gradient =
                    graph.addGradients(loss.value(ops, f, target).asOutput(), new Output<?>[] {f.asOutput()})[0];
            try (Session run = new Session(graph);
                    Result result = run.runner().fetch(gradient).run()) {
                float[] slope = TestModels.values(result.get(0)),
                        held = matched(features, style, 16).values();
                for (int i = 0; i < slope.length; i++)
                    assertEquals(difference(features.values()[i], held[i], 0.01), slope[i] * slope.length, 1e-4);
            }
        }
    }

    private static double difference(double f, double r, double step) {
        return (Math.pow(f + step - r, 2) - Math.pow(f - step - r, 2)) / (2 * step);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -3})
    void fewerThanTwoBins(int bins) {
        Exception error = assertThrows(IllegalArgumentException.class, () -> new Histogram(bins));
        TestErrors.assertSentence(error, "bins", "" + bins, "at least 2");
    }

    private Features matched(Features features, Features style, int bins) {
        Histogram loss = new Histogram(bins);
        Operand<TFloat32> f = Gram.matrix(tf, features.in(tf), features.channels());
        float[] matched = values(loss.matched(tf, f, loss.target(tf, style.in(tf))));
        assertEquals(features.values().length, matched.length);
        return new Features(features.height(), features.width(), features.channels(), matched);
    }

    private static float[] values(Operand<TFloat32> operand) {
        return TestModels.values(operand.asTensor());
    }
}
