package io.github.neuralstyle.image;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Resizing by bicubic interpolation (Keys 1981), widened when shrinking so that nothing aliases. */
public final class Resampling {

    /** The kernel is 0 from here on, in pixels of the coarser image. */
    private static final double RADIUS = 2;

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
        return LineMap.apply(taps(fromWidth, width), taps(fromHeight, height), values);
    }

    /** Beyond the ends of a line the other pixels count for more. */
    private static LineMap taps(int from, int to) {
        double scale = Math.max(1, (double) from / to), radius = RADIUS * scale;
        return LineMap.of(from, to, i -> {
            double centre = (i + 0.5) * from / to;
            int first = (int) Math.max(0, Math.ceil(centre - radius - 0.5)),
                    last = (int) Math.min(from - 1, Math.floor(centre + radius - 0.5));
            double[] weights = IntStream.rangeClosed(first, last)
                    .mapToDouble(j -> keys((j + 0.5 - centre) / scale))
                    .toArray();
            double whole = DoubleStream.of(weights).sum();
            float[] normalized = new float[weights.length];
            for (int j = 0; j < weights.length; j++) normalized[j] = (float) (weights[j] / whole);
            return new LineMap.Tap(first, normalized);
        });
    }

    /** The weights of the pixels at -1, 0, 1 and 2 for what is between 0 and 1. */
    static void weights(double at, double[] weights) {
        for (int i = 0; i < 4; i++) weights[i] = keys(at + 1 - i);
    }

    /** Keys' cubic with a = -1/2. */
    private static double keys(double x) {
        double d = Math.abs(x);
        return d >= RADIUS ? 0 : d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
    }
}
