package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The mean squared difference between each pixel and its eight neighbours, those along a diagonal counted half, as they
 * are farther by a square root of two. It is what noise has and brush strokes have little of.
 */
public record TotalVariation() implements TiledLoss {

    @Override
    public String name() {
        return "tv";
    }

    @Override
    public Reference reference() {
        return Reference.NONE;
    }

    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        throw new IllegalStateException("Total variation has no target.");
    }

    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        throw new IllegalStateException("Total variation has no target.");
    }

    @Override
    public Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
        Operand<TFloat32> straight = tf.math.add(difference(tf, features, 0, 1), difference(tf, features, 1, 0));
        Operand<TFloat32> diagonal = tf.math.add(difference(tf, features, 1, 1), difference(tf, features, 1, -1));
        return tf.math.add(straight, tf.math.mul(diagonal, tf.constant(0.5f)));
    }

    @Override
    public int reach() {
        return 1;
    }

    @Override
    public Operand<TFloat32> part(Ops tf, TileFeatures tile, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        Operand<TFloat32> straight = tf.math.add(part(tf, tile, 0, 1), part(tf, tile, 1, 0));
        Operand<TFloat32> diagonal = tf.math.add(part(tf, tile, 1, 1), part(tf, tile, 1, -1));
        return tf.math.add(straight, tf.math.mul(diagonal, tf.constant(0.5f)));
    }

    private static Operand<TFloat32> part(Ops tf, TileFeatures tile, int dy, int dx) {
        List<Operand<TFloat32>> pairs = tile.window().pairs(tf, tile.map(), dy, dx);
        Operand<TFloat32> squares = tf.reduceSum(
                tf.math.squaredDifference(pairs.get(0), pairs.get(1)), tf.constant(new int[] {0, 1, 2, 3}));
        Operand<TFloat32> sides = tf.dtypes.cast(
                tf.math.sub(tile.window().whole(), tf.constant(new int[] {dy, Math.abs(dx)})), TFloat32.class);
        return tf.math.div(
                squares, tf.math.mul(tf.reduceProd(sides, tf.constant(0)), tf.constant((float) tile.channels())));
    }

    private static Operand<TFloat32> difference(Ops tf, Operand<TFloat32> features, int dy, int dx) {
        Operand<TFloat32> here = crop(tf, features, 0, Math.max(0, -dx), dy, Math.abs(dx));
        Operand<TFloat32> there = crop(tf, features, dy, Math.max(0, dx), dy, Math.abs(dx));
        return tf.math.mean(tf.math.squaredDifference(here, there), tf.constant(new int[] {0, 1, 2, 3}));
    }

    /** Without {@code lessY} rows and {@code lessX} columns, of which {@code top} and {@code left} at the beginning. */
    private static Operand<TFloat32> crop(Ops tf, Operand<TFloat32> features, int top, int left, int lessY, int lessX) {
        return tf.slice(
                features,
                tf.constant(new int[] {0, top, left, 0}),
                tf.math.sub(tf.shape(features), tf.constant(new int[] {0, lessY, lessX, 0})));
    }
}
