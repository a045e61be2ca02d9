package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.op.core.Stack;
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
        return nearest(tf, grid(tf, features, side, gridOffset), target);
    }

    @Override
    public List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        return List.of(grid(tf, tile, side, tile.gridOffset()));
    }

    @Override
    public Operand<TFloat32> value(Ops tf, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        return nearest(tf, totals.get(0), target);
    }

    private static Operand<TFloat32> nearest(Ops tf, Operand<TFloat32> sampled, Operand<TFloat32> target) {
        Operand<TFloat32> here = directions(tf, sampled);
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

    /**
     * What a tile adds to the grid of the whole layer, (1, 1, places, channels): its places where they are in it, zeros
     * elsewhere.
     */
    static Operand<TFloat32> grid(Ops tf, TileFeatures tile, int side, Operand<TFloat32> gridOffset) {
        Window window = tile.window();
        Operand<TInt32> longest = tf.reduceMax(window.whole(), tf.constant(0)), one = tf.constant(1);
        Operand<TInt32> step = tf.math.add(tf.math.floorDiv(tf.math.sub(longest, one), tf.constant(side)), one);
        Operand<TInt32> first = first(tf, gridOffset, tf.math.minimum(step, window.whole()));
        Operand<TInt32> before = places(tf, window.from(), first, step), end = places(tf, window.to(), first, step);
        Operand<TFloat32> places = tile.map();
        for (int axis = 0; axis < 2; axis++) {
            Operand<TInt32> indices = tf.range(Window.along(tf, before, axis), Window.along(tf, end, axis), one);
            Operand<TInt32> start = Window.along(tf, tf.math.sub(first, window.origin()), axis);
            places = tf.gather(
                    places,
                    tf.math.add(tf.math.mul(indices, step), start),
                    tf.constant(axis + 1),
                    new Gather.Options[0]);
        }
        Operand<TInt32> after = tf.math.sub(places(tf, window.whole(), first, step), end);
        Operand<TInt32> none = tf.constant(new int[1]);
        Operand<TInt32> paddings = tf.stack(
                List.of(
                        tf.concat(List.of(none, before, none), tf.constant(0)),
                        tf.concat(List.of(none, after, none), tf.constant(0))),
                Stack.axis(1L));
        return tf.reshape(
                tf.pad(places, paddings, tf.constant(0f)), tf.constant(new int[] {1, 1, -1, tile.channels()}));
    }

    /** How many places of the grid lie before a position, along each axis. */
    private static Operand<TInt32> places(
            Ops tf, Operand<TInt32> position, Operand<TInt32> first, Operand<TInt32> step) {
        return Window.ceilDiv(tf, tf.math.maximum(tf.math.sub(position, first), tf.constant(0)), step);
    }

    private static Operand<TInt32> first(Ops tf, Operand<TFloat32> gridOffset, Operand<TInt32> offsets) {
        return tf.dtypes.cast(
                tf.math.floor(tf.math.mul(gridOffset, tf.dtypes.cast(offsets, TFloat32.class))), TInt32.class);
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
        Operand<TInt32> first = first(tf, part, tf.math.minimum(step, size));
        return tf.gather(features, tf.range(first, size, step), tf.constant(axis), new Gather.Options[0]);
    }
}
