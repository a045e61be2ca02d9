package io.github.neuralstyle.measure;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Planes;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The standard deviation of white noise in an image, in grey levels, estimated from the difference of two Laplacians
 * (Immerkaer 1996, Fast noise variance estimation), which is 0 on slopes and edges along the axes; from its lower
 * quartile, which depends on the flattest regions only, because strokes raise the mean. Rounding to whole grey levels counts as noise, so the estimate is never 0.
 *
 * @param luminance of Y
 * @param color of Cb and Cr, the root of their mean square (ITU-R BT.601)
 */
public record Noise(double luminance, double color) {

    private static final int[] MASK = {1, -2, 1, -2, 4, -2, 1, -2, 1};

    /** The quartile of |x| where x has the standard normal distribution, and the norm of the mask. */
    private static final double QUARTILE = 0.31863936396, NORM = 6;

    private static final double ROUNDING = 1 / 12.0;

    /** Of an image of at least 3x3 pixels. */
    public static Noise of(Pixels image) {
        double blue = variance(image, -0.168736f, -0.331264f, 0.5f),
                red = variance(image, 0.5f, -0.418688f, -0.081312f);
        return new Noise(
                Math.sqrt(variance(image, (float) Planes.RED, (float) Planes.GREEN, (float) Planes.BLUE) + ROUNDING),
                Math.sqrt((blue + red) / 2 + ROUNDING));
    }

    /** The root of the mean square of several images'. */
    static Noise mean(List<Noise> all) {
        return new Noise(rootMeanSquare(all, Noise::luminance), rootMeanSquare(all, Noise::color));
    }

    private static double rootMeanSquare(List<Noise> all, ToDoubleFunction<Noise> value) {
        DoubleStream squares = all.stream().mapToDouble(value).map(x -> x * x);
        return Math.sqrt(squares.average().getAsDouble());
    }

    private static double variance(Pixels image, float r, float g, float b) {
        float[] rgb = image.values();
        int width = image.width(), height = image.height();
        float[] residuals = new float[(width - 2) * (height - 2)];
        for (int y = 0, i = 0; y < height - 2; y++)
            for (int x = 0; x < width - 2; x++, i++) {
                float sum = 0;
                for (int k = 0; k < MASK.length; k++) {
                    int at = 3 * ((y + k / 3) * width + x + k % 3);
                    sum += MASK[k] * (r * rgb[at] + g * rgb[at + 1] + b * rgb[at + 2]);
                }
                residuals[i] = sum;
            }
        return variance(residuals);
    }

    /** The weight of a pixel of 3x3, 0..8 in rows, in the difference of two Laplacians. */
    public static int mask(int pixel) {
        return MASK[pixel];
    }

    /** Of such differences in one channel, which are changed; with that of rounding. */
    public static double deviation(float[] residuals) {
        return Math.sqrt(variance(residuals) + ROUNDING);
    }

    private static double variance(float[] residuals) {
        for (int i = 0; i < residuals.length; i++) residuals[i] = Math.abs(residuals[i]);
        Arrays.sort(residuals);
        double sigma = residuals[residuals.length / 4] / (NORM * QUARTILE);
        return sigma * sigma;
    }
}
