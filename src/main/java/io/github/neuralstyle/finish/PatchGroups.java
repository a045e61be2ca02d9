package io.github.neuralstyle.finish;

import java.util.Arrays;

/** Points in groups of near ones (the leaves of a k-d tree, Bentley 1975), with the bounding box of each group. */
final class PatchGroups {

    /** Points of a group; the last may have fewer. */
    static final int SIZE = 64;

    /** The first so many dimensions are split, as the strongest come first. */
    private static final int SPLIT = 12;

    /** A multiple of four; what is beyond the points' own is 0. */
    final int dimensions;
    /** (points), their numbers in the order of the groups. */
    final int[] order;
    /** (points, dimensions) in that order. */
    final float[] values;
    /** (points), the squared norms, in that order. */
    final float[] norms;
    /** (groups, dimensions). */
    final float[] low, high;

    /** @param points (points, own), at least one; the strongest dimension first */
    PatchGroups(float[] points, int own) {
        dimensions = (own + 3) / 4 * 4;
        int n = points.length / own;
        order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        split(points, own, 0, n);
        values = new float[n * dimensions];
        norms = new float[n];
        low = new float[groups() * dimensions];
        high = new float[low.length];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            System.arraycopy(points, order[i] * own, values, i * dimensions, own);
            for (int d = 0, v = i * dimensions, box = i / SIZE * dimensions; d < dimensions; d++, v++, box++) {
                norms[i] += values[v] * values[v];
                low[box] = Math.min(low[box], values[v]);
                high[box] = Math.max(high[box], values[v]);
            }
        }
    }

    int points() {
        return order.length;
    }

    int groups() {
        return (order.length + SIZE - 1) / SIZE;
    }

    private void split(float[] points, int own, int begin, int end) {
        if (end - begin <= SIZE) return;
        int widest = 0;
        float extent = -1;
        for (int d = 0; d < Math.min(own, SPLIT); d++) {
            float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;
            for (int i = begin; i < end; i++) {
                float value = points[order[i] * own + d];
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            if (most - least > extent) {
                extent = most - least;
                widest = d;
            }
        }
        int middle = begin + ((end - begin) / 2 + SIZE - 1) / SIZE * SIZE;
        select(points, own, widest, begin, end - 1, middle);
        split(points, own, begin, middle);
        split(points, own, middle, end);
    }

    /** Quickselect (Hoare 1961): what is less than the element in the middle comes before it. */
    private void select(float[] points, int own, int dimension, int begin, int end, int middle) {
        while (begin < end) {
            float pivot = points[order[(begin + end) >>> 1] * own + dimension];
            int i = begin, j = end;
            while (i <= j) {
                while (points[order[i] * own + dimension] < pivot) i++;
                while (points[order[j] * own + dimension] > pivot) j--;
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (middle <= j) end = j;
            else if (middle >= i) begin = i;
            else return;
        }
    }

    /**
     * The squared distance between the box of a group and that of some groups of others: no two of their points are
     * nearer.
     */
    float between(int group, PatchGroups others, int from, int to) {
        float sum = 0;
        for (int d = 0, box = group * dimensions; d < dimensions; d++, box++) {
            float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;
            for (int g = from; g < to; g++) {
                least = Math.min(least, others.low[g * dimensions + d]);
                most = Math.max(most, others.high[g * dimensions + d]);
            }
            float outside = Math.max(0, Math.max(low[box] - most, least - high[box]));
            sum += outside * outside;
        }
        return sum;
    }
}
