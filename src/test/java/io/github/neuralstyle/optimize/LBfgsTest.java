package io.github.neuralstyle.optimize;

import static io.github.neuralstyle.optimize.Functions.ROSENBROCK;
import static io.github.neuralstyle.optimize.Functions.curvatures;
import static io.github.neuralstyle.optimize.Functions.quadratic;
import static io.github.neuralstyle.optimize.Functions.recorded;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LBfgsTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void minimisesAConvexQuadraticInFewSteps() {
        double[] minimum = {1, -2, 3, -4, 5, -6};
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        float[] x = new float[6];
        run(optimizer, quadratic(curvatures(6, 10), minimum), x, 15);
        for (int i = 0; i < 6; i++) assertEquals(minimum[i], x[i], 1e-3);
        assertTrue(optimizer.evaluations() <= 20, () -> optimizer.evaluations() + " evaluations");
        assertSame(x, optimizer.result(x));
    }

    @Test
    void minimisesAnIllConditionedQuadratic() {
        double[] minimum = new double[200];
        for (int i = 0; i < 200; i++) minimum[i] = Math.sin(i);
        float[] x = new float[200];
        run(new LBfgs(10, -INFINITY, INFINITY), quadratic(curvatures(200, 1e3), minimum), x, 200);
        for (int i = 0; i < 200; i++) assertEquals(minimum[i], x[i], 1e-3);
    }

    @Test
    void minimisesRosenbrock() {
        float[] x = {-1.2f, 1};
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        run(optimizer, ROSENBROCK, x, 50);
        assertArrayEquals(new float[] {1, 1}, x, 1e-3f);
        assertTrue(optimizer.evaluations() <= 60, () -> optimizer.evaluations() + " evaluations");
    }

    /** With x at most 0.5, the minimum of Rosenbrock is at x = 0.5, y = x². */
    @Test
    void reachesTheMinimumWithinTheBounds() {
        float[] x = {-1.2f, 7};
        run(new LBfgs(10, -1.5f, 0.5f), inBounds(ROSENBROCK, -1.5f, 0.5f), x, 60);
        assertArrayEquals(new float[] {0.5f, 0.25f}, x, 1e-3f);
    }

    @Test
    void reachesTheBoundedMinimumOfACoupledQuadratic() {
        // neighbours pull at each other, targets lie far out of bounds: compared with projected gradient descent
        int n = 50;
        Objective chain = (x, gradient) -> {
            double value = 0;
            for (int i = 0; i < n; i++) gradient[i] = 0;
            for (int i = 0; i < n; i++) {
                double away = x[i] - 3 * Math.sin(i * 0.7);
                value += away * away / 2;
                gradient[i] += (float) away;
                if (i == 0) continue;
                double difference = x[i] - x[i - 1];
                value += 5 * difference * difference;
                gradient[i] += (float) (10 * difference);
                gradient[i - 1] -= (float) (10 * difference);
            }
            return value;
        };
        float[] expected = new float[n], gradient = new float[n];
        for (int k = 0; k < 2000; k++) {
            chain.evaluate(expected, gradient);
            for (int i = 0; i < n; i++)
                expected[i] = Math.min(Math.max(expected[i] - 0.02f * gradient[i], -0.1f), 0.2f);
        }
        float[] x = new float[n];
        run(new LBfgs(10, -0.1f, 0.2f), inBounds(chain, -0.1f, 0.2f), x, 60);
        assertArrayEquals(expected, x, 1e-3f);
    }

    private static Objective inBounds(Objective objective, float lower, float upper) {
        return (x, gradient) -> {
            for (float value : x) assertTrue(value >= lower && value <= upper, () -> value + " is out of bounds");
            return objective.evaluate(x, gradient);
        };
    }

    @Test
    void acceptedPointsSatisfyTheStrongWolfeConditions() {
        float[] x = {-1.2f, 1}, g = new float[2], h = new float[2];
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        for (int k = 0; k < 25; k++) {
            float[] from = x.clone();
            double before = ROSENBROCK.evaluate(from, g);
            assertEquals(before, optimizer.step(ROSENBROCK, x));
            double after = ROSENBROCK.evaluate(x, h), slope = 0, slopeAfter = 0;
            for (int i = 0; i < 2; i++) {
                slope += (double) g[i] * (x[i] - from[i]);
                slopeAfter += (double) h[i] * (x[i] - from[i]);
            }
            assertTrue(after <= before + 1e-4 * slope, "sufficient decrease");
            assertTrue(Math.abs(slopeAfter) <= 0.9001 * Math.abs(slope), "curvature");
        }
    }

    @Test
    void firstTrialChangesTheElementsByOneOnAverage() {
        List<float[]> trials = new ArrayList<>();
        Objective recorded = recorded(quadratic(new double[] {1e-6, 3e-6}, new double[] {1000, 1000}), trials);
        new LBfgs(10, 0, 2000).step(recorded, new float[2]);
        assertArrayEquals(new float[] {0.5f, 1.5f}, trials.get(1), 1e-5f);
    }

    @Test
    void repeatsItselfToTheLastBit() {
        assertArrayEquals(manySteps(), manySteps());
    }

    private static float[] manySteps() {
        int n = 200_000;
        double[] minimum = new double[n];
        for (int i = 0; i < n; i++) minimum[i] = Math.sin(i);
        float[] x = new float[n];
        run(new LBfgs(4, -0.9f, 0.9f), quadratic(curvatures(n, 100), minimum), x, 8);
        return x;
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new LBfgs(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LBfgs(10, 1, 0));
    }

    private static void run(Optimizer optimizer, Objective objective, float[] x, int steps) {
        for (int i = 0; i < steps; i++) optimizer.step(objective, x);
    }
}
