package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Losses of a few numbers, computed by hand. */
class LossValuesTest {

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void contentIsTheMeanSquaredDifference() {
        assertEquals(4, value(new Content(), features(1, 2, 3, 3, 3, 3, 3, 3, 3), features(1, 2, 3, 5, 5, 5, 5, 5, 5)));
        assertEquals(2.5, value(new Content(), features(1, 1, 2, 1, 5), features(1, 1, 2, 3, 4)));
    }

    @Test
    void gramIsTheMeanProductOfChannels() {
        // channels (1, 3, 5, 7) and (2, 4, 6, 8): 1+9+25+49, 2+12+30+56, 4+16+36+64, over 4 positions
        Operand<TFloat32> features = features(2, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8);
        assertArrayEquals(new float[] {21, 25, 25, 30}, values(new Gram().target(tf, features)));
    }

    @Test
    void gramLossIsTheMeanSquaredDifferenceOfTheMatrices() {
        Operand<TFloat32> features = features(2, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8);
        Operand<TFloat32> target = new Gram().target(tf, features(1, 3, 2, 1, 1, 1, 1, 1, 1));
        assertEquals((20 * 20 + 24 * 24 + 24 * 24 + 29 * 29) / 4.0, value(new Gram(), features, target));
    }

    @Test
    void totalVariationHalvesTheDiagonals() {
        // 0 1 3
        // 2 4 8
        double across = (1 + 4 + 4 + 16) / 4.0,
                down = (4 + 9 + 25) / 3.0,
                falling = (16 + 49) / 2.0,
                rising = (1 + 1) / 2.0;
        assertEquals(
                across + down + (falling + rising) / 2,
                value(new TotalVariation(), features(2, 3, 1, 0, 1, 3, 2, 4, 8), null),
                1e-5);
    }

    /** Places -1, -1, 1 and -1, 1, 1 about their means: both cosines have a mean of 1/9, and 9 - 1/9 is the square of their length. */
    @Test
    void selfSimilarityIsOneMinusTheCorrelationOfCosines() {
        SelfSimilarity loss = new SelfSimilarity();
        Operand<TFloat32> target = loss.target(tf, features(1, 3, 1, 0, 3, 3));
        assertEquals(0.9, value(loss, features(1, 3, 1, 0, 0, 3), target), 1e-6);
        assertEquals(0, value(loss, features(1, 3, 1, 7, 1, 1), target), 1e-6);
        assertEquals(0, value(loss, features(1, 1, 1, 4), loss.target(tf, features(1, 1, 1, 2))));
    }

    @Test
    void totalVariationTakesEachChannelByItself() {
        assertEquals(0, value(new TotalVariation(), features(2, 2, 3, 0, 9, 5, 0, 9, 5, 0, 9, 5, 0, 9, 5), null));
        assertThrows(IllegalStateException.class, () -> new TotalVariation().target(tf, features(1, 1, 1, 0)));
    }

    /** What makes it possible to work through an image tile by tile. */
    @Test
    void statisticsOfTwoPartsAddUpToThoseOfTheWhole() {
        Random random = new Random(5);
        float[] upper = random(random, 2 * 5 * 3),
                lower = random(random, 4 * 5 * 3),
                whole = new float[upper.length + lower.length];
        System.arraycopy(upper, 0, whole, 0, upper.length);
        System.arraycopy(lower, 0, whole, upper.length, lower.length);
        StatisticLoss loss = new Gram();
        StatisticLoss.Statistic a = loss.statistic(tf, features(2, 5, 3, upper)),
                b = loss.statistic(tf, features(4, 5, 3, lower)),
                all = loss.statistic(tf, features(6, 5, 3, whole));
        StatisticLoss.Statistic sum =
                new StatisticLoss.Statistic(tf.math.add(a.sum(), b.sum()), tf.math.add(a.count(), b.count()));
        assertArrayEquals(values(all.sum()), values(sum.sum()), 1e-4f);
        assertArrayEquals(values(all.count()), values(sum.count()));

        Operand<TFloat32> target = loss.target(tf, features(4, 4, 3, random(random, 4 * 4 * 3)));
        double value = value(loss, features(6, 5, 3, whole), target);
        assertEquals(value, values(loss.distance(tf, sum.mean(tf), target))[0], 1e-5 * value);
    }

    private static float[] random(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) values[i] = 1 + (float) random.nextGaussian();
        return values;
    }

    private Operand<TFloat32> features(int height, int width, int channels, float... values) {
        return tf.constant(Shape.of(1, height, width, channels), DataBuffers.of(values));
    }

    private double value(Loss loss, Operand<TFloat32> features, Operand<TFloat32> target) {
        return values(loss.value(tf, features, target))[0];
    }

    private static float[] values(Operand<TFloat32> operand) {
        float[] values = new float[(int) operand.shape().size()];
        operand.asTensor().asRawTensor().data().asFloats().read(values);
        return values;
    }
}
