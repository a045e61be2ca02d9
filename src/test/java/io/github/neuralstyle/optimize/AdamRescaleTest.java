package io.github.neuralstyle.optimize;

import static io.github.neuralstyle.optimize.Functions.bowl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AdamRescaleTest {

    @Test
    void stepsDoNotDependOnTheUnitOfTheObjective() {
        float[] expected = walk(1, 1, float[]::clone);
        assertArrayEquals(expected, walk(1e-12, 1e-12, float[]::clone), 1e-5f);
        assertArrayEquals(expected, walk(1e12, 1e12, float[]::clone), 1e-5f);
    }

    @Test
    void theUnitMayChangeWithTheScale() {
        assertArrayEquals(walk(1, 1, AdamRescaleTest::twice), walk(1, 1e-6, AdamRescaleTest::twice), 1e-5f);
        assertArrayEquals(walk(1, 1, AdamRescaleTest::twice), walk(1e-6, 1, AdamRescaleTest::twice), 1e-5f);
    }

    /** Five steps, a change of scale, five more steps, with the objective in a unit of its own at each scale. */
    private static float[] walk(double unit, double nextUnit, UnaryOperator<float[]> resample) {
        Adam adam = new Adam(0.1, -10, 10);
        float[] x = {1, -2, 3};
        for (int i = 0; i < 5; i++) adam.step(bowl(3, unit), x);
        x = resample.apply(x);
        adam.rescale(resample);
        for (int i = 0; i < 5; i++) adam.step(bowl(x.length, nextUnit), x);
        return x;
    }

    private static float[] twice(float[] a) {
        float[] b = new float[2 * a.length];
        for (int i = 0; i < b.length; i++) b[i] = a[i / 2];
        return b;
    }

    @Test
    void momentsAndTheirBiasCorrectionsGoOnAtAnotherScale() {
        assertArrayEquals(zigzag(false), zigzag(true), 1e-6f);
    }

    /** Six steps along gradients of alternating sign, whose mean square stays the same; a cold start would differ. */
    private static float[] zigzag(boolean rescale) {
        Adam adam = new Adam(0.1, -10, 10);
        float[] x = {0};
        for (int i = 0; i < 6; i++) {
            float sign = i % 2 == 0 ? 1 : -1;
            adam.step((p, gradient) -> gradient[0] = sign, x);
            if (rescale && i == 2) adam.rescale(float[]::clone);
        }
        return x;
    }

    @Test
    void averageBeginsAnewAtAnotherScale() {
        float[] x = {1, 2};
        Adam adam = new Adam(0.1, -10, 10);
        for (int i = 0; i < 5; i++) adam.step(bowl(2, 1), x);
        float[] larger = twice(x);
        adam.rescale(AdamRescaleTest::twice);
        assertSame(larger, adam.result(larger));
        adam.step(bowl(4, 1), larger);
        assertArrayEquals(larger, adam.result(larger));
    }

    @Test
    void overshootOfTheResamplingDoesNotThrowElementsFarOff() {
        float[] x = {1, 2, 3};
        Adam adam = new Adam(0.1, -1000, 1000);
        for (int i = 0; i < 5; i++) adam.step(bowl(3, 1), x);
        boolean[] second = {false};
        adam.rescale(a -> {
            float[] b = a.clone();
            if (second[0]) b[0] = -b[0];
            second[0] = true;
            return b;
        });
        float[] before = x.clone();
        adam.step(
                (p, gradient) -> {
                    bowl(3, 1).evaluate(p, gradient);
                    gradient[0] = 0;
                    return 0;
                },
                x);
        assertEquals(before[0], x[0], 0.11);
    }

    @Test
    void gradientsOfZeroBeforeAndAfterMoveNothing() {
        float[] x = {1, 2};
        Adam adam = new Adam(0.1, -10, 10);
        adam.step(bowl(2, 0), x);
        adam.rescale(AdamRescaleTest::twice);
        float[] larger = twice(x);
        adam.step(bowl(4, 0), larger);
        assertArrayEquals(new float[] {1, 1, 2, 2}, larger);
    }
}
