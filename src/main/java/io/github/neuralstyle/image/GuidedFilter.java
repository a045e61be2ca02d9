package io.github.neuralstyle.image;

/**
 * Smooths values without crossing their edges: a guided filter that is guided by the values themselves (He, Sun &amp; Tang
 * 2013, Guided image filtering). Within each square window the result is a linear function of the values.
 */
public final class GuidedFilter {

    private final int width, height, radius;

    private GuidedFilter(int width, int height, int radius) {
        this.width = width;
        this.height = height;
        this.radius = radius;
    }

    /**
     * The smoothed values.
     *
     * @param values (height, width)
     * @param radius of the windows in pixels; they have 2 radius + 1 pixels a side, fewer at the rim
     * @param edge the standard deviation within a window from which on it counts as one with an edge, over 0
     */
    public static double[] smooth(double[] values, int width, int height, int radius, double edge) {
        GuidedFilter filter = new GuidedFilter(width, height, radius);
        double[] rest = filter.means(values), slope = filter.means(squares(values));
        for (int i = 0; i < slope.length; i++) {
            double variance = slope[i] - rest[i] * rest[i];
            slope[i] = variance / (variance + edge * edge);
            rest[i] *= 1 - slope[i];
        }
        double[] smooth = filter.means(rest), slopes = filter.means(slope);
        for (int i = 0; i < smooth.length; i++) smooth[i] += slopes[i] * values[i];
        return smooth;
    }

    private static double[] squares(double[] values) {
        double[] squares = values.clone();
        for (int i = 0; i < squares.length; i++) squares[i] *= squares[i];
        return squares;
    }

    /** The mean of each window around a pixel, as in {@link #smooth}. */
    public static double[] means(double[] values, int width, int height, int radius) {
        return new GuidedFilter(width, height, radius).means(values);
    }

    /** The mean of each window. */
    private double[] means(double[] values) {
        double[] across = new double[values.length], means = new double[values.length];
        for (int y = 0; y < height; y++) means(values, y * width, 1, width, across);
        for (int x = 0; x < width; x++) means(across, x, width, height, means);
        return means;
    }

    private void means(double[] values, int first, int step, int count, double[] means) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, count); i++) sum += values[first + i * step];
        for (int i = 0; i < count; i++) {
            if (i + radius < count) sum += values[first + (i + radius) * step];
            if (i > radius) sum -= values[first + (i - radius - 1) * step];
            means[first + i * step] = sum / (Math.min(count - 1, i + radius) - Math.max(0, i - radius) + 1);
        }
    }
}
