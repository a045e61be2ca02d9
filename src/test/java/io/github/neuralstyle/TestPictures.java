package io.github.neuralstyle;

import io.github.neuralstyle.image.Pixels;
import java.util.Arrays;
import java.util.Random;

/** Pictures to compute with. */
public final class TestPictures {

    private TestPictures() {}

    /** One colour. */
    public static Pixels constant(int width, int height, float value) {
        float[] values = new float[3 * width * height];
        Arrays.fill(values, value);
        return new Pixels(width, height, values);
    }

    /** Coloured waves under a little noise; another seed gives other waves. */
    public static Pixels waves(int width, int height, long seed) {
        Random random = new Random(seed);
        double[] phase = random.doubles(3, 0, 6).toArray();
        double[] across = random.doubles(3, 0.1, 0.5).toArray(),
                down = random.doubles(3, 0.1, 0.5).toArray();
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++) {
            int channel = i % 3, x = i / 3 % width, y = i / 3 / width;
            double wave = Math.sin(across[channel] * x + down[channel] * y + phase[channel]);
            values[i] = (float) (127.5 + 90 * wave + 10 * random.nextGaussian());
            values[i] = Math.max(0, Math.min(255, values[i]));
        }
        return new Pixels(width, height, values);
    }
}
