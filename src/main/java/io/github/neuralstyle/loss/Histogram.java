package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The mean squared difference between features and the same features matched to the style's histogram, channel by
 * channel (Risser, Wilmot &amp; Barnes 2017, Stable and controllable neural texture synthesis and style transfer using
 * histogram losses). The matched features are a constant for the gradient and recomputed at each evaluation.
 *
 * <p>
 * Two images can have one Gram matrix and yet look different; with the histograms of single channels fixed they cannot
 * trade mean for variance.
 *
 * <p>
 * A feature becomes the style's quantile of its own rank; both ranks are interpolated linearly within bins, so the
 * matched histogram is the style's to within a bin, and features that have the style's histogram stay what they are.
 * Positions with one value get one target: where all or many share the minimum of a channel (a flat image, the
 * zeros of ReLU), it is the mean of the quantiles that they would get if ties were broken at random. So flat regions
 * neither collapse to the style's extreme nor receive noise. Ties of other values lie within a bin, and get a quantile
 * of that bin.
 *
 * <p>
 * The target of several styles is the mean of their quantiles: for each channel that is the histogram with the minimum sum
 * of squared distances (Wasserstein-2) to theirs, their barycentre, not their mixture.
 *
 * @param bins of a channel's histogram, at least 2
 */
public record Histogram(int bins) implements TiledLoss {

    /** @throws IllegalArgumentException if there are fewer than 2 bins */
    public Histogram {
        if (bins < 2)
            throw new IllegalArgumentException("bins is " + bins + "; it must be a whole number of at least 2.");
    }

    @Override
    public String name() {
        return "hist";
    }

    @Override
    public Reference reference() {
        return Reference.STYLE;
    }

    /** The quantiles (channels, bins + 1) of the features, from the minimum to the maximum at equal steps. */
    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        return Binned.of(tf, matrix(tf, features), bins).quantiles(tf);
    }

    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        return Binned.of(tf, matrix(tf, features), matrix(tf, weights), bins).quantiles(tf);
    }

    @Override
    public Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
        Operand<TFloat32> f = matrix(tf, features);
        return difference(tf, f, matched(tf, f, target));
    }

    private static Operand<TFloat32> difference(Ops tf, Operand<TFloat32> f, Operand<TFloat32> matched) {
        Operand<TFloat32> difference = tf.math.sub(f, tf.stopGradient(matched));
        Operand<TFloat32> half =
                tf.math.mul(tf.dtypes.cast(tf.shape.size(tf.shape(f)), TFloat32.class), tf.constant(0.5f));
        return tf.math.div(tf.nn.l2Loss(difference), half);
    }

    /** The extremes of channels. */
    @Override
    public List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        return first(tf, matrix(tf, tile.inner(tf)), tile);
    }

    static List<Operand<TFloat32>> first(Ops tf, Operand<TFloat32> f, TileFeatures tile) {
        return List.of(Binned.extremes(tf, f, weights(tf, tile)));
    }

    @Override
    public boolean firstAreMinima() {
        return true;
    }

    /** How many positions are in each cell of a channel. */
    @Override
    public List<Operand<TFloat32>> second(Ops tf, TileFeatures tile, List<Operand<TFloat32>> first) {
        return second(tf, matrix(tf, tile.inner(tf)), tile, first);
    }

    List<Operand<TFloat32>> second(Ops tf, Operand<TFloat32> f, TileFeatures tile, List<Operand<TFloat32>> first) {
        Operand<TFloat32> weights = weights(tf, tile);
        return List.of(Binned.ofTile(tf, f, weights, bins, first.get(0)).counts(tf, weights));
    }

    @Override
    public Operand<TFloat32> target(Ops tf, List<Operand<TFloat32>> totals) {
        Operand<TFloat32> extremes = totals.get(0);
        return Binned.ofTile(tf, extremes, null, bins, extremes)
                .withCounts(tf, totals.get(1))
                .quantiles(tf);
    }

    @Override
    public Operand<TFloat32> part(Ops tf, TileFeatures tile, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        return part(tf, matrix(tf, tile.inner(tf)), tile, totals, target);
    }

    Operand<TFloat32> part(
            Ops tf, Operand<TFloat32> f, TileFeatures tile, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        Binned binned = Binned.ofTile(tf, f, null, bins, totals.get(0)).withCounts(tf, totals.get(1));
        Operand<TFloat32> here = tf.dtypes.cast(Gram.size(tf, f, 0), TFloat32.class);
        return tf.math.mul(
                difference(tf, f, matched(tf, binned, target)),
                tf.math.div(here, tile.window().count(tf, 1)));
    }

    private static Operand<TFloat32> weights(Ops tf, TileFeatures tile) {
        return tile.weights() == null ? null : matrix(tf, tile.innerWeights(tf));
    }

    private static Operand<TFloat32> matrix(Ops tf, Operand<TFloat32> features) {
        return Gram.matrix(tf, features, (int) features.shape().size(3));
    }

    /** Features (positions, channels) with each channel's histogram that of the target: linear within each cell. */
    Operand<TFloat32> matched(Ops tf, Operand<TFloat32> f, Operand<TFloat32> target) {
        return matched(tf, Binned.of(tf, f, bins), target);
    }

    private Operand<TFloat32> matched(Ops tf, Binned binned, Operand<TFloat32> target) {
        int channels = (int) binned.edges().shape().size(0);
        Operand<TFloat32> quantiles = binned.quantiles(tf);
        Operand<TFloat32> map = Binned.interpolate(tf, quantiles, target, binned.edges());
        Operand<TFloat32> left = columns(tf, map, 0, bins), rise = tf.math.sub(columns(tf, map, 1, bins), left);
        Operand<TFloat32> edge = tf.range(tf.constant(0f), tf.constant((float) bins), tf.constant(1f));
        Operand<TFloat32> start = tf.math.sub(left, tf.math.mul(rise, edge));
        Operand<TFloat32> level = tf.zeros(tf.constant(new int[] {channels, 1}), TFloat32.class);
        start = tf.concat(List.of(ofTheMinimum(tf, quantiles, target), start), tf.constant(1));
        rise = tf.concat(List.of(level, rise), tf.constant(1));
        return tf.math.add(lookUp(tf, start, binned.cell()), tf.math.mul(lookUp(tf, rise, binned.cell()), binned.at()));
    }

    /** The value that replaces the minimum, (channels, 1): the target's mean over as many quantiles as have that value. */
    private Operand<TFloat32> ofTheMinimum(Ops tf, Operand<TFloat32> quantiles, Operand<TFloat32> target) {
        Operand<TFloat32> first = columns(tf, target, 0, 1);
        Operand<TFloat32> sides = tf.math.add(columns(tf, target, 0, bins), columns(tf, target, 1, bins));
        Operand<TFloat32> aboveFirst = tf.math.sub(tf.math.mul(sides, tf.constant(0.5f)), first);
        Operand<TFloat32> counts = tf.range(tf.constant(1f), tf.constant(bins + 1f), tf.constant(1f));
        Operand<TFloat32> means = tf.math.div(tf.math.cumsum(aboveFirst, tf.constant(1)), counts);
        Operand<TInt32> ties = tf.math.sub(tf.upperBound(quantiles, columns(tf, quantiles, 0, 1)), tf.constant(1));
        return tf.math.add(
                first, Binned.pick(tf, tf.concat(List.of(tf.zerosLike(first), means), tf.constant(1)), ties));
    }

    private static Operand<TFloat32> columns(Ops tf, Operand<TFloat32> table, int first, int count) {
        return tf.slice(table, tf.constant(new int[] {0, first}), tf.constant(new int[] {-1, count}));
    }

    /** An element of a table (channels, cells) for each cell. GatherNd is three times as fast here as Gather. */
    private static Operand<TFloat32> lookUp(Ops tf, Operand<TFloat32> table, Operand<TInt32> cell) {
        return tf.gatherNd(tf.reshape(table, tf.constant(new int[] {-1})), tf.expandDims(cell, tf.constant(-1)));
    }
}
