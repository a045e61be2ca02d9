package io.github.neuralstyle.loss;

import Jama.Matrix;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.linalg.SelfAdjointEig;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * The squared Wasserstein-2 distance of normal distributions with the means m and covariances C of the features and of
 * the style's: |m - m<sub>s</sub>|<sup>2</sup> + tr(C + C<sub>s</sub> - 2 (C<sub>s</sub><sup>1/2</sup> C
 * C<sub>s</sub><sup>1/2</sup>)<sup>1/2</sup>), divided by the number of channels (Dowson &amp; Landau 1982, The Fr&eacute;chet
 * distance between multivariate normal distributions). Unlike Gram matrices it distinguishes means from variances, and it counts
 * in the unit of the features, not in that of their fourth powers.
 *
 * <p>
 * A hundred thousandth of the style's mean square is added to the variances of both, which bounds the slope where features
 * do not vary at all. The target of several styles has the mean and the covariance of their mixture.
 */
public record Wasserstein() implements StatisticLoss {

    private static final double RIDGE = 1e-5, TINY = 1e-30;

    @Override
    public String name() {
        return "wasserstein";
    }

    /** Sums (1 + channels, channels) of the features and, below, of the products of each two; the count of positions. */
    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features) {
        return moments(tf, features, new Gram().statistic(tf, features));
    }

    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        return moments(tf, tf.math.mul(features, weights), new Gram().statistic(tf, features, weights));
    }

    private static Statistic moments(Ops tf, Operand<TFloat32> features, Statistic products) {
        Operand<TFloat32> f = Gram.matrix(tf, features, (int) features.shape().size(3));
        Operand<TFloat32> sum = tf.expandDims(tf.reduceSum(f, tf.constant(0)), tf.constant(0));
        return new Statistic(tf.concat(List.of(sum, products.sum()), tf.constant(0)), products.count());
    }

    @Override
    public Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target) {
        int channels = (int) mean.shape().size(1);
        Operand<TFloat64> moments = tf.dtypes.cast(mean, TFloat64.class),
                wanted = tf.dtypes.cast(target, TFloat64.class);
        Operand<TFloat64> identity =
                tf.constant(Matrix.identity(channels, channels).getArray());
        Operand<TFloat64> square =
                tf.math.mul(inner(tf, products(tf, wanted), identity), tf.constant(RIDGE / channels));
        Operand<TFloat64> ridge = tf.math.add(square, tf.constant(TINY)), added = tf.math.mul(identity, ridge);
        Operand<TFloat64> c = tf.math.add(covariance(tf, moments), added),
                cs = tf.math.add(covariance(tf, wanted), added);
        Operand<TFloat64> means =
                inner(tf, tf.math.squaredDifference(first(tf, moments), first(tf, wanted)), tf.constant(1.0));
        Operand<TFloat64> variances = inner(tf, tf.math.add(c, cs), identity);
        // the trace of the root has half the slope of this product, whose other factor is held
        Operand<TFloat64> root = inner(tf, c, tf.stopGradient(transport(tf, c, cs, ridge)));
        Operand<TFloat64> distance =
                tf.math.sub(tf.math.add(means, variances), tf.math.add(root, tf.stopGradient(root)));
        return tf.dtypes.cast(tf.math.div(distance, tf.constant((double) channels)), TFloat32.class);
    }

    /**
     * The matrix of the linear map that takes one normal distribution to the other, Cs<sup>1/2</sup> (Cs<sup>1/2</sup> C
     * Cs<sup>1/2</sup>)<sup>-1/2</sup> Cs<sup>1/2</sup>. Its product with C has the trace of the root.
     */
    private static Operand<TFloat64> transport(
            Ops tf, Operand<TFloat64> c, Operand<TFloat64> cs, Operand<TFloat64> ridge) {
        Operand<TFloat64> s = power(tf, cs, 0.5, ridge);
        Operand<TFloat64> inverse = power(tf, product(tf, s, c, s), -0.5, tf.math.square(ridge));
        return product(tf, s, inverse, s);
    }

    /** A power of a symmetric matrix whose eigenvalues are at least {@code min} except for rounding. */
    private static Operand<TFloat64> power(Ops tf, Operand<TFloat64> matrix, double exponent, Operand<TFloat64> min) {
        SelfAdjointEig<TFloat64> eigen = tf.linalg.selfAdjointEig(matrix);
        Operand<TFloat64> powers = tf.math.pow(tf.math.maximum(eigen.e(), min), tf.constant(exponent));
        return tf.linalg.matMul(tf.math.mul(eigen.v(), powers), eigen.v(), MatMul.transposeB(true));
    }

    private static Operand<TFloat64> product(Ops tf, Operand<TFloat64> a, Operand<TFloat64> b, Operand<TFloat64> c) {
        return tf.linalg.matMul(tf.linalg.matMul(a, b), c);
    }

    private static Operand<TFloat64> covariance(Ops tf, Operand<TFloat64> moments) {
        Operand<TFloat64> mean = first(tf, moments);
        return tf.math.sub(products(tf, moments), tf.linalg.matMul(mean, mean, MatMul.transposeA(true)));
    }

    private static Operand<TFloat64> first(Ops tf, Operand<TFloat64> moments) {
        return tf.slice(moments, tf.constant(new int[] {0, 0}), tf.constant(new int[] {1, -1}));
    }

    private static Operand<TFloat64> products(Ops tf, Operand<TFloat64> moments) {
        return tf.slice(moments, tf.constant(new int[] {1, 0}), tf.constant(new int[] {-1, -1}));
    }

    /** The sum of the products of elements. */
    private static Operand<TFloat64> inner(Ops tf, Operand<TFloat64> a, Operand<TFloat64> b) {
        return tf.reduceSum(tf.math.mul(a, b), tf.constant(new int[] {0, 1}));
    }
}
