package io.github.neuralstyle.optimize;

import static io.github.neuralstyle.optimize.Functions.quadratic;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.optimize.LineSearch.Trial;
import org.junit.jupiter.api.Test;

class ProjectedPathTest {

    private static final Objective BOWL = quadratic(new double[] {1, 2, 3}, new double[] {2, -3, 0.5});

    private final float[] trial = new float[3];
    private final ProjectedPath path = new ProjectedPath(new Box(0, 1), trial);

    @Test
    void elementsPressedAgainstTheirBoundRest() {
        path.aim(new float[] {0, 1, 0.5f}, new float[] {5, -6, 7}, new CurvaturePairs(1));
        assertArrayEquals(new float[] {0, 0, -7}, path.direction);
        path.aim(new float[] {0, 1, 0.5f}, new float[] {-5, 6, -7}, new CurvaturePairs(1));
        assertArrayEquals(new float[] {5, -6, 7}, path.direction);
    }

    @Test
    void elementsAtABoundThatTheCurvatureWouldDriveOutRest() {
        CurvaturePairs coupled = new CurvaturePairs(1);
        CurvaturePairs.Pair pair = coupled.next(3);
        System.arraycopy(new float[] {1, -3, 0}, 0, pair.s, 0, 3);
        System.arraycopy(new float[] {1, -0.1f, 0}, 0, pair.y, 0, 3);
        coupled.add(pair);
        float[] gradient = {1, 0.1f, 0};
        path.aim(new float[] {0.5f, 0.9f, 0.5f}, gradient, coupled);
        float free = path.direction[0];
        assertTrue(path.direction[1] > 0, "upwards, although the gradient is positive");
        path.aim(new float[] {0.5f, 1, 0.5f}, gradient, coupled);
        assertEquals(free, path.direction[0]);
        assertEquals(0, path.direction[1]);
    }

    /** A pressed element must not steer the others through the curvature either: the direction might no longer descend. */
    @Test
    void elementsPressedAgainstTheirBoundDoNotSteerTheOthers() {
        CurvaturePairs coupled = new CurvaturePairs(1);
        CurvaturePairs.Pair pair = coupled.next(3);
        System.arraycopy(new float[] {1, 1, 0}, 0, pair.s, 0, 3);
        System.arraycopy(new float[] {1, 0.5f, 0}, 0, pair.y, 0, 3);
        coupled.add(pair);
        float[] x = {0, 0.5f, 0.5f};
        path.aim(x, new float[] {100, -1, 0}, coupled);
        float[] expected = path.direction.clone();
        path.aim(x, new float[] {0, -1, 0}, coupled);
        assertArrayEquals(new float[] {0, path.direction[1], path.direction[2]}, expected);
    }

    @Test
    void slopeIsTheDerivativeAlongTheBentPath() {
        float[] x = {0.2f, 0.6f, 0.5f}, direction = {1, -1, 0.1f};
        System.arraycopy(direction, 0, path.direction, 0, 3);
        Trial start = new Trial(0, 0, 0, new float[3]);
        for (double step : new double[] {0, 0.3, 0.7, 1.5, 9}) {
            double slope = path.evaluate(BOWL, x, step, start).slope();
            double h = 1.0 / 1024;
            double ahead = path.evaluate(BOWL, x, step + h, start).value();
            double here = path.evaluate(BOWL, x, step, start).value();
            assertEquals((ahead - here) / h, slope, 5e-3, () -> "at " + step);
        }
    }

    @Test
    void gradientsStillNeededAreNotOverwritten() {
        float[] x = {0.2f, 0.6f, 0.5f};
        Trial start = new Trial(0, 0, 0, new float[3]);
        Trial first = path.evaluate(BOWL, x, 0, start), second = path.evaluate(BOWL, x, 0, first);
        assertNotSame(first.gradient(), second.gradient());
        path.exchange(second.gradient(), start.gradient());
        Trial third = path.evaluate(BOWL, x, 0, second), fourth = path.evaluate(BOWL, x, 0, third);
        assertNotSame(second.gradient(), third.gradient());
        assertNotSame(second.gradient(), fourth.gradient());
    }
}
