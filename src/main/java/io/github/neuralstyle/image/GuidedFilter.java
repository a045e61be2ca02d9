package io.github.neuralstyle.image;

/**
 * Smooths an image without crossing the edges of another (He, Sun &amp; Tang 2013, Guided image filtering): within each
 * square window the result is a linear function of the guide.
 */
public final class GuidedFilter {

    private final int width, height, radius;
    private final double[] guide, mean, variance;

    /**
     * @param guide (height, width)
     * @param radius of the windows in pixels; they have 2 radius + 1 pixels a side, fewer at the rim
     * @param edge the standard deviation within a window from which on it counts as one with an edge, over 0
     */
    public GuidedFilter(double[] guide, int width, int height, int radius, double edge) {
        this.guide = guide;
        this.width = width;
        this.height = height;
        this.radius = radius;
        mean = means(guide);
        variance = means(product(guide, guide));
        for (int i = 0; i < guide.length; i++) variance[i] += edge * edge - mean[i] * mean[i];
    }

    /** The smoothed values. @param values (height, width) */
    public double[] smooth(double[] values) {
        double[] average = means(values), slope = means(product(guide, values));
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (slope[i] - mean[i] * average[i]) / variance[i];
            average[i] -= slope[i] * mean[i];
        }
        double[] smooth = means(average), slopes = means(slope);
        for (int i = 0; i < smooth.length; i++) smooth[i] += slopes[i] * guide[i];
        return smooth;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) product[i] = a[i] * b[i];
        return product;
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
