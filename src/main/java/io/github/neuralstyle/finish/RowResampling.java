package io.github.neuralstyle.finish;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Resizing row by row, with a few rows in memory only: bicubic interpolation (Keys 1981), widened when shrinking so
 * that nothing aliases. Overshoot is cut off at 0 and 255.
 */
final class RowResampling {

    private static final int CHANNELS = 3;
    private static final double RADIUS = 2;

    /** Rows that a thread makes at a time. */
    private static final int PART = 32;

    private final RowImage image;
    private final Taps across, down;

    /** Which pixels of a line count for each pixel of the new one, and how much. */
    record Taps(int[] first, float[][] weights) {

        static Taps of(int from, int to) {
            double scale = Math.max(1, (double) from / to), radius = from == to ? 0.25 : RADIUS * scale;
            int[] first = new int[to];
            float[][] weights = new float[to][];
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * from / to - 0.5, sum = 0;
                first[i] = (int) Math.max(0, Math.ceil(centre - radius));
                weights[i] = new float[(int) Math.min(from - 1, Math.floor(centre + radius)) - first[i] + 1];
                for (int k = 0; k < weights[i].length; k++)
                    sum += weights[i][k] = (float) keys((first[i] + k - centre) / scale);
                for (int k = 0; k < weights[i].length; k++) weights[i][k] /= (float) sum;
            }
            return new Taps(first, weights);
        }

        private int most() {
            int most = 0;
            for (float[] row : weights) most = Math.max(most, row.length);
            return most;
        }
    }

    RowResampling(RowImage image, int width, int height) {
        this.image = image;
        across = Taps.of(image.width(), width);
        down = Taps.of(image.height(), height);
    }

    /**
     * Some rows of the resized image, (to - from, width, 3), 0..255.
     *
     * @throws IllegalArgumentException if a value of the image is not finite
     */
    byte[] rows(int from, int to, Workers workers) {
        int length = CHANNELS * across.first.length;
        byte[] rgb = new byte[(to - from) * length];
        workers.run((to - from + PART - 1) / PART, 0, part -> {
            Reader reader = new Reader();
            float[] row = new float[length];
            for (int y = from + part * PART; y < Math.min(to, from + (part + 1) * PART); y++) {
                reader.row(y, row);
                for (int i = 0, at = (y - from) * length; i < length; i++)
                    rgb[at + i] = (byte) Math.round(Math.max(0, Math.min(255, row[i])));
            }
        });
        return rgb;
    }

    /** All of the resized image before rounding, (height, width, 3), 0..255. */
    float[] values() {
        int length = CHANNELS * across.first.length;
        float[] values = new float[Math.multiplyExact(down.first.length, length)];
        write((y, row) -> System.arraycopy(row, 0, values, y * length, length));
        return values;
    }

    /** Gives all rows of the resized image, 0..255. */
    void write(Finish.RowSink sink) {
        float[] row = new float[CHANNELS * across.first.length];
        Reader reader = new Reader();
        for (int y = 0; y < down.first.length; y++) {
            reader.row(y, row);
            for (int i = 0; i < row.length; i++) row[i] = Math.max(0, Math.min(255, row[i]));
            sink.row(y, row);
        }
    }

    /** Reads the rows of the image one after the other and holds the last few at their new width. */
    private final class Reader {

        private final float[][] rows = new float[down.most() + 1][CHANNELS * across.first.length];
        private final int[] held = new int[rows.length];
        private final float[] read = new float[CHANNELS * image.width()];

        Reader() {
            Arrays.fill(held, -1);
        }

        void row(int y, float[] out) {
            Arrays.fill(out, 0);
            for (int k = 0; k < down.weights[y].length; k++) {
                float[] row = wide(down.first[y] + k);
                float weight = down.weights[y][k];
                for (int i = 0; i < row.length; i++) out[i] += weight * row[i];
            }
        }

        private float[] wide(int y) {
            float[] row = rows[y % rows.length];
            if (held[y % rows.length] == y) return row;
            if (Thread.currentThread().isInterrupted()) throw new CancellationException("The finish was cancelled.");
            synchronized (image) {
                image.read(y, read);
            }
            for (float value : read)
                if (!Float.isFinite(value))
                    throw new IllegalArgumentException("An image for the finish has the value " + value + " in row " + y
                            + "; all values must be finite.");
            for (int x = 0, i = 0; x < across.first.length; x++) {
                float[] weights = across.weights[x];
                float r = 0, g = 0, b = 0;
                for (int k = 0, at = CHANNELS * across.first[x]; k < weights.length; k++, at += CHANNELS) {
                    r += weights[k] * read[at];
                    g += weights[k] * read[at + 1];
                    b += weights[k] * read[at + 2];
                }
                row[i++] = r;
                row[i++] = g;
                row[i++] = b;
            }
            held[y % rows.length] = y;
            return row;
        }
    }

    /** Keys' cubic with a = -1/2. */
    private static double keys(double x) {
        double d = Math.abs(x);
        return d >= RADIUS ? 0 : d < 1 ? (1.5 * d - 2.5) * d * d + 1 : ((-0.5 * d + 2.5) * d - 4) * d + 2;
    }
}
