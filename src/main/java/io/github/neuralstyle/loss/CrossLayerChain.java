package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The squared difference of mean products between the features of two layers (Novak &amp; Nikulin 2016, Improving the
 * neural algorithm of artistic style): with F of M positions at the term's layer and H those of a higher layer, enlarged
 * to its size by repeating the nearest, G = F<sup>T</sup>H / M. What a Gram matrix of one layer is blind to, which fine
 * detail lies in which coarse form, this sees.
 *
 * @param higher the other layer, commonly the next of the chain of style layers
 */
public record CrossLayerChain(String higher) implements StatisticLoss {

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public List<String> layers(String layer) {
        return List.of(layer, higher);
    }

    /** Both maps (2, height, width, channels), at the first's size, the one with fewer channels padded with zeros. */
    @Override
    public Operand<TFloat32> features(Ops tf, List<Operand<TFloat32>> maps) {
        Operand<TFloat32> lower = maps.get(0), higher = maps.get(1);
        Operand<TInt32> size = tf.slice(tf.shape(lower), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
        long channels = Math.max(lower.shape().size(3), higher.shape().size(3));
        return tf.concat(
                List.of(
                        widened(tf, lower, channels),
                        widened(tf, tf.image.resizeNearestNeighbor(higher, size), channels)),
                tf.constant(0));
    }

    private static Operand<TFloat32> widened(Ops tf, Operand<TFloat32> map, long channels) {
        int more = (int) (channels - map.shape().size(3));
        return tf.pad(map, tf.constant(new int[][] {{0, 0}, {0, 0}, {0, 0}, {0, more}}), tf.constant(0f));
    }

    /** The sums (channels, channels), rows those of the lower layer, and the count of positions. */
    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features) {
        Operand<TFloat32> f = map(tf, features, 0), h = map(tf, features, 1);
        return new Statistic(
                tf.linalg.matMul(f, h, MatMul.transposeA(true)), tf.dtypes.cast(Gram.size(tf, f, 0), TFloat32.class));
    }

    @Override
    public Statistic statistic(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        return new Statistic(
                statistic(tf, tf.math.mul(features, tf.math.sqrt(weights))).sum(), Gram.total(tf, weights));
    }

    private static Operand<TFloat32> map(Ops tf, Operand<TFloat32> features, int index) {
        Operand<TInt32> first = tf.constant(new int[] {index, 0, 0, 0}), size = tf.constant(new int[] {1, -1, -1, -1});
        Operand<TFloat32> map = tf.slice(features, first, size);
        return Gram.matrix(tf, map, (int) features.shape().size(3));
    }

    @Override
    public Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target) {
        return new Gram().distance(tf, mean, target);
    }
}
