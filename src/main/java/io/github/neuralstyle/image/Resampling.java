package io.github.neuralstyle.image;

import java.util.stream.IntStream;

/** Resizing by bicubic interpolation (Keys 1981), widened when shrinking so that nothing aliases. */
public final class Resampling {

    private static final int CHANNELS = 3;

    /** The kernel is 0 from here on, in pixels of the coarser image. */
    private static final double RADIUS = 2;

    /** How much the pixels of a line from {@code first} on count for one pixel of the new line; the sum is 1. */
    private record Tap(int first, float[] weights) {}

    private Resampling() {}

    /** The image at another size; overshoot is cut off at 0 and 255. */
    public static Pixels resize(Pixels image, int width, int height) {
        if (width == image.width() && height == image.height()) return image;
        float[] values = bicubic(image.values(), image.width(), image.height(), width, height);
        for (int i = 0; i < values.length; i++) values[i] = Math.max(0, Math.min(255, values[i]));
        return new Pixels(width, height, values);
    }

    /** Any values of the shape (fromHeight, fromWidth, 3) at another size; not limited to a range. */
    public static float[] bicubic(float[] values, int fromWidth, int fromHeight, int width, int height) {
        float[] wide = new float[CHANNELS * width * fromHeight], resized = new float[CHANNELS * width * height];
        Tap[] across = taps(fromWidth, width), down = taps(fromHeight, height);
        IntStream.range(0, fromHeight).parallel().forEach(y -> {
            for (int x = 0; x < width; x++)
                for (int c = 0; c < CHANNELS; c++)
                    wide[CHANNELS * (y * width + x) + c] =
                            sum(across[x], values, CHANNELS * y * fromWidth + c, CHANNELS);
        });
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int i = 0; i < CHANNELS * width; i++)
                resized[CHANNELS * y * width + i] = sum(down[y], wide, i, CHANNELS * width);
        });
        return resized;
    }

    private static float sum(Tap tap, float[] values, int start, int stride) {
        float sum = 0;
        for (int i = 0, at = start + stride * tap.first; i < tap.weights.length; i++, at += stride)
            sum += tap.weights[i] * values[at];
        return sum;
    }

    /** Pixel centres lie at halves; beyond the ends of a line the other pixels count for more. */
    private static Tap[] taps(int from, int to) {
        double scale = Math.max(1, (double) from / to), radius = RADIUS * scale;
        return IntStream.range(0, to)
                .mapToObj(i -> {
                    double centre = (i + 0.5) * from / to;
                    int first = (int) Math.max(0, Math.ceil(centre - radius - 0.5)),
                            last = (int) Math.min(from - 1, Math.floor(centre + radius - 0.5));
                    double[] weights = IntStream.rangeClosed(first, last)
                            .mapToDouble(j -> keys((j + 0.5 - centre) / scale))
                            .toArray();
                    double whole = IntStream.range(0, weights.length)
                            .mapToDouble(j -> weights[j])
                            .sum();
                    float[] normalized = new float[weights.length];
                    for (int j = 0; j < weights.length; j++) normalized[j] = (float) (weights[j] / whole);
                    return new Tap(first, normalized);
                })
                .toArray(Tap[]::new);
    }

    /** Keys' cubic with a = -1/2. */
    private static double keys(double x) {
        double d = Math.abs(x);
        return d >= RADIUS ? 0 : d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
    }
}
