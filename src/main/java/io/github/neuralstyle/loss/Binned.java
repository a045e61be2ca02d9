package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

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
        Binned sorted = of(tf, f, bins, tf.reduceMin(f, tf.constant(0)), tf.reduceMax(f, tf.constant(0)), null);
        return sorted.with(below(tf, sorted.cell, (int) f.shape().size(1), bins + 1));
    }

    /** With positions counted by their weights (positions, 1), not all of them 0; those of weight 0 are as if cut out. */
    static Binned of(Ops tf, Operand<TFloat32> f, Operand<TFloat32> weights, int bins) {
        Binned sorted = of(tf, f, bins, min(tf, f, weights), tf.math.neg(min(tf, tf.math.neg(f), weights)), weights);
        return sorted.withCounts(tf, sorted.counts(tf, weights));
    }

    /** Features of a tile, by the {@link #extremes} of all tiles; how many are below is not known yet. */
    static Binned ofTile(Ops tf, Operand<TFloat32> f, Operand<TFloat32> weights, int bins, Operand<TFloat32> extremes) {
        return of(tf, f, bins, row(tf, extremes, 0), tf.math.neg(row(tf, extremes, 1)), weights);
    }

    private static Operand<TFloat32> row(Ops tf, Operand<TFloat32> rows, int index) {
        Operand<TFloat32> row = tf.slice(rows, tf.constant(new int[] {index, 0}), tf.constant(new int[] {1, -1}));
        return tf.reshape(row, tf.constant(new int[] {-1}));
    }

    /** The minima of features and of the negative ones, (2, channels). @param weights null if all positions count */
    static Operand<TFloat32> extremes(Ops tf, Operand<TFloat32> f, Operand<TFloat32> weights) {
        return tf.stack(List.of(min(tf, f, weights), min(tf, tf.math.neg(f), weights)));
    }

    private static Operand<TFloat32> min(Ops tf, Operand<TFloat32> f, Operand<TFloat32> weights) {
        if (weights == null) return tf.reduceMin(f, tf.constant(0));
        Operand<TBool> counts = tf.math.greater(spread(tf, f, weights), tf.constant(0f));
        return tf.reduceMin(tf.select(counts, f, tf.constant(Float.MAX_VALUE)), tf.constant(0));
    }

    /** Weights (positions, 1) for each channel. */
    private static Operand<TFloat32> spread(Ops tf, Operand<TFloat32> f, Operand<TFloat32> weights) {
        return tf.math.add(tf.zerosLike(f), weights);
    }

    private static Binned of(
            Ops tf,
            Operand<TFloat32> features,
            int bins,
            Operand<TFloat32> min,
            Operand<TFloat32> max,
            Operand<TFloat32> weights) {
        Operand<TFloat32> f = weights == null ? features : tf.math.minimum(max, tf.math.maximum(min, features));
        int channels = (int) f.shape().size(1);
        Operand<TFloat32> range = range(tf, min, max);
        Operand<TFloat32> at = tf.math.mul(tf.math.sub(f, min), tf.math.divNoNan(tf.constant((float) bins), range));
        Operand<TFloat32> firstCells =
                tf.range(tf.constant(0f), tf.constant((bins + 1f) * channels), tf.constant(bins + 1f));
        Operand<TInt32> cell = tf.dtypes.cast(tf.math.add(tf.math.ceil(at), firstCells), TInt32.class);
        Operand<TFloat32> edges = tf.math.add(
                tf.expandDims(min, tf.constant(1)),
                tf.math.mul(tf.expandDims(range, tf.constant(1)), tf.constant(steps(bins))));
        return new Binned(at, cell, edges, null);
    }

    private Binned with(Operand<TFloat32> newBelow) {
        return new Binned(at, cell, edges, newBelow);
    }

    /** The same with the counts of all tiles added up, (channels, bins + 1). */
    Binned withCounts(Ops tf, Operand<TFloat32> counts) {
        Operand<TFloat32> below = tf.math.cumsum(counts, tf.constant(1));
        int[] last = {0, (int) edges.shape().size(1) - 1}, column = {-1, 1};
        return with(tf.math.div(below, tf.slice(below, tf.constant(last), tf.constant(column))));
    }

    /** How many positions are in each cell, (channels, bins + 1). @param weights (positions, 1), null if all count once */
    Operand<TFloat32> counts(Ops tf, Operand<TFloat32> weights) {
        int channels = (int) edges.shape().size(0), cells = (int) edges.shape().size(1);
        if (weights == null)
            return tf.dtypes.cast(counts(tf, cell, channels, cells, tf.constant(new int[0])), TFloat32.class);
        Operand<TFloat32> spread = spread(tf, at, weights);
        return counts(tf, cell, channels, cells, tf.reshape(spread, tf.constant(new int[] {-1})));
    }

    private static <T extends TNumber> Operand<T> counts(
            Ops tf, Operand<TInt32> cell, int channels, int cells, Operand<T> weights) {
        Operand<T> counts =
                tf.math.bincount(tf.reshape(cell, tf.constant(new int[] {-1})), tf.constant(channels * cells), weights);
        return tf.reshape(counts, tf.constant(new int[] {channels, cells}));
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
        Operand<TInt32> sums =
                tf.math.cumsum(counts(tf, cell, channels, cells, tf.constant(new int[0])), tf.constant(1));
        Operand<TInt32> positions = tf.slice(tf.shape(cell), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        return tf.math.div(tf.dtypes.cast(sums, TFloat32.class), tf.dtypes.cast(positions, TFloat32.class));
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
