package io.github.neuralstyle.loss;

import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The squared Wasserstein-2 distance between projections of the features and of the style's, its mean over directions
 * (Heitz, Vanhoey, Chambon &amp; Belcour 2021, A sliced Wasserstein loss for neural texture synthesis). There are as many
 * directions as channels, random and of length 1, the same for all images and steps. It sees the whole distribution of
 * features, where a Gram matrix sees only their mean products.
 *
 * <p>
 * Where the article sorts the projections, this takes their ranks from histograms, to within a bin: {@link Histogram} of
 * the projections is this loss. It takes a time proportional to the positions, gives equal projections one target, and
 * compares images of any sizes.
 *
 * @param bins of a projection's histogram, at least 2
 */
public record SlicedWasserstein(int bins) implements TiledLoss {

    private static final long SEED = 1;

    /** @throws IllegalArgumentException if there are fewer than 2 bins */
    public SlicedWasserstein {
        new Histogram(bins);
    }

    @Override
    public String name() {
        return "sliced";
    }

    @Override
    public Reference reference() {
        return Reference.STYLE;
    }

    /** The quantiles (directions, bins + 1) of each projection, from the minimum to the maximum at equal steps. */
    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        return new Histogram(bins).target(tf, projections(tf, features));
    }

    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        return new Histogram(bins).target(tf, projections(tf, features), weights);
    }

    @Override
    public Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
        return new Histogram(bins).value(tf, projections(tf, features), target);
    }

    @Override
    public List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        return Histogram.first(tf, ofTile(tf, tile), tile);
    }

    @Override
    public boolean firstAreMinima() {
        return true;
    }

    @Override
    public List<Operand<TFloat32>> second(Ops tf, TileFeatures tile, List<Operand<TFloat32>> first) {
        return new Histogram(bins).second(tf, ofTile(tf, tile), tile, first);
    }

    @Override
    public Operand<TFloat32> target(Ops tf, List<Operand<TFloat32>> totals) {
        return new Histogram(bins).target(tf, totals);
    }

    @Override
    public Operand<TFloat32> part(Ops tf, TileFeatures tile, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        return new Histogram(bins).part(tf, ofTile(tf, tile), tile, totals, target);
    }

    private static Operand<TFloat32> ofTile(Ops tf, TileFeatures tile) {
        return Gram.matrix(tf, projections(tf, tile.inner(tf)), tile.channels());
    }

    /** The features along each direction, (1, 1, positions, directions). */
    private static Operand<TFloat32> projections(Ops tf, Operand<TFloat32> features) {
        int channels = (int) features.shape().size(3);
        Operand<TFloat32> directions = tf.constant(Shape.of(channels, channels), DataBuffers.of(directions(channels)));
        Operand<TFloat32> projections = tf.linalg.matMul(Gram.matrix(tf, features, channels), directions);
        return tf.reshape(projections, tf.constant(new int[] {1, 1, -1, channels}));
    }

    /** Random directions of length 1: the columns of a matrix (channels, channels), row by row. */
    static float[] directions(int channels) {
        Random random = new Random(SEED);
        float[] directions = new float[channels * channels];
        double[] direction = new double[channels];
        for (int d = 0; d < channels; d++) {
            double square = 0;
            for (int c = 0; c < channels; c++) {
                direction[c] = random.nextGaussian();
                square += direction[c] * direction[c];
            }
            for (int c = 0; c < channels; c++)
                directions[c * channels + d] = (float) (direction[c] / Math.sqrt(square));
        }
        return directions;
    }
}
