package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Features (positions, channels) sorted into equal bins between the minimum and the maximum of their channel. Cell 0 holds
 * the positions that have the minimum itself, with ReLU often every second one; cell k those above edge k - 1, up to
 * edge k.
 *
 * @param at where features lie (positions, channels), from 0 to the number of bins
 * @param cell the cells of all channels in turn, (positions, channels)
 * @param edges of the bins, as values, (channels, bins + 1)
 * @param below the part of the positions up to each edge, (channels, bins + 1)
 */
record Binned(Operand<TFloat32> at, Operand<TInt32> cell, Operand<TFloat32> edges, Operand<TFloat32> below) {

    /** Of a few operations in float32. */
    private static final float ROUNDING = 1e-6f;

    private static final float TINY = 1e-30f;

    static Binned of(Ops tf, Operand<TFloat32> f, int bins) {
        return of(tf, f, bins, tf.reduceMin(f, tf.constant(0)), tf.reduceMax(f, tf.constant(0)), null);
    }

    /** With positions counted by their weights (positions, 1), not all of them 0; those of weight 0 are as if cut out. */
    static Binned of(Ops tf, Operand<TFloat32> f, Operand<TFloat32> weights, int bins) {
        Operand<TFloat32> all = tf.math.add(tf.zerosLike(f), weights), out = tf.constant(Float.MAX_VALUE);
        Operand<TBool> counts = tf.math.greater(all, tf.constant(0f));
        Operand<TFloat32> min = tf.reduceMin(tf.select(counts, f, out), tf.constant(0));
        Operand<TFloat32> max = tf.reduceMax(tf.select(counts, f, tf.math.neg(out)), tf.constant(0));
        return of(tf, tf.math.minimum(max, tf.math.maximum(min, f)), bins, min, max, all);
    }

    private static Binned of(
            Ops tf,
            Operand<TFloat32> f,
            int bins,
            Operand<TFloat32> min,
            Operand<TFloat32> max,
            Operand<TFloat32> weights) {
        int channels = (int) f.shape().size(1);
        Operand<TFloat32> range = range(tf, min, max);
        Operand<TFloat32> at = tf.math.mul(tf.math.sub(f, min), tf.math.divNoNan(tf.constant((float) bins), range));
        Operand<TFloat32> firstCells =
                tf.range(tf.constant(0f), tf.constant((bins + 1f) * channels), tf.constant(bins + 1f));
        Operand<TInt32> cell = tf.dtypes.cast(tf.math.add(tf.math.ceil(at), firstCells), TInt32.class);
        Operand<TFloat32> edges = tf.math.add(
                tf.expandDims(min, tf.constant(1)),
                tf.math.mul(tf.expandDims(range, tf.constant(1)), tf.constant(steps(bins))));
        return new Binned(
                at,
                cell,
                edges,
                weights == null
                        ? below(tf, cell, channels, bins + 1)
                        : weightedBelow(tf, cell, weights, channels, bins + 1));
    }

    /**
     * Slightly more than the difference, so that rounding puts the maximum into no bin that does not exist; zero for channels
     * that are constant except for rounding.
     */
    private static Operand<TFloat32> range(Ops tf, Operand<TFloat32> min, Operand<TFloat32> max) {
        Operand<TFloat32> difference = tf.math.sub(max, min);
        Operand<TFloat32> rounding =
                tf.math.mul(tf.math.maximum(tf.math.abs(min), tf.math.abs(max)), tf.constant(ROUNDING));
        Operand<TFloat32> varies = tf.dtypes.cast(tf.math.greater(difference, rounding), TFloat32.class);
        return tf.math.mul(tf.math.mul(difference, tf.constant(1 + ROUNDING)), varies);
    }

    private static Operand<TFloat32> below(Ops tf, Operand<TInt32> cell, int channels, int cells) {
        Operand<TInt32> flat = tf.reshape(cell, tf.constant(new int[] {-1}));
        Operand<TInt32> counts = tf.math.bincount(flat, tf.constant(channels * cells), tf.constant(new int[0]));
        Operand<TInt32> sums =
                tf.math.cumsum(tf.reshape(counts, tf.constant(new int[] {channels, cells})), tf.constant(1));
        Operand<TInt32> positions = tf.slice(tf.shape(cell), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        return tf.math.div(tf.dtypes.cast(sums, TFloat32.class), tf.dtypes.cast(positions, TFloat32.class));
    }

    private static Operand<TFloat32> weightedBelow(
            Ops tf, Operand<TInt32> cell, Operand<TFloat32> weights, int channels, int cells) {
        Operand<TInt32> all = tf.constant(new int[] {-1});
        Operand<TFloat32> sums =
                tf.math.bincount(tf.reshape(cell, all), tf.constant(channels * cells), tf.reshape(weights, all));
        Operand<TFloat32> below =
                tf.math.cumsum(tf.reshape(sums, tf.constant(new int[] {channels, cells})), tf.constant(1));
        return tf.math.div(
                below, tf.slice(below, tf.constant(new int[] {0, cells - 1}), tf.constant(new int[] {channels, 1})));
    }

    /** The values (channels, bins + 1) below which 0, 1, ... of {@code bins} equal parts of the positions lie. */
    Operand<TFloat32> quantiles(Ops tf) {
        int bins = (int) edges.shape().size(1) - 1;
        return interpolate(tf, below, edges, tf.math.add(tf.zerosLike(edges), tf.constant(steps(bins))));
    }

    /** Row by row, what y is where x is {@code value}, linear between points of ascending x. */
    static Operand<TFloat32> interpolate(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y, Operand<TFloat32> value) {
        int last = (int) x.shape().size(1) - 1;
        Operand<TInt32> after = tf.clipByValue(tf.upperBound(x, value), tf.constant(1), tf.constant(last));
        Operand<TInt32> before = tf.math.sub(after, tf.constant(1));
        Operand<TFloat32> start = pick(tf, x, before), length = tf.math.sub(pick(tf, x, after), start);
        Operand<TFloat32> part = tf.math.div(tf.math.sub(value, start), tf.math.maximum(length, tf.constant(TINY)));
        Operand<TFloat32> low = pick(tf, y, before), rise = tf.math.sub(pick(tf, y, after), low);
        return tf.math.add(low, tf.math.mul(tf.clipByValue(part, tf.constant(0f), tf.constant(1f)), rise));
    }

    /** Elements of each row of a table by their indices. */
    static Operand<TFloat32> pick(Ops tf, Operand<TFloat32> table, Operand<TInt32> index) {
        return tf.gather(table, index, tf.constant(1), Gather.batchDims(1L));
    }

    private static float[] steps(int bins) {
        float[] steps = new float[bins + 1];
        for (int i = 0; i <= bins; i++) steps[i] = (float) i / bins;
        return steps;
    }
}
