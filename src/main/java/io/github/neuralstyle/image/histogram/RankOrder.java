package io.github.neuralstyle.image.histogram;

import java.util.Arrays;

/**
 * The pixels of a plane from the smallest value to the largest. Equal values are put in order by the mean of the square of
 * 3x3 pixels around them, then 5x5, 9x9 and so on (a strict ordering after Coltuc, Bolon &amp; Chassery 2006, Exact
 * histogram specification); pixels equal in all of these stay in reading order.
 */
final class RankOrder {

    private final double[] values;
    private final int width, height;
    private final int[] order;
    /** The sum of all values above and to the left, (height + 1, width + 1). */
    private double[] sums;

    private RankOrder(double[] values, int width, int height) {
        this.values = values;
        this.width = width;
        this.height = height;
        order = new int[values.length];
        Arrays.setAll(order, i -> i);
    }

    /** The indices of the values in their order. */
    static int[] of(double[] values, int width, int height) {
        RankOrder ranks = new RankOrder(values, width, height);
        ranks.sort(0, values.length, 0);
        return ranks.order;
    }

    /** Sorts a run of pixels that were equal at all levels before. */
    private void sort(int from, int to, int level) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) keys[i - from] = (long) ascending(criterion(order[i], level)) << 32 | order[i];
        Arrays.parallelSort(keys);
        int start = from;
        for (int i = from; i < to; i++) {
            order[i] = (int) keys[i - from];
            boolean last = i + 1 == to || keys[i - from] >> 32 != keys[i + 1 - from] >> 32;
            if (last && i > start && radius(level) < Math.max(width, height)) sort(start, i + 1, level + 1);
            if (last) start = i + 1;
        }
    }

    /** A value; its rounding error as a float; the mean around it. */
    private float criterion(int pixel, int level) {
        double value = values[pixel];
        return (float) (level == 0 ? value : level == 1 ? value - (float) value : mean(pixel, radius(level)));
    }

    private static int radius(int level) {
        return level < 2 ? 0 : 1 << level - 2;
    }

    /** Of a square around a pixel, as far as it lies within the plane. */
    private double mean(int pixel, int radius) {
        if (sums == null) sums = sums();
        int left = Math.max(0, pixel % width - radius), right = Math.min(width, pixel % width + radius + 1);
        int top = Math.max(0, pixel / width - radius), bottom = Math.min(height, pixel / width + radius + 1);
        int above = top * (width + 1), below = bottom * (width + 1);
        double sum = sums[below + right] - sums[below + left] - sums[above + right] + sums[above + left];
        return sum / ((right - left) * (bottom - top));
    }

    private double[] sums() {
        double[] table = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                row += values[y * width + x];
                table[(y + 1) * (width + 1) + x + 1] = table[y * (width + 1) + x + 1] + row;
            }
        }
        return table;
    }

    /** An integer that is less where a float is less; both zeros give the same. */
    private static int ascending(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }
}
