package io.github.neuralstyle.image;

import Jama.EigenvalueDecomposition;
import Jama.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean and covariance of the red, green and blue of images, and linear maps between them.
 *
 * @param mean (3), 0..255
 * @param covariance (3, 3)
 */
public record ColorStatistics(double[] mean, Matrix covariance) {

    /** Added to each variance: that of rounding to whole grey levels, so that no covariance is singular. */
    private static final double ROUNDING = 1 / 12.0;

    /** Of all pixels of an image. */
    public static ColorStatistics of(Pixels image) {
        return of(image, null);
    }

    /** Of the pixels inside a mask, or of all if it is null. */
    public static ColorStatistics of(Pixels image, Mask mask) {
        float[] rgb = image.values();
        double[] mean = new double[3];
        double[][] product = new double[3][3];
        int[] counted = IntStream.range(0, rgb.length / 3)
                .filter(p -> mask == null || mask.inside()[p])
                .toArray();
        int n = counted.length;
        for (int p : counted)
            for (int i = 0; i < 3; i++) {
                mean[i] += rgb[3 * p + i] / (double) n;
                for (int j = 0; j < 3; j++) product[i][j] += (double) rgb[3 * p + i] * rgb[3 * p + j] / n;
            }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) product[i][j] -= mean[i] * mean[j];
            product[i][i] += ROUNDING;
        }
        return new ColorStatistics(mean, new Matrix(product));
    }

    /** The averages of several images' means and covariances, of the pixels inside their masks, in proportions of the sum 1. */
    public static ColorStatistics of(List<Pixels> images, List<Mask> masks, double[] proportions) {
        double[] mean = new double[3];
        Matrix covariance = new Matrix(3, 3);
        for (int k = 0; k < proportions.length; k++) {
            ColorStatistics one = of(images.get(k), masks.get(k));
            for (int i = 0; i < 3; i++) mean[i] += proportions[k] * one.mean[i];
            covariance.plusEquals(one.covariance.times(proportions[k]));
        }
        return new ColorStatistics(mean, covariance);
    }

    /**
     * The matrix that takes colours of this covariance to those of another with the least change (the Monge-Kantorovich
     * map of Gaussians; Pitié &amp; Kokaram 2007).
     */
    public Matrix mapTo(ColorStatistics other) {
        Matrix root = power(covariance, 0.5), inverse = power(covariance, -0.5);
        return inverse.times(power(root.times(other.covariance).times(root), 0.5))
                .times(inverse);
    }

    /** A power of a symmetric positive definite matrix. */
    public static Matrix power(Matrix symmetric, double exponent) {
        EigenvalueDecomposition eigen =
                symmetric.plus(symmetric.transpose()).times(0.5).eig();
        Matrix powers = eigen.getD();
        for (int i = 0; i < powers.getRowDimension(); i++)
            powers.set(i, i, Math.pow(Math.max(powers.get(i, i), 1e-12), exponent));
        return eigen.getV().times(powers).times(eigen.getV().transpose());
    }

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
        IntStream.range(0, rgb.length / 3).parallel().forEach(pixel -> {
            int p = 3 * pixel;
            float r = rgb[p], g = rgb[p + 1], b = rgb[p + 2];
            rgb[p] = m[0] * r + m[1] * g + m[2] * b;
            rgb[p + 1] = m[3] * r + m[4] * g + m[5] * b;
            rgb[p + 2] = m[6] * r + m[7] * g + m[8] * b;
        });
    }
}
