package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The squared difference of Gram matrices of features with a number added to each (Novak &amp; Nikulin 2016, Improving
 * the neural algorithm of artistic style): (F + s)<sup>T</sup>(F + s) / M over M positions. Features behind ReLU are
 * often all zero, where a Gram matrix has no information on them; shifted by -1, their absence counts too.
 *
 * @param shift what is added to each feature
 */
public record ActivationShift(float shift) implements StatisticLoss {

    private static final Gram GRAM = new Gram();

    @Override
    public String name() {
        return "activation-shift";
    }

    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features) {
        return GRAM.statistic(tf, tf.math.add(features, tf.constant(shift)));
    }

    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        return GRAM.statistic(tf, tf.math.add(features, tf.constant(shift)), weights);
    }

    @Override
    public Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target) {
        return GRAM.distance(tf, mean, target);
    }
}
