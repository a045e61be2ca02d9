package io.github.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The squared difference of Gram matrices between features and the same features some positions further (Berger &amp;
 * Memisevic 2017, Incorporating long-range consistency in CNN-based texture generation): with a shift of d along x,
 * G = F[:, d:]<sup>T</sup> F[:, :-d] / M over the M positions of the overlap; likewise along y. What a Gram matrix is
 * blind to, how far apart things are, this sees. The mean over x, y and all shifts, divided by the square of the number
 * of channels.
 *
 * @param shifts in positions of the layer, each at least 1 and less than its height and width
 */
public record ShiftedGram(List<Integer> shifts) implements StatisticLoss {

    /** The weight of a statistic that only counts where there is no other. */
    private static final float FEW = 1e-6f;

    /** @throws IllegalArgumentException if there is no shift, or one below 1 */
    public ShiftedGram {
        shifts = List.copyOf(shifts);
        if (shifts.isEmpty() || shifts.stream().anyMatch(shift -> shift < 1))
            throw new IllegalArgumentException("shifts is " + shifts + "; it must be whole numbers of at least 1.");
    }

    @Override
    public String name() {
        return "shift";
    }

    /** Sums (2 * shifts, channels, channels), those along x before those along y, and counts (2 * shifts, 1, 1). */
    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features) {
        Operand<TFloat32> rows = tf.squeeze(features, Squeeze.axis(List.of(0L)));
        Operand<TFloat32> columns = tf.linalg.transpose(rows, tf.constant(new int[] {1, 0, 2}));
        List<Operand<TFloat32>> sums = new ArrayList<>(), counts = new ArrayList<>();
        for (Operand<TFloat32> lines : List.of(columns, rows)) addShifted(tf, lines, sums, counts);
        return new Statistic(Joins.stack(tf, sums), tf.reshape(tf.stack(counts), tf.constant(new int[] {-1, 1, 1})));
    }

    /**
     * Each pair counts by the geometric mean of its positions' weights. Where no two positions of any weight are that far
     * apart, products are what they are of independent features: those of their means.
     */
    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        Operand<TFloat32> roots = tf.math.sqrt(weights);
        Operand<TFloat32> sums = statistic(tf, tf.math.mul(features, roots)).sum(),
                counts = statistic(tf, roots).sum();
        Operand<TFloat32> f = Gram.matrix(
                tf, tf.math.mul(features, weights), (int) features.shape().size(3));
        return withIndependent(
                tf, new Statistic(sums, counts), tf.reduceSum(f, tf.constant(0)), Gram.total(tf, weights));
    }

    /** @param sum of the features (channels) and of the weights, a scalar */
    private static Statistic withIndependent(
            Ops tf, Statistic pairs, Operand<TFloat32> sum, Operand<TFloat32> weights) {
        Operand<TFloat32> mean = tf.expandDims(tf.math.div(sum, weights), tf.constant(0)), few = tf.constant(FEW);
        Operand<TFloat32> independent = tf.linalg.matMul(mean, mean, MatMul.transposeA(true));
        return new Statistic(tf.math.add(pairs.sum(), tf.math.mul(independent, few)), tf.math.add(pairs.count(), few));
    }

    @Override
    public int reach() {
        return shifts.stream().max(Integer::compare).get();
    }

    /** The statistic of pairs whose first position is in the tile; with weights also what {@link #withIndependent} needs. */
    @Override
    public List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        Window window = tile.window();
        if (tile.weights() == null) {
            Statistic pairs = pairs(tf, window, tile.map());
            return List.of(pairs.sum(), pairs.count());
        }
        Operand<TFloat32> weights = window.of(tf, tile.weights(), tile.map()), roots = tf.math.sqrt(weights);
        Operand<TFloat32> inside = tf.math.mul(tile.inner(tf), tile.innerWeights(tf));
        return List.of(
                pairs(tf, window, tf.math.mul(tile.map(), roots)).sum(),
                pairs(tf, window, roots).sum(),
                tf.reduceSum(Gram.matrix(tf, inside, tile.channels()), tf.constant(0)),
                Gram.total(tf, tile.innerWeights(tf)));
    }

    private Statistic pairs(Ops tf, Window window, Operand<TFloat32> map) {
        int channels = (int) map.shape().size(3);
        List<Operand<TFloat32>> sums = new ArrayList<>(), counts = new ArrayList<>();
        for (int axis = 1; axis >= 0; axis--)
            for (int shift : shifts) {
                List<Operand<TFloat32>> pairs = window.pairs(tf, map, (1 - axis) * shift, axis * shift);
                Operand<TFloat32> near = Gram.matrix(tf, pairs.get(0), channels),
                        far = Gram.matrix(tf, pairs.get(1), channels);
                sums.add(tf.linalg.matMul(far, near, MatMul.transposeA(true)));
                counts.add(tf.dtypes.cast(Gram.size(tf, near, 0), TFloat32.class));
            }
        return new Statistic(Joins.stack(tf, sums), tf.reshape(tf.stack(counts), tf.constant(new int[] {-1, 1, 1})));
    }

    @Override
    public Operand<TFloat32> target(Ops tf, List<Operand<TFloat32>> totals) {
        if (totals.size() == 2) return StatisticLoss.super.target(tf, totals);
        Statistic pairs = new Statistic(totals.get(0), totals.get(1));
        return withIndependent(tf, pairs, totals.get(2), totals.get(3)).mean(tf);
    }

    /**
     * Adds the products of lines (lines, length, channels) with those some lines further. Zeros after the last line
     * stand for what is outside: they add nothing to a sum, and whole lines are sliced without a copy.
     */
    private void addShifted(
            Ops tf, Operand<TFloat32> lines, List<Operand<TFloat32>> sums, List<Operand<TFloat32>> counts) {
        int channels = (int) lines.shape().size(2),
                max = shifts.stream().max(Integer::compare).get();
        Operand<TInt32> shape = tf.shape(lines);
        Operand<TFloat32> near = Gram.matrix(tf, lines, channels);
        Operand<TFloat32> padded = tf.pad(lines, tf.constant(new int[][] {{0, max}, {0, 0}, {0, 0}}), tf.constant(0f));
        for (int shift : shifts) {
            Operand<TFloat32> far =
                    Gram.matrix(tf, tf.slice(padded, tf.constant(new int[] {shift, 0, 0}), shape), channels);
            sums.add(tf.linalg.matMul(far, near, MatMul.transposeA(true)));
            Operand<TInt32> overlap = tf.math.sub(shape, tf.constant(new int[] {shift, 0, channels - 1}));
            counts.add(tf.dtypes.cast(tf.reduceProd(overlap, tf.constant(0)), TFloat32.class));
        }
    }

    @Override
    public Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target) {
        return tf.math.mean(tf.math.squaredDifference(mean, target), tf.constant(new int[] {0, 1, 2}));
    }
}
