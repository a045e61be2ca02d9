package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Where a tile lies on a layer, as operands (2), down and across, in positions of the whole layer. The interiors of all
 * tiles cover it once.
 *
 * @param origin the first position of the tile's map
 * @param from the first position of its interior
 * @param to the first position after its interior
 * @param whole the size of the layer
 */
record Window(Operand<TInt32> origin, Operand<TInt32> from, Operand<TInt32> to, Operand<TInt32> whole) {

    /** The window on a layer. @param pixels (4, 2): the four parts of the window on the image */
    static Window of(Ops tf, Operand<TInt32> pixels, int stride) {
        Operand<TInt32> positions = ceilDiv(tf, pixels, tf.constant(stride));
        return new Window(row(tf, positions, 0), row(tf, positions, 1), row(tf, positions, 2), row(tf, positions, 3));
    }

    private static Operand<TInt32> row(Ops tf, Operand<TInt32> rows, int index) {
        return tf.reshape(
                tf.slice(rows, tf.constant(new int[] {index, 0}), tf.constant(new int[] {1, 2})),
                tf.constant(new int[] {2}));
    }

    static Operand<TInt32> ceilDiv(Ops tf, Operand<TInt32> a, Operand<TInt32> b) {
        return tf.math.neg(tf.math.floorDiv(tf.math.neg(a), b));
    }

    /** The interior of a map (1, height, width, channels) of the tile, as (1, 1, positions, channels). */
    Operand<TFloat32> cut(Ops tf, Operand<TFloat32> map) {
        return cut(tf, map, tf.math.sub(from, origin), tf.math.sub(to, from));
    }

    /** The same of a map of the whole layer. */
    Operand<TFloat32> cutWhole(Ops tf, Operand<TFloat32> map) {
        return cut(tf, map, from, tf.math.sub(to, from));
    }

    /** What belongs to a map of the tile, with its halo, of a map (1, height, width, 1) of the whole layer. */
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> whole, Operand<TFloat32> map) {
        Operand<TInt32> one = tf.constant(new int[] {1});
        return tf.reshape(
                cut(tf, whole, origin, mapSize(tf, map)),
                tf.concat(List.of(one, mapSize(tf, map), one), tf.constant(0)));
    }

    /**
     * All pairs of positions some distance apart, both within the layer, of which the first is in the interior:
     * the first and the second ones, each (1, 1, pairs, channels). The tile's map must reach so far.
     */
    List<Operand<TFloat32>> pairs(Ops tf, Operand<TFloat32> map, int down, int across) {
        Operand<TInt32> shift = tf.constant(new int[] {down, across}), none = tf.constant(new int[2]);
        Operand<TInt32> first = tf.math.maximum(from, tf.math.neg(shift));
        Operand<TInt32> end = tf.math.minimum(to, tf.math.sub(whole, tf.math.maximum(shift, none)));
        Operand<TInt32> size = tf.math.maximum(tf.math.sub(end, first), none);
        Operand<TInt32> begin = tf.math.minimum(tf.math.sub(first, origin), mapSize(tf, map));
        Operand<TInt32> second = tf.math.minimum(tf.math.add(tf.math.sub(first, origin), shift), mapSize(tf, map));
        return List.of(cut(tf, map, begin, size), cut(tf, map, second, size));
    }

    private static Operand<TInt32> mapSize(Ops tf, Operand<TFloat32> map) {
        return tf.slice(tf.shape(map), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
    }

    private static Operand<TFloat32> cut(Ops tf, Operand<TFloat32> map, Operand<TInt32> begin, Operand<TInt32> size) {
        int channels = (int) map.shape().size(3);
        Operand<TInt32> axis = tf.constant(0);
        Operand<TFloat32> cut = tf.slice(
                map,
                tf.concat(List.of(tf.constant(new int[1]), begin, tf.constant(new int[1])), axis),
                tf.concat(List.of(tf.constant(new int[] {1}), size, tf.constant(new int[] {channels})), axis));
        return tf.reshape(cut, tf.constant(new int[] {1, 1, -1, channels}));
    }

    /** How many numbers maps of the whole layer have, a scalar. */
    Operand<TFloat32> count(Ops tf, int channels) {
        Operand<TFloat32> sides = tf.dtypes.cast(whole, TFloat32.class);
        return tf.math.mul(tf.reduceProd(sides, tf.constant(0)), tf.constant((float) channels));
    }

    /** Of an operand (2) the number along an axis, 0 or 1. */
    static Operand<TInt32> along(Ops tf, Operand<TInt32> both, int axis) {
        return tf.squeeze(tf.slice(both, tf.constant(new int[] {axis}), tf.constant(new int[] {1})));
    }
}
