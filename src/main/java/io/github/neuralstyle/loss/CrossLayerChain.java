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

    @Override
    public int reach() {
        return 1;
    }

    /** The nearest by their positions in the whole layers. */
    @Override
    public Operand<TFloat32> features(Ops tf, List<Operand<TFloat32>> maps, List<Window> windows) {
        Operand<TFloat32> lower = maps.get(0), higher = maps.get(1);
        for (int axis = 0; axis < 2; axis++)
            higher = tf.gather(
                    higher,
                    nearest(tf, Gram.size(tf, lower, axis + 1), Gram.size(tf, higher, axis + 1), windows, axis),
                    tf.constant(axis + 1));
        long channels = Math.max(lower.shape().size(3), higher.shape().size(3));
        return tf.concat(List.of(widened(tf, lower, channels), widened(tf, higher, channels)), tf.constant(0));
    }

    private static Operand<TInt32> nearest(
            Ops tf, Operand<TInt32> size, Operand<TInt32> higherSize, List<Window> windows, int axis) {
        Window low = windows.get(0), high = windows.get(1);
        Operand<TFloat32> scale = tf.math.div(
                tf.dtypes.cast(Window.along(tf, high.whole(), axis), TFloat32.class),
                tf.dtypes.cast(Window.along(tf, low.whole(), axis), TFloat32.class));
        Operand<TInt32> first = Window.along(tf, low.origin(), axis);
        Operand<TInt32> positions = tf.range(first, tf.math.add(first, size), tf.constant(1));
        Operand<TInt32> nearest = tf.dtypes.cast(
                tf.math.floor(tf.math.mul(tf.dtypes.cast(positions, TFloat32.class), scale)), TInt32.class);
        return tf.clipByValue(
                tf.math.sub(nearest, Window.along(tf, high.origin(), axis)),
                tf.constant(0),
                tf.math.sub(higherSize, tf.constant(1)));
    }

    /** Both maps of the interior. */
    @Override
    public List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        Window window = tile.window();
        List<Operand<TFloat32>> maps =
                List.of(window.cut(tf, half(tf, tile.map(), 0)), window.cut(tf, half(tf, tile.map(), 1)));
        Operand<TFloat32> inner = tf.concat(maps, tf.constant(0));
        Statistic statistic =
                tile.weights() == null ? statistic(tf, inner) : statistic(tf, inner, tile.innerWeights(tf));
        return List.of(statistic.sum(), statistic.count());
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
        return Gram.matrix(tf, half(tf, features, index), (int) features.shape().size(3));
    }

    private static Operand<TFloat32> half(Ops tf, Operand<TFloat32> features, int index) {
        Operand<TInt32> first = tf.constant(new int[] {index, 0, 0, 0}), size = tf.constant(new int[] {1, -1, -1, -1});
        return tf.slice(features, first, size);
    }

    @Override
    public Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target) {
        return new Gram().distance(tf, mean, target);
    }
}
