package io.github.neuralstyle.optimize;

import static io.github.neuralstyle.optimize.Functions.ROSENBROCK;
import static io.github.neuralstyle.optimize.Functions.bowl;
import static io.github.neuralstyle.optimize.Functions.curvatures;
import static io.github.neuralstyle.optimize.Functions.quadratic;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdamTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void firstTwoStepsAndTheirAverageAreThoseComputedByHand() {
        Adam adam = new Adam(0.5, -INFINITY, INFINITY);
        float[] x = {3};
        Objective square = quadratic(new double[] {2}, new double[] {0});

        // g = 6; m = 0.6, m̂ = 6; v = 0.36, v̂ = 36; x = 3 - 0.5 · 6 / 6
        assertEquals(9, adam.step(square, x));
        assertEquals(2.5, x[0], 1e-6);
        assertEquals(2.5, adam.result(x)[0], 1e-6);

        // g = 5; m = 0.54 + 0.5, m̂ = 1.04 / 0.19; v = 0.3564 + 0.25, v̂ = 0.6064 / 0.0199
        assertEquals(6.25, adam.step(square, x), 1e-5);
        double expected = 2.5 - 0.5 * (1.04 / 0.19) / Math.sqrt(0.6064 / 0.0199);
        assertEquals(expected, x[0], 1e-6);

        // average: (0.99 · 0.01 · 2.5 + 0.01 · x) / (1 - 0.99²)
        assertEquals((0.0099 * 2.5 + 0.01 * expected) / 0.0199, adam.result(x)[0], 1e-6);
        assertEquals(2, adam.evaluations());
    }

    @Test
    void showsThePointBeforeTheFirstStep() {
        float[] x = {1};
        assertSame(x, new Adam(1, 0, 2).result(x));
    }

    @Test
    void minimisesAnIllConditionedQuadratic() {
        double[] minimum = {1, -2, 3, -4, 5};
        Objective f = quadratic(curvatures(5, 1e4), minimum);
        float[] x = new float[5];
        Adam adam = new Adam(0.1, -10, 10);
        for (int i = 0; i < 1000; i++) {
            adam.learningRate(0.1 * (1 - i / 1000.0));
            adam.step(f, x);
        }
        for (int i = 0; i < 5; i++) assertEquals(minimum[i], adam.result(x)[i], 1e-2);
    }

    @Test
    void minimisesRosenbrock() {
        float[] x = {-1.2f, 1};
        Adam adam = new Adam(0.05, -INFINITY, INFINITY);
        for (int i = 0; i < 3000; i++) adam.step(ROSENBROCK, x);
        assertArrayEquals(new float[] {1, 1}, adam.result(x), 1e-2f);
    }

    @Test
    void reachesTheMinimumWithinTheBounds() {
        Objective f = quadratic(new double[] {1, 1, 1}, new double[] {-5, 0.5, 5});
        Objective watched = (x, gradient) -> {
            for (float value : x) assertTrue(value >= 0 && value <= 1, () -> value + " is out of bounds");
            return f.evaluate(x, gradient);
        };
        float[] x = {7, 0.1f, -3};
        Adam adam = new Adam(0.02, 0, 1);
        for (int i = 0; i < 600; i++) adam.step(watched, x);
        assertArrayEquals(new float[] {0, 0.5f, 1}, x, 1e-3f);
        assertArrayEquals(new float[] {0, 0.5f, 1}, adam.result(x), 1e-2f);
    }

    @Test
    void restsWhereTheGradientIsZero() {
        float[] x = {1, 2};
        Adam adam = new Adam(0.1, -10, 10);
        for (int i = 0; i < 3; i++) adam.step(quadratic(new double[2], new double[2]), x);
        assertArrayEquals(new float[] {1, 2}, x);
    }

    @Test
    void refusesWhatIsNotFiniteAndGoesOnAfterwards() {
        float[] x = {1, 2};
        Adam adam = new Adam(0.1, -10, 10);
        assertThrows(ArithmeticException.class, () -> adam.step((p, gradient) -> Double.NaN, x));
        assertThrows(ArithmeticException.class, () -> adam.step((p, gradient) -> gradient[1] = Float.NaN, x));
        assertArrayEquals(new float[] {1, 2}, x);
        adam.step(bowl(2, 1), x);
        assertArrayEquals(new float[] {0.9f, 1.9f}, x, 1e-5f);
    }

    @Test
    void refusesOptionsOutOfRangeAndPointsOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> new Adam(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Adam(Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Adam(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Adam(1, Float.NaN, 1));
        Adam adam = new Adam(1, 0, 1);
        adam.step(bowl(2, 1), new float[2]);
        assertThrows(IllegalArgumentException.class, () -> adam.step(bowl(3, 1), new float[3]));
    }
}
