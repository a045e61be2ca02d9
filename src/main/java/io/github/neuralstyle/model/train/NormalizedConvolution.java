package io.github.neuralstyle.model.train;

import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.Vgg.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/** A convolution of a {@link Vgg} with batch normalisation (Ioffe &amp; Szegedy 2015) and ReLU, during training. */
final class NormalizedConvolution {

    private static final float EPSILON = 1e-3f;

    /** Adds a variable to the graph. */
    @FunctionalInterface
    interface Variables {
        Variable<TFloat32> add(String name, float[] initial, int... shape);
    }

    private final Ops tf;
    private final Variable<TFloat32> kernel, gamma, beta, mean, variance;
    private final Placeholder<TFloat32> statistic;
    private final Op setMean, setVariance;
    private FusedBatchNorm<TFloat32, TFloat32> norm;

    /** @param initialKernel (3, 3, in, out) */
    NormalizedConvolution(Ops tf, Convolution c, float[] initialKernel, Variables variables) {
        this.tf = tf;
        float[] zeros = new float[c.out()], ones = new float[c.out()];
        Arrays.fill(ones, 1);
        kernel = variables.add(c.name() + "_kernel", initialKernel, 3, 3, c.in(), c.out());
        gamma = variables.add(c.name() + "_gamma", ones, c.out());
        beta = variables.add(c.name() + "_beta", zeros, c.out());
        mean = variables.add(c.name() + "_mean", zeros, c.out());
        variance = variables.add(c.name() + "_variance", ones, c.out());
        statistic = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(c.out())));
        setMean = tf.assign(mean, statistic);
        setVariance = tf.assign(variance, statistic);
    }

    /** The variables that are trained; mean and variance are set by {@link #calibrate}. */
    List<Variable<TFloat32>> trained() {
        return List.of(kernel, gamma, beta);
    }

    /** @param training whether to normalise by the batch's own mean and variance */
    Operand<TFloat32> apply(Operand<TFloat32> in, boolean training) {
        Operand<TFloat32> empty = tf.constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> applied = tf.nn.fusedBatchNorm(
                Vgg.convolve(tf, in, kernel),
                gamma,
                beta,
                training ? empty : mean,
                training ? empty : variance,
                FusedBatchNorm.epsilon(EPSILON),
                FusedBatchNorm.isTraining(training));
        if (training) norm = applied;
        return tf.nn.relu(applied.y());
    }

    /** The mean and the variance of a batch, for the graph of {@link #apply} with {@code training}. */
    List<Operand<TFloat32>> batchStatistics() {
        return List.of(norm.batchMean(), norm.batchVariance());
    }

    /** Sets mean and variance. */
    void calibrate(Session session, float[] newMean, float[] newVariance) {
        set(session, setMean, newMean);
        set(session, setVariance, newVariance);
    }

    private void set(Session session, Op assignment, float[] values) {
        try (TFloat32 tensor = TFloat32.vectorOf(values)) {
            Classifier.run(session.runner().feed(statistic, tensor).addTarget(assignment))
                    .close();
        }
    }

    /**
     * The convolution with the normalisation folded in.
     *
     * @param values reads a variable
     * @return its kernel (3, 3, in, out) and its bias (out)
     */
    List<float[]> folded(Function<Operand<TFloat32>, float[]> values) {
        float[] folded = values.apply(kernel), factor = values.apply(gamma), bias = values.apply(beta);
        float[] means = values.apply(mean), variances = values.apply(variance);
        for (int i = 0; i < factor.length; i++) {
            factor[i] /= (float) Math.sqrt(variances[i] + EPSILON);
            bias[i] -= means[i] * factor[i];
        }
        for (int i = 0; i < folded.length; i++) folded[i] *= factor[i % factor.length];
        return List.of(folded, bias);
    }
}
