package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The mean cosine distance of a layer's centred features from the nearest ones of the style: the last
 * phase of Kolkin et al. (2022), which sharpens strokes. Matches are recomputed at every evaluation, without a gradient,
 * for places on a grid, which begins elsewhere at each step.
 *
 * @param side how many places the grid has at most along each axis
 * @param maxPlaces how many places of the style are compared with at most
 */
public record LayerNeighbors(int side, int maxPlaces) implements PlacesLoss {

    /** As the paper has it, for each layer. */
    public LayerNeighbors() {
        this(64, 4096);
    }

    @Override
    public String name() {
        return Losses.NEIGHBORS;
    }

    @Override
    public boolean matchedBefore() {
        return false;
    }

    @Override
    public void prepare(float[] places, int channels) {
        Cosine.center(places, channels);
        Cosine.normalize(places, channels);
    }

    /** Directions of the features less their mean, (places, channels). */
    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        return directions(tf, features);
    }

    private static Operand<TFloat32> directions(Ops tf, Operand<TFloat32> features) {
        return Cosine.directions(tf, Cosine.centered(tf, Gram.matrix(tf, features, (int)
                features.shape().size(3))));
    }

    @Override
    public Operand<TFloat32> value(
            Ops tf, Operand<TFloat32> features, Operand<TFloat32> target, Operand<TFloat32> gridOffset) {
        Operand<TFloat32> here = directions(tf, grid(tf, features, side, gridOffset));
        Operand<TFloat32> cosines = tf.linalg.matMul(tf.stopGradient(here), target, MatMul.transposeB(true));
        Operand<TInt32> nearest = tf.math.argMax(cosines, tf.constant(1), TInt32.class);
        return Cosine.meanDistance(tf, here, tf.stopGradient(tf.gather(target, nearest, tf.constant(0))));
    }

    /** Every n-th position along each axis, n the least that leaves at most {@code side}. */
    static Operand<TFloat32> grid(Ops tf, Operand<TFloat32> features, int side, Operand<TFloat32> gridOffset) {
        Operand<TInt32> height = Gram.size(tf, features, 1), width = Gram.size(tf, features, 2);
        Operand<TInt32> step = tf.math.add(
                tf.math.floorDiv(tf.math.sub(tf.math.maximum(height, width), tf.constant(1)), tf.constant(side)),
                tf.constant(1));
        Operand<TFloat32> rows = along(tf, features, 1, height, step, gridOffset);
        return along(tf, rows, 2, width, step, gridOffset);
    }

    private static Operand<TFloat32> along(
            Ops tf,
            Operand<TFloat32> features,
            int axis,
            Operand<TInt32> size,
            Operand<TInt32> step,
            Operand<TFloat32> gridOffset) {
        Operand<TFloat32> part =
                tf.squeeze(tf.slice(gridOffset, tf.constant(new int[] {axis - 1}), tf.constant(new int[] {1})));
        Operand<TInt32> offsets = tf.math.minimum(step, size);
        Operand<TInt32> first =
                tf.dtypes.cast(tf.math.floor(tf.math.mul(part, tf.dtypes.cast(offsets, TFloat32.class))), TInt32.class);
        return tf.gather(features, tf.range(first, size, step), tf.constant(axis), new Gather.Options[0]);
    }
}
