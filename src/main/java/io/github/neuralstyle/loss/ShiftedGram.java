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
 * <p>
 * What adds up over the tiles of an image are products of two positions, both in one tile: those across a border between
 * tiles are in neither. Sums and counts of tiles are thus those of the whole image less these pairs, and their quotient
 * is a mean over the pairs that are left, not exactly that of the whole.
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
        Operand<TFloat32> roots = tf.math.sqrt(weights), few = tf.constant(FEW);
        Operand<TFloat32> sums = statistic(tf, tf.math.mul(features, roots)).sum(),
                counts = statistic(tf, roots).sum();
        Operand<TFloat32> f = Gram.matrix(
                tf, tf.math.mul(features, weights), (int) features.shape().size(3));
        Operand<TFloat32> mean =
                tf.expandDims(tf.math.div(tf.reduceSum(f, tf.constant(0)), Gram.total(tf, weights)), tf.constant(0));
        Operand<TFloat32> independent = tf.linalg.matMul(mean, mean, MatMul.transposeA(true));
        return new Statistic(tf.math.add(sums, tf.math.mul(independent, few)), tf.math.add(counts, few));
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
