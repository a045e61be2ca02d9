package io.github.neuralstyle.measure;

import io.github.neuralstyle.image.Pixels;

/**
 * How the outermost strip of an image, a hundredth of the shorter side wide and at least 2 pixels, differs from the four
 * strips behind it. Artefacts of borders are that narrow; behind them, a picture is much the same, so that a sky at the
 * top is not taken for a frame.
 *
 * @param edges the mean norm of the colour gradient in the strip over that behind it
 * @param tone how much the mean colour changes from the strip to the next, over how much it changes between the next;
 *        the root of the mean square over the four sides and three colours
 */
public record Border(double edges, double tone) {

    private static final double PART = 0.01;

    private static final int MIN_WIDTH = 2, BEHIND = 4;

    /** The standard deviation of rounding to whole grey levels, added so that images of one colour are no exception. */
    private static final double ROUNDING = Math.sqrt(1 / 12.0);

    /** Of an image whose sides are at least 12 pixels. */
    public static Border of(Pixels image) {
        int strip = Math.max(MIN_WIDTH, (int) Math.round(PART * Math.min(image.width(), image.height())));
        return new Border(edges(image, strip), tone(image, strip));
    }

    private static double edges(Pixels image, int strip) {
        double[] sums = new double[2];
        long[] counts = new long[2];
        int width = image.width() - 1, height = image.height() - 1;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int depth = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)) / strip;
                if (depth <= BEHIND) {
                    int part = depth == 0 ? 0 : 1;
                    sums[part] += gradient(image, x, y);
                    counts[part]++;
                }
            }
        return (sums[0] / counts[0] + ROUNDING) / (sums[1] / counts[1] + ROUNDING);
    }

    /** The root of the mean square over colours of the gradient's norm, by differences with the next pixels. */
    private static double gradient(Pixels image, int x, int y) {
        float[] rgb = image.values();
        int at = 3 * (y * image.width() + x);
        double sum = 0;
        for (int c = at; c < at + 3; c++) {
            double right = rgb[c + 3] - rgb[c], down = rgb[c + 3 * image.width()] - rgb[c];
            sum += right * right + down * down;
        }
        return Math.sqrt(sum / 3);
    }

    private static double tone(Pixels image, int strip) {
        int width = image.width(), height = image.height();
        double[] changes = new double[BEHIND + 1];
        for (int i = 0; i <= BEHIND; i++) {
            int near = i * strip, far = near + strip;
            changes[i] = change(mean(image, 0, near, width, strip), mean(image, 0, far, width, strip))
                    + change(
                            mean(image, 0, height - far, width, strip),
                            mean(image, 0, height - far - strip, width, strip))
                    + change(mean(image, near, 0, strip, height), mean(image, far, 0, strip, height))
                    + change(
                            mean(image, width - far, 0, strip, height),
                            mean(image, width - far - strip, 0, strip, height));
        }
        double behind = 0;
        for (int i = 1; i <= BEHIND; i++) behind += changes[i] / BEHIND;
        double rounding = ROUNDING * ROUNDING;
        return Math.sqrt((changes[0] / 12 + rounding) / (behind / 12 + rounding));
    }

    private static double change(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < 3; c++) sum += (a[c] - b[c]) * (a[c] - b[c]);
        return sum;
    }

    /** The mean colour of a rectangle. */
    private static double[] mean(Pixels image, int left, int top, int width, int height) {
        double[] mean = new double[3];
        for (int y = top; y < top + height; y++)
            for (int x = left; x < left + width; x++)
                for (int c = 0; c < 3; c++)
                    mean[c] += image.values()[3 * (y * image.width() + x) + c] / ((double) width * height);
        return mean;
    }
}
