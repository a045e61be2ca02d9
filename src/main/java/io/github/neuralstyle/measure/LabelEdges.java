package io.github.neuralstyle.measure;

import io.github.neuralstyle.image.Planes;

/** How well the edges of an image lie on the borders of its labels. */
public final class LabelEdges {

    /** Pixels nearer than this to a border belong neither to it nor to the inside, as gradients reach so far. */
    private static final int APART = 2;

    private LabelEdges() {}

    /**
     * The mean gradient on the borders of labels over the mean gradient inside labels. Gradients are Sobel's, of all channels
     * together.
     *
     * @param labels (width * height), 0 for the background
     * @return over 1 if edges lie on borders rather than inside; NaN without borders or insides, or where all is flat
     */
    public static double contrast(Planes image, int[] labels) {
        int width = image.width(), height = image.height();
        double[] gradient = new double[labels.length];
        for (double[] channel : image.values()) addGradient(channel, width, height, gradient);
        double border = 0, inside = 0;
        int borders = 0, insides = 0;
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                if (differs(labels, width, height, x, y, 1)) {
                    border += gradient[i];
                    borders++;
                } else if (labels[i] > 0 && !differs(labels, width, height, x, y, APART)) {
                    inside += gradient[i];
                    insides++;
                }
            }
        return border / borders / (inside / insides);
    }

    private static boolean differs(int[] labels, int width, int height, int x, int y, int reach) {
        int own = labels[y * width + x];
        for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++)
            for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++)
                if (labels[v * width + u] != own) return true;
        return false;
    }

    private static void addGradient(double[] values, int width, int height, double[] sum) {
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                double across = sobel(values, i, 1, width), down = sobel(values, i, width, 1);
                sum[i] += Math.hypot(across, down);
            }
    }

    private static double sobel(double[] v, int i, int along, int side) {
        return v[i + along - side]
                + 2 * v[i + along]
                + v[i + along + side]
                - v[i - along - side]
                - 2 * v[i - along]
                - v[i - along + side];
    }
}
