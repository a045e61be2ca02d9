package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The squared difference of Gram matrices (Gatys, Ecker &amp; Bethge 2016): with features F of M positions and N
 * channels, G = F<sup>T</sup>F / M and the loss is |G - G<sub>style</sub>|<sup>2</sup> / N<sup>2</sup>.
 */
public record Gram() implements StatisticLoss {

    @Override
    public String name() {
        return "gram";
    }

    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features) {
        Operand<TFloat32> f = matrix(tf, features, (int) features.shape().size(3));
        return new Statistic(
                tf.linalg.matMul(f, f, MatMul.transposeA(true)), tf.dtypes.cast(size(tf, f, 0), TFloat32.class));
    }

    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        return new Statistic(
                statistic(tf, tf.math.mul(features, tf.math.sqrt(weights))).sum(), total(tf, weights));
    }

    @Override
    public Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target) {
        return tf.math.mean(tf.math.squaredDifference(mean, target), tf.constant(new int[] {0, 1}));
    }

    /** Features (1, height, width, channels) as (positions, channels). */
    static Operand<TFloat32> matrix(Ops tf, Operand<TFloat32> features, int channels) {
        return tf.reshape(features, tf.constant(new int[] {-1, channels}));
    }

    /** The sum of weights (1, height, width, 1), a scalar. */
    static Operand<TFloat32> total(Ops tf, Operand<TFloat32> weights) {
        return tf.reduceSum(weights, tf.constant(new int[] {0, 1, 2, 3}));
    }

    /** How long an axis is, a scalar. */
    static Operand<TInt32> size(Ops tf, Operand<TFloat32> f, int axis) {
        return tf.squeeze(tf.shape.size(tf.shape(f), tf.constant(axis)));
    }
}
