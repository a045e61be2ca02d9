package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;

class SlicedWassersteinTest {

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void nothingToDoForTheStylesOwnPositionsInAnotherOrder() {
        Features style = Features.rectified(40, 50, 4, 1), other = Features.rectified(40, 50, 4, 2);
        assertEquals(0, style.shuffled().loss(tf, new SlicedWasserstein(256), style), 1e-10);
        double loss = other.loss(tf, new SlicedWasserstein(256), style);
        assertTrue(loss > 1e-6);
        assertEquals(loss, other.shuffled().loss(tf, new SlicedWasserstein(256), style), 1e-3 * loss);
    }

    /** What the article computes, for maps of as many positions. */
    @Test
    void agreesWithSorting() {
        Features features = Features.rectified(50, 60, 3, 1), style = Features.rectified(60, 50, 3, 2);
        for (int i = 0; i < features.values().length; i++)
            features.values()[i] = (float) Math.sqrt(features.values()[i]);
        float[] directions = SlicedWasserstein.directions(3);
        double sum = 0;
        for (int d = 0; d < 3; d++) {
            double[] a = sorted(features, directions, d), b = sorted(style, directions, d);
            for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]) / (3 * a.length);
        }
        assertEquals(sum, features.loss(tf, new SlicedWasserstein(256), style), 0.01 * sum);
    }

    private static double[] sorted(Features features, float[] directions, int d) {
        double[] projections = new double[features.height() * features.width()];
        for (int i = 0; i < features.values().length; i++)
            projections[i / 3] += features.values()[i] * directions[i % 3 * 3 + d];
        Arrays.sort(projections);
        return projections;
    }

    @Test
    void directionsHaveLengthOneAndDiffer() {
        float[] directions = SlicedWasserstein.directions(5);
        for (int d = 0; d < 5; d++)
            for (int e = 0; e <= d; e++) {
                double product = 0;
                for (int c = 0; c < 5; c++) product += directions[c * 5 + d] * directions[c * 5 + e];
                assertTrue(d == e ? Math.abs(product - 1) < 1e-6 : Math.abs(product) < 0.99, d + " and " + e);
            }
    }

    /** Both have mean 0 and variance 1; the one has two values, the other three. */
    @Test
    void seesWhatGramAndWassersteinAreBlindTo() {
        float[] two = new float[32 * 32], three = new float[32 * 32];
        for (int i = 0; i < two.length; i++) {
            two[i] = i % 2 == 0 ? -1 : 1;
            three[i] = i % 8 == 0 ? -2 : i % 8 == 1 ? 2 : 0;
        }
        Features a = new Features(32, 32, 1, two), b = new Features(32, 32, 1, three);
        assertEquals(0, a.loss(tf, new Gram(), b));
        assertEquals(0, a.loss(tf, new Wasserstein(), b), 1e-9);
        assertTrue(a.loss(tf, new SlicedWasserstein(256), b) > 0.1);
    }

    @Test
    void constantFeatures() {
        Features flat = Features.constant(20, 20, 3, 2);
        assertEquals(0, flat.loss(tf, new SlicedWasserstein(256), Features.constant(7, 9, 3, 2)), 1e-10);
        assertTrue(Double.isFinite(flat.loss(tf, new SlicedWasserstein(256), Features.rectified(20, 20, 3, 1))));
        assertTrue(Double.isFinite(Features.rectified(20, 20, 3, 1).loss(tf, new SlicedWasserstein(256), flat)));
    }

    @Test
    void fewerThanTwoBins() {
        Exception error = assertThrows(IllegalArgumentException.class, () -> new SlicedWasserstein(1));
        TestErrors.assertSentence(error, "bins", "1", "at least 2");
    }
}
