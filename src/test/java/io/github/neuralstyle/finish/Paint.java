package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Pixels;
import java.util.Random;

/** Pictures of whole grey levels for tests. */
final class Paint {

    private Paint() {}

    /** Waves of some lengths and directions, each channel its own, and a little noise. */
    static Pixels waves(int width, int height, long seed) {
        Random random = new Random(seed);
        double[][] waves = new double[12][];
        for (int i = 0; i < waves.length; i++)
            waves[i] = new double[] {
                random.nextGaussian() / 4,
                random.nextGaussian() / 4,
                7 * random.nextDouble(),
                15 + 15 * random.nextDouble()
            };
        float[] values = new float[3 * width * height];
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < 3; c++, i++) {
                    double sum = 127 + 6 * random.nextGaussian();
                    for (int w = 4 * c; w < 4 * c + 4; w++)
                        sum += waves[w][3] * Math.sin(waves[w][0] * x + waves[w][1] * y + waves[w][2]);
                    values[i] = Math.round(Math.max(0, Math.min(255, sum)));
                }
        return new Pixels(width, height, values);
    }

    static Pixels crop(Pixels image, int left, int top, int width, int height) {
        float[] values = new float[3 * width * height];
        for (int y = 0; y < height; y++)
            System.arraycopy(image.values(), 3 * ((top + y) * image.width() + left), values, 3 * y * width, 3 * width);
        return new Pixels(width, height, values);
    }

    /** The mean of the absolute differences between two pictures of the same size. */
    static double difference(Pixels a, Pixels b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) sum += Math.abs(a.values()[i] - b.values()[i]);
        return sum / a.values().length;
    }
}
