package io.github.neuralstyle.image;

import Jama.Matrix;

/** Linear maps of colours. */
public final class ColorTransfer {

    private ColorTransfer() {}

    /**
     * The image with the mean and covariance of other colours.
     *
     * @param amount from 0, no change, to 1, all
     */
    public static Pixels match(Pixels image, ColorStatistics target, double amount) {
        if (amount == 0) return image;
        ColorStatistics own = ColorStatistics.of(image);
        Matrix map = own.mapTo(target).times(amount).plus(Matrix.identity(3, 3).times(1 - amount));
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) values[i] -= (float) own.mean()[i % 3];
        multiply(map, values);
        for (int i = 0; i < values.length; i++) {
            double mean = own.mean()[i % 3] + amount * (target.mean()[i % 3] - own.mean()[i % 3]);
            values[i] = (float) Math.max(0, Math.min(255, values[i] + mean));
        }
        return new Pixels(image.width(), image.height(), values);
    }

    /** Multiplies the colour at each pixel of (height, width, 3) by a matrix, in place. */
    public static void multiply(Matrix map, float[] rgb) {
        float[] m = new float[9];
        for (int i = 0; i < 9; i++) m[i] = (float) map.get(i / 3, i % 3);
        for (int p = 0; p < rgb.length; p += 3) {
            float r = rgb[p], g = rgb[p + 1], b = rgb[p + 2];
            rgb[p] = m[0] * r + m[1] * g + m[2] * b;
            rgb[p + 1] = m[3] * r + m[4] * g + m[5] * b;
            rgb[p + 2] = m[6] * r + m[7] * g + m[8] * b;
        }
    }
}
