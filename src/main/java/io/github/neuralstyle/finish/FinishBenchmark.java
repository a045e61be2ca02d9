package io.github.neuralstyle.finish;

import java.util.List;
import java.util.Random;

/**
 * How fast this machine finishes a picture of noise in waves, once it is warm.
 *
 * @param coarsestSeconds up to 512 pixels on the long side, 4:3
 * @param secondsPerMegapixel of what is larger
 */
public record FinishBenchmark(double coarsestSeconds, double secondsPerMegapixel) {

    private static final int SIZE = 512;

    /** Takes some ten seconds. */
    public static FinishBenchmark run(int threads) {
        FinishOptions options = FinishOptions.of(0.5).withThreads(threads);
        seconds(options, SIZE / 2);
        double small = seconds(options, SIZE), large = seconds(options, 2 * SIZE);
        return new FinishBenchmark(small, (large - small) / (3 * SIZE * SIZE * 3 / 4 / 1e6));
    }

    private static double seconds(FinishOptions options, int size) {
        long start = System.nanoTime();
        Finish finish = new Finish(List.of(new PatchStyle(waves(2 * SIZE, 1), null, 1)), options, FinishListener.NONE);
        finish.repaint(waves(SIZE, 2), size, size * 3 / 4, null, (y, row) -> {}).close();
        return (System.nanoTime() - start) / 1e9;
    }

    /** An image 4:3. */
    private static RowImage waves(int width, int seed) {
        return new RowImage() {

            @Override
            public int width() {
                return width;
            }

            @Override
            public int height() {
                return width * 3 / 4;
            }

            @Override
            public void read(int y, float[] rgb) {
                Random noise = new Random(seed * 31L + y);
                for (int i = 0; i < rgb.length; i++)
                    rgb[i] = 128
                            + 50
                                    * (float) (Math.sin(seed + i / 3 * 40.0 / width + i % 3)
                                            * Math.cos(y * 60.0 / width - seed))
                            + 20 * noise.nextFloat();
            }
        };
    }
}
