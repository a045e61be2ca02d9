package io.github.neuralstyle.optimize;

import java.util.List;

/** Objectives whose minimum is known. */
public final class Functions {

    private Functions() {}

    /** Σ curvature[i] (x[i] - minimum[i])² / 2 */
    public static Objective quadratic(double[] curvature, double[] minimum) {
        return (x, gradient) -> {
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                double away = x[i] - minimum[i];
                value += curvature[i] * away * away / 2;
                gradient[i] = (float) (curvature[i] * away);
            }
            return value;
        };
    }

    /** (1 - x)² + 100 (y - x²)², its minimum 0 at (1, 1) */
    public static final Objective ROSENBROCK = (p, gradient) -> {
        double x = p[0], y = p[1], a = 1 - x, b = y - x * x;
        gradient[0] = (float) (-2 * a - 400 * x * b);
        gradient[1] = (float) (200 * b);
        return a * a + 100 * b * b;
    };

    /** n curvatures evenly spaced in logarithm from 1 to {@code condition}. */
    public static double[] curvatures(int n, double condition) {
        double[] c = new double[n];
        for (int i = 0; i < n; i++) c[i] = Math.pow(condition, i / (n - 1.0));
        return c;
    }

    /** A quadratic of curvatures from 1 to 10 around 0, times {@code unit}. */
    public static Objective bowl(int n, double unit) {
        double[] curvature = curvatures(n, 10);
        for (int i = 0; i < n; i++) curvature[i] *= unit;
        return quadratic(curvature, new double[n]);
    }

    /** The same objective; adds every point to {@code points}. */
    public static Objective recorded(Objective objective, List<float[]> points) {
        return (x, gradient) -> {
            points.add(x.clone());
            return objective.evaluate(x, gradient);
        };
    }
}
