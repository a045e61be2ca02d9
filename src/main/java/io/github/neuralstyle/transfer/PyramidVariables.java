package io.github.neuralstyle.transfer;

import Jama.Matrix;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.LaplacianPyramid;
import io.github.neuralstyle.optimize.Objective;
import java.util.stream.IntStream;

/**
 * Pictures as variables of an optimisation: the bands of a {@link LaplacianPyramid}, so that large forms move as fast as
 * fine ones, of colours whitened by the mean and covariance of those that the picture is to have, so that a step goes
 * along these colours (Kolkin et al. 2022). A gradient that pushes colours further out of 0..255 is dropped.
 */
public final class PyramidVariables {

    private static final int HALVINGS = 5;

    /** Added to each variance, in grey levels squared: colours that the picture is to have little of can still be reached. */
    private static final double MIN_VARIANCE = 4;

    private final LaplacianPyramid pyramid;
    private final double[] mean;
    private final Matrix root, inverse;

    /** @param colors those that the picture is to have */
    public PyramidVariables(int width, int height, ColorStatistics colors) {
        pyramid = new LaplacianPyramid(width, height, HALVINGS);
        mean = colors.mean();
        Matrix covariance = colors.covariance().plus(Matrix.identity(3, 3).times(MIN_VARIANCE));
        root = ColorStatistics.power(covariance, 0.5);
        inverse = ColorStatistics.power(covariance, -0.5);
    }

    /** The variables of an image (height, width, 3). */
    public float[] of(float[] rgb) {
        float[] white = rgb.clone();
        for (int i = 0; i < white.length; i++) white[i] -= (float) mean[i % 3];
        ColorStatistics.multiply(inverse, white);
        return pyramid.split(white);
    }

    /** The image (height, width, 3) of some variables, not limited to 0..255. */
    private float[] unlimited(float[] variables) {
        float[] rgb = pyramid.collapse(variables);
        ColorStatistics.multiply(root, rgb);
        for (int i = 0; i < rgb.length; i++) rgb[i] += (float) mean[i % 3];
        return rgb;
    }

    /** The image (height, width, 3) of some variables, 0..255. */
    public float[] picture(float[] variables) {
        float[] rgb = unlimited(variables);
        for (int i = 0; i < rgb.length; i++) rgb[i] = Math.max(0, Math.min(255, rgb[i]));
        return rgb;
    }

    /** A function of images as one of variables. */
    public Objective of(Objective losses) {
        return (x, gradient) -> {
            float[] rgb = unlimited(x), slope = new float[rgb.length];
            double value = losses.evaluate(rgb, slope);
            IntStream.range(0, rgb.length).parallel().forEach(i -> {
                if (rgb[i] < 0 && slope[i] > 0 || rgb[i] > 255 && slope[i] < 0) slope[i] = 0;
            });
            // the root is symmetric
            ColorStatistics.multiply(root, slope);
            pyramid.back(slope, gradient);
            return value;
        };
    }
}
