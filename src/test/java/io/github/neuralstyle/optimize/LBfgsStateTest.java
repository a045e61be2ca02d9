package io.github.neuralstyle.optimize;

import static io.github.neuralstyle.optimize.Functions.ROSENBROCK;
import static io.github.neuralstyle.optimize.Functions.curvatures;
import static io.github.neuralstyle.optimize.Functions.quadratic;
import static io.github.neuralstyle.optimize.Functions.recorded;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LBfgsStateTest {

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void neverEvaluatesAPointTwice() {
        List<float[]> points = new ArrayList<>();
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        run(optimizer, recorded(ROSENBROCK, points), new float[] {-1.2f, 1}, 25);
        assertEquals(points.size(), optimizer.evaluations());
        assertEquals(
                points.size(),
                points.stream().map(p -> List.of(p[0], p[1])).distinct().count());
    }

    @Test
    void keepsTheGradientOfThePointWhereAStepBegins() {
        Map<Float, float[]> written = new HashMap<>();
        float[][] needed = new float[1][];
        Objective watched = (x, gradient) -> {
            assertNotSame(needed[0], gradient);
            written.put(x[0], gradient);
            return ROSENBROCK.evaluate(x, gradient);
        };
        float[] x = {-1.2f, 1};
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        for (int i = 0; i < 25; i++) {
            optimizer.step(watched, x);
            needed[0] = written.get(x[0]);
        }
    }

    @Test
    void restsWithoutEvaluationWhereNothingDescends() {
        Objective f = quadratic(new double[] {1, 1}, new double[] {-1, 2});
        float[] x = {0, 1};
        LBfgs optimizer = new LBfgs(10, 0, 1);
        run(optimizer, f, x, 3);
        assertArrayEquals(new float[] {0, 1}, x);
        assertEquals(1, optimizer.evaluations());

        Objective wrongGradient = (p, gradient) -> {
            gradient[0] = gradient[1] = -1;
            return 1 + p[0] + p[1];
        };
        LBfgs misled = new LBfgs(10, -INFINITY, INFINITY);
        misled.step(wrongGradient, x);
        int spent = misled.evaluations();
        assertEquals(2, misled.step(wrongGradient, x));
        assertEquals(spent, misled.evaluations());
        assertArrayEquals(new float[] {0, 1}, x);
    }

    @Test
    void noticesAPointOrAnObjectiveThatChanged() {
        Objective near = quadratic(new double[] {1, 2}, new double[] {1, 1});
        Objective far = quadratic(new double[] {1, 2}, new double[] {5, 5});
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        float[] x = new float[2], g = new float[2];
        run(optimizer, near, x, 3);
        x[0] = 2;
        assertEquals(near.evaluate(x, g), optimizer.step(near, x));
        run(optimizer, near, x, 20);
        optimizer.objectiveChanged();
        assertEquals(far.evaluate(x, g), optimizer.step(far, x));
        run(optimizer, far, x, 20);
        assertArrayEquals(new float[] {5, 5}, x, 1e-3f);
    }

    @Test
    void goesOnAtAnotherScale() {
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        run(optimizer, quadratic(curvatures(2, 10), new double[2]), new float[] {3, 4}, 5);
        assertThrows(IllegalArgumentException.class, () -> optimizer.step(ROSENBROCK, new float[4]));
        optimizer.rescale(a -> new float[4]);
        float[] x = {3, 4, 5, 6};
        run(optimizer, quadratic(curvatures(4, 10), new double[4]), x, 20);
        assertArrayEquals(new float[4], x, 1e-3f);
    }

    @Test
    void backsOffFromWhatIsNotFinite() {
        // x - ln(x) / 4, not defined for x ≤ 0: its minimum is at 1/4, the first trial at -1/10
        Objective barrier = (x, gradient) -> {
            gradient[0] = x[0] > 0 ? 1 - 0.25f / x[0] : Float.NaN;
            return x[0] - Math.log(x[0]) / 4;
        };
        List<float[]> points = new ArrayList<>();
        float[] x = {0.9f};
        run(new LBfgs(10, -INFINITY, INFINITY), recorded(barrier, points), x, 20);
        assertEquals(-0.1f, points.get(1)[0], 1e-6);
        assertEquals(0.25, x[0], 1e-3);
    }

    @Test
    void neverAcceptsAGradientThatIsNotFinite() {
        // the value is fine everywhere, the gradient of a resting element is not beyond 0.7
        Objective f = (x, gradient) -> {
            gradient[0] = x[0] - 1;
            gradient[1] = x[0] > 0.7f ? Float.POSITIVE_INFINITY : 1;
            return (x[0] - 1) * (x[0] - 1) / 2 + x[1];
        };
        float[] x = {0, 0};
        run(new LBfgs(10, 0, 2), f, x, 5);
        assertTrue(x[0] > 0 && x[0] <= 0.7f, () -> "at " + x[0]);
        assertEquals(0, x[1]);
    }

    @Test
    void refusesAStartThatIsNotFinite() {
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        assertThrows(ArithmeticException.class, () -> optimizer.step((p, gradient) -> Double.NaN, new float[2]));
        assertThrows(
                ArithmeticException.class,
                () -> optimizer.step((p, gradient) -> gradient[0] = Float.NaN, new float[2]));
    }

    @Test
    void anObjectiveThatThrowsLeavesThePoint() {
        LBfgs optimizer = new LBfgs(10, -INFINITY, INFINITY);
        float[] x = {-1.2f, 1};
        run(optimizer, ROSENBROCK, x, 5);
        float[] before = x.clone();
        assertThrows(
                IllegalStateException.class,
                () -> optimizer.step(
                        (p, gradient) -> {
                            throw new IllegalStateException();
                        },
                        x));
        assertArrayEquals(before, x);
        run(optimizer, ROSENBROCK, x, 50);
        assertArrayEquals(new float[] {1, 1}, x, 1e-3f);
    }

    private static void run(Optimizer optimizer, Objective objective, float[] x, int steps) {
        for (int i = 0; i < steps; i++) optimizer.step(objective, x);
    }
}
