package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/** Cosine distances between rows of matrices (places, channels), as TensorFlow operations and in arrays. */
public final class Cosine {

    /** The least length by which a row is divided. */
    static final float MIN_LENGTH = 1e-6f;

    private Cosine() {}

    /** Rows of length 1; what is 0 remains 0. */
    static Operand<TFloat32> directions(Ops tf, Operand<TFloat32> rows) {
        Operand<TFloat32> squares = sums(tf, tf.math.square(rows));
        return tf.math.mul(rows, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(MIN_LENGTH * MIN_LENGTH))));
    }

    /** Rows less their mean. */
    static Operand<TFloat32> centered(Ops tf, Operand<TFloat32> rows) {
        return tf.math.sub(rows, tf.math.mean(rows, tf.constant(0), Mean.keepDims(true)));
    }

    /** The mean of 1 - cos over pairs of rows of length 1, as half their squared difference: at least 0, and 0 for equal ones. */
    static Operand<TFloat32> meanDistance(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        Operand<TFloat32> squares = tf.reduceSum(tf.math.squaredDifference(a, b), tf.constant(1));
        return tf.math.mul(tf.math.mean(squares, tf.constant(0)), tf.constant(0.5f));
    }

    /**
     * The mean of 1 - cos over pairs of rows, of which the second are constants of length 1. It brings its own gradient: that
     * which TensorFlow derives from the value takes twice the memory and time.
     */
    static Operand<TFloat32> meanDistanceTo(Ops tf, Operand<TFloat32> rows, Operand<TFloat32> constants) {
        Operand<TFloat32> held = tf.stopGradient(rows), least = tf.constant(MIN_LENGTH * MIN_LENGTH);
        Operand<TFloat32> squares = sums(tf, tf.math.square(held)), products = sums(tf, tf.math.mul(held, constants));
        Operand<TFloat32> inverse = tf.math.rsqrt(tf.math.maximum(squares, least));
        Operand<TFloat32> cosines = tf.math.mul(products, inverse);
        Operand<TFloat32> value = tf.math.mean(
                tf.math.maximum(tf.math.sub(tf.constant(1f), cosines), tf.constant(0f)), tf.constant(new int[] {0, 1}));
        Operand<TFloat32> one = tf.onesLike(cosines);
        Operand<TFloat32> part = tf.select(tf.math.greater(squares, least), cosines, one);
        Operand<TFloat32> count = tf.dtypes.cast(Gram.size(tf, rows, 0), TFloat32.class);
        Operand<TFloat32> share = tf.math.div(inverse, count);
        Operand<TFloat32> slope = tf.math.sub(
                tf.math.mul(held, tf.math.mul(tf.math.mul(part, inverse), share)), tf.math.mul(constants, share));
        Operand<TFloat32> linear = tf.reshape(
                tf.linalg.matMul(
                        tf.reshape(rows, tf.constant(new int[] {1, -1})),
                        tf.reshape(tf.stopGradient(slope), tf.constant(new int[] {-1, 1}))),
                tf.constant(new int[0]));
        return tf.math.add(tf.stopGradient(value), tf.math.sub(linear, tf.stopGradient(linear)));
    }

    private static Operand<TFloat32> sums(Ops tf, Operand<TFloat32> rows) {
        return tf.reduceSum(rows, tf.constant(1), ReduceSum.keepDims(true));
    }

    /** Divides rows by their lengths, in place. */
    public static void normalize(float[] rows, int channels) {
        for (int row = 0; row < rows.length; row += channels) {
            double squares = 0;
            for (int i = row; i < row + channels; i++) squares += (double) rows[i] * rows[i];
            float factor = (float) (1 / Math.max(MIN_LENGTH, Math.sqrt(squares)));
            for (int i = row; i < row + channels; i++) rows[i] *= factor;
        }
    }

    /** The mean of all rows. */
    public static double[] mean(float[] rows, int channels) {
        double[] mean = new double[channels];
        for (int i = 0; i < rows.length; i++) mean[i % channels] += rows[i];
        for (int i = 0; i < channels; i++) mean[i] /= rows.length / channels;
        return mean;
    }

    /** Subtracts the mean of all rows, in place. */
    public static void center(float[] rows, int channels) {
        subtract(mean(rows, channels), rows);
    }

    /** Subtracts a mean from each row, in place. */
    static void subtract(double[] mean, float[] rows) {
        int channels = mean.length;
        for (int i = 0; i < rows.length; i++) rows[i] -= (float) mean[i % channels];
    }
}
