package io.github.neuralstyle.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.optimize.Adam;
import org.junit.jupiter.api.Test;

class BestIterateTest {

    /** The square of the distance to 3, in one variable. */
    private static double square(float[] x, float[] gradient) {
        gradient[0] = 2 * (x[0] - 3);
        return (x[0] - 3) * (x[0] - 3);
    }

    @Test
    void aWorsePointGivesWayToTheBestSeen() {
        BestIterate best = new BestIterate(BestIterateTest::square);
        float[] x = new float[1];
        for (float value : new float[] {0, 2.5f, 9}) {
            x[0] = value;
            assertEquals((value - 3) * (value - 3), best.evaluate(x, new float[1]), 1e-6);
        }
        assertArrayEquals(new float[] {2.5f}, best.of(x));
        assertArrayEquals(new float[] {2.9f}, best.of(new float[] {2.9f}));
    }

    /** With steps so long that it overshoots at each. */
    @Test
    void anOptimizerThatRunsAwayLosesNothing() {
        BestIterate best = new BestIterate(BestIterateTest::square);
        Adam adam = new Adam(40, -1000, 1000);
        float[] x = {2};
        for (int i = 0; i < 5; i++) adam.step(best, x);
        assertEquals(1, square(best.of(x), new float[1]), 1e-6);
        assertEquals(1, square(best.of(adam.result(x)), new float[1]), 1e-6);
    }
}
