package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;

/**
 * Detail that a finished picture has less of than the network's: the best of a few patches is too smooth on average. In
 * each of three bands of luminance, an octave wide, the larger values are raised until the band varies as much as in
 * the network's picture; small ones, which are noise, are left.
 */
final class Detail {

    /** Of a picture that is enlarged more, what is raised would lie over its strokes as a glow: none is. */
    private static final double MOST_ENLARGED = 1.5;

    /** The longest side at which pictures are compared. */
    private static final int LONGEST = 2048;

    private static final double[] DEVIATIONS = {1, 2, 4};

    /** The most that a value is raised by, as a part of it, and the value that is raised by half of that. */
    private static final double MOST = 1.2, SMALL = 0.7;

    private final int width, height, outWidth, outHeight;
    private final float[] added;

    /**
     * @param picture the network's
     * @param finished the same at any size
     */
    Detail(RowImage picture, RowImage finished) {
        Size size = Pyramid.shrunk(picture.width(), picture.height(), LONGEST);
        width = size.width();
        height = size.height();
        outWidth = finished.width();
        outHeight = finished.height();
        added = new float[width * height];
        if (outWidth > MOST_ENLARGED * picture.width()) return;
        float[] is = luminance(finished), wanted = luminance(picture);
        for (double deviation : DEVIATIONS) {
            float[] smooth = smooth(is, deviation), smoothWanted = smooth(wanted, deviation);
            raise(less(is, smooth), Math.sqrt(meanSquare(less(wanted, smoothWanted))));
            is = smooth;
            wanted = smoothWanted;
        }
    }

    /** Adds it to a row of the finished picture, (width, 3), and keeps that within 0..255. */
    void add(int y, float[] row) {
        float v = (y + 0.5f) * height / outHeight - 0.5f;
        int y0 = (int) Math.floor(v), a = width * Math.max(0, y0), b = width * Math.min(height - 1, y0 + 1);
        for (int x = 0; x < outWidth; x++) {
            float u = (x + 0.5f) * width / outWidth - 0.5f;
            int x0 = (int) Math.floor(u), l = Math.max(0, x0), r = Math.min(width - 1, x0 + 1);
            float upper = added[a + l] + (u - x0) * (added[a + r] - added[a + l]);
            float lower = added[b + l] + (u - x0) * (added[b + r] - added[b + l]);
            float value = upper + (v - y0) * (lower - upper);
            for (int i = 3 * x; i < 3 * x + 3; i++) row[i] = Math.max(0, Math.min(255, row[i] + value));
        }
    }

    /** Adds what raises a band to a standard deviation. */
    private void raise(float[] band, double wanted) {
        double now = meanSquare(band), small = SMALL * SMALL * now, low = 0, high = MOST;
        if (wanted * wanted <= now) return;
        for (int i = 0; i < 20; i++) {
            double middle = (low + high) / 2, square = 0;
            for (float value : band) {
                double raised = value * (1 + middle * share(value, small));
                square += raised * raised;
            }
            if (square < wanted * wanted * band.length) low = middle;
            else high = middle;
        }
        for (int i = 0; i < band.length; i++) added[i] += (float) (low * share(band[i], small) * band[i]);
    }

    private static double share(double value, double small) {
        return value * value / (value * value + small + 1e-9);
    }

    private float[] luminance(RowImage image) {
        float[] luminance = new float[width * height];
        new RowResampling(image, width, height).write((y, row) -> {
            for (int x = 0; x < width; x++) luminance[y * width + x] = Rendering.luminance(row, 3 * x);
        });
        return luminance;
    }

    /** Smoothed by a Gaussian, mirrored at the rim. */
    private float[] smooth(float[] values, double deviation) {
        double[] weights = new double[(int) Math.ceil(3 * deviation) + 1];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.exp(-k * k / (2 * deviation * deviation));
            sum += (k == 0 ? 1 : 2) * weights[k];
        }
        for (int k = 0; k < weights.length; k++) weights[k] /= sum;
        float[] across = new float[values.length], smooth = new float[values.length];
        for (int y = 0; y < height; y++) smooth(values, y * width, 1, width, weights, across);
        for (int x = 0; x < width; x++) smooth(across, x, width, height, weights, smooth);
        return smooth;
    }

    private static void smooth(float[] values, int first, int step, int count, double[] weights, float[] smooth) {
        for (int i = 0; i < count; i++) {
            double value = weights[0] * values[first + i * step];
            for (int k = 1; k < weights.length; k++)
                value += weights[k]
                        * (values[first + mirrored(i - k, count) * step]
                                + values[first + mirrored(i + k, count) * step]);
            smooth[first + i * step] = (float) value;
        }
    }

    private static int mirrored(int at, int count) {
        int wrapped = Math.floorMod(at, 2 * count);
        return Math.min(wrapped, 2 * count - 1 - wrapped);
    }

    private static float[] less(float[] values, float[] others) {
        float[] less = new float[values.length];
        for (int i = 0; i < less.length; i++) less[i] = values[i] - others[i];
        return less;
    }

    private static double meanSquare(float[] values) {
        double square = 0;
        for (float value : values) square += (double) value * value;
        return square / values.length;
    }
}
