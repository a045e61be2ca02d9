package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What losses learn from a part of a style image. */
class MaskedTargetTest {

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    static Stream<Loss> losses() {
        return Stream.of(
                new Gram(),
                new ShiftedGram(List.of(1, 3)),
                new Histogram(64),
                new Wasserstein(),
                new ActivationShift(-1),
                new SlicedWasserstein(64));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void allWithinIsTheWhole(Loss loss) {
        Features features = Features.rectified(9, 7, 3, 1);
        assertTargets(loss, features.in(tf), features.in(tf), weights(9, 7, 7));
    }

    /** Noughts outside stand for nothing: the rest may be anything. */
    @ParameterizedTest
    @MethodSource("losses")
    void aPartIsAsIfCutOut(Loss loss) {
        Features features = Features.rectified(9, 7, 3, 1);
        int inside = 5;
        float[] part = new float[9 * inside * 3];
        for (int y = 0; y < 9; y++) System.arraycopy(features.values(), 3 * 7 * y, part, 3 * inside * y, 3 * inside);
        assertTargets(loss, new Features(9, inside, 3, part).in(tf), features.in(tf), weights(9, 7, inside));
    }

    @Test
    void chainOfAPartIsAsIfCutOut() {
        Loss chain = new CrossLayerChain("any");
        float[] values = Features.rectified(2 * 4, 6, 3, 1).values(), part = Arrays.copyOf(values, values.length / 2);
        System.arraycopy(values, values.length / 2, part, part.length / 2, part.length / 2);
        Operand<TFloat32> whole = tf.constant(Shape.of(2, 4, 6, 3), DataBuffers.of(values));
        Operand<TFloat32> upper = tf.constant(Shape.of(2, 2, 6, 3), DataBuffers.of(part));
        float[] weights = new float[4 * 6];
        Arrays.fill(weights, 0, 2 * 6, 1);
        assertTargets(chain, upper, whole, tf.constant(Shape.of(1, 4, 6, 1), DataBuffers.of(weights)));
    }

    private void assertTargets(
            Loss loss, Operand<TFloat32> plain, Operand<TFloat32> features, Operand<TFloat32> weights) {
        TestModels.assertClose(
                loss.name(),
                TestModels.values(loss.target(tf, plain).asTensor()),
                TestModels.values(loss.target(tf, features, weights).asTensor()),
                1e-5);
    }

    /** The left columns inside. */
    private Operand<TFloat32> weights(int height, int width, int inside) {
        float[] weights = new float[height * width];
        for (int i = 0; i < weights.length; i++) weights[i] = i % width < inside ? 1 : 0;
        return tf.constant(Shape.of(1, height, width, 1), DataBuffers.of(weights));
    }

    @Test
    void positionsCountByTheirWeights() {
        Operand<TFloat32> features = tf.constant(Shape.of(1, 1, 3, 1), DataBuffers.of(new float[] {2, 4, 100}));
        Operand<TFloat32> weights = tf.constant(Shape.of(1, 1, 3, 1), DataBuffers.of(new float[] {1, 0.25f, 0}));
        assertEquals(
                (4 + 0.25f * 16) / 1.25f,
                TestModels.values(new Gram().target(tf, features, weights).asTensor())[0],
                1e-5);
        float[] quantiles =
                TestModels.values(new Histogram(5).target(tf, features, weights).asTensor());
        assertEquals(2, quantiles[0]);
        assertEquals(2, quantiles[3], 1e-4, "three fifths of the weight lie below");
        assertEquals(4, quantiles[5], 1e-4);
    }

    @Test
    void pairsFartherApartThanTheMaskAreOfIndependentFeatures() {
        Features features = new Features(1, 4, 1, new float[] {2, 4, 7, 9});
        float[] target = TestModels.values(new ShiftedGram(List.of(3))
                .target(tf, features.in(tf), weights(1, 4, 2))
                .asTensor());
        assertEquals(3 * 3, target[0], 1e-4);
    }

    /** Through the network: the right half of the style is another picture and has no say but near the border. */
    @Test
    void masksAreScaledToEachLayer(@TempDir Path folder) {
        FeatureModel model = TestModels.tiny(folder);
        Pixels left = TestPictures.waves(64, 64, 1),
                right = TestPictures.waves(64, 64, 2),
                content = TestPictures.waves(64, 64, 3);
        boolean[] inside = new boolean[128 * 64];
        for (int i = 0; i < inside.length; i++) inside[i] = i % 128 < 64;
        List<Term> terms =
                Losses.terms(LossConfig.DEFAULT.withLosses(List.of("gram", "shift", "hist")), model.layers(), 1, 64);
        try (LossGraph graph = new LossGraph(model)) {
            float[] gradient = new float[content.values().length];
            double[] found = new double[3];
            for (int i = 0; i < 3; i++) {
                Pixels style = i == 0 ? left : beside(left, right);
                Mask mask = i == 2 ? new Mask(128, 64, inside) : null;
                found[i] = graph.targets(terms, List.of(style), Collections.singletonList(mask), new double[] {1})
                        .withContent(content)
                        .evaluate(left.values(), gradient);
            }
            assertEquals(0, found[0], 1e-3 * found[1]);
            assertTrue(found[2] < 0.2 * found[1], Arrays.toString(found));
        }
    }

    private static Pixels beside(Pixels left, Pixels right) {
        float[] values = new float[2 * left.values().length];
        for (int y = 0; y < left.height(); y++) {
            System.arraycopy(left.values(), 3 * left.width() * y, values, 6 * left.width() * y, 3 * left.width());
            System.arraycopy(
                    right.values(),
                    3 * left.width() * y,
                    values,
                    6 * left.width() * y + 3 * left.width(),
                    3 * left.width());
        }
        return new Pixels(2 * left.width(), left.height(), values);
    }
}
