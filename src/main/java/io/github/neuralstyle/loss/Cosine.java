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
        Operand<TFloat32> squares = tf.reduceSum(tf.math.square(rows), tf.constant(1), ReduceSum.keepDims(true));
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
        double[] mean = mean(rows, channels);
        for (int i = 0; i < rows.length; i++) rows[i] -= (float) mean[i % channels];
    }
}
