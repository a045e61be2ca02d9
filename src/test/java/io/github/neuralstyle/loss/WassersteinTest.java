package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;

class WassersteinTest {

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    /** Of one channel it is the squared difference of means and that of standard deviations. */
    @Test
    void ofOneChannelByHand() {
        Features features = new Features(1, 2, 1, new float[] {3, 7}),
                style = new Features(2, 2, 1, new float[] {0, 2, 0, 2});
        double ridge = 2e-5, deviations = Math.sqrt(4 + ridge) - Math.sqrt(1 + ridge);
        assertEquals(16 + deviations * deviations, features.loss(tf, new Wasserstein(), style), 1e-5);
    }

    /** Turned by a right angle, the variances 4 and 1 change places: (2 - 1)² twice, over two channels. */
    @Test
    void ofTwoUncorrelatedChannelsByHand() {
        Features features = new Features(1, 4, 2, new float[] {2, 1, 2, -1, -2, 1, -2, -1});
        Features style = new Features(1, 4, 2, new float[] {1, 2, -1, 2, 1, -2, -1, -2});
        assertEquals(1, features.loss(tf, new Wasserstein(), style), 1e-4);
    }

    @Test
    void noughtForTheStylesOwnPositionsInAnyOrder() {
        Features style = Features.rectified(40, 50, 6, 1), other = Features.rectified(40, 50, 6, 2);
        assertEquals(0, style.loss(tf, new Wasserstein(), style), 1e-12);
        assertEquals(0, style.shuffled().loss(tf, new Wasserstein(), style), 1e-6);
        double loss = other.loss(tf, new Wasserstein(), style);
        assertTrue(loss > 1e-4);
        assertEquals(loss, other.shuffled().loss(tf, new Wasserstein(), style), 1e-4 * loss);
        assertEquals(
                loss,
                style.loss(tf, new Wasserstein(), other),
                1e-3 * loss,
                "a distance is symmetric, but for the ridge");
    }

    @Test
    void constantFeaturesAreAsFarAsTheStyleVaries() {
        Features style = new Features(1, 2, 2, new float[] {0, 0, 2, 2});
        assertEquals(1, Features.constant(3, 3, 2, 1).loss(tf, new Wasserstein(), style), 0.02);
        assertEquals(1, style.loss(tf, new Wasserstein(), Features.constant(3, 3, 2, 1)), 0.02);
        assertEquals(4, Features.constant(3, 3, 2, 5).loss(tf, new Wasserstein(), Features.constant(2, 7, 2, 3)), 1e-5);
        assertEquals(
                0, Features.constant(3, 3, 2, 0).loss(tf, new Wasserstein(), Features.constant(2, 7, 2, 0)), 1e-12);
        assertEquals(9, Features.constant(3, 3, 2, 3).loss(tf, new Wasserstein(), Features.constant(2, 7, 2, 0)), 1e-5);
    }
}
