package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * One minus the correlation between how similar the places of the picture are to each other and how similar those of the
 * content are (Kolkin, Salavon &amp; Shakhnarovich 2019, Style Transfer by Relaxed Optimal Transport and
 * Self-Similarity): what is alike stays alike and what differs stays apart, whatever either is painted as. Similarities are
 * the cosines of centred features of all pairs of places on a grid.
 */
public record SelfSimilarity() implements TiledLoss {

    /** The most places of the grid along each axis. */
    private static final int SIDE = 32;

    @Override
    public String name() {
        return Losses.LAYOUT;
    }

    @Override
    public Reference reference() {
        return Reference.CONTENT;
    }

    /** The similarities less their mean, of length 1, (places, places). */
    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        return similarities(tf, LayerNeighbors.grid(tf, features, SIDE, tf.constant(new float[2])));
    }

    private static Operand<TFloat32> similarities(Ops tf, Operand<TFloat32> sampled) {
        Operand<TFloat32> places =
                Gram.matrix(tf, sampled, (int) sampled.shape().size(3));
        Operand<TFloat32> directions = Cosine.directions(tf, Cosine.centered(tf, places));
        Operand<TFloat32> cosines = tf.linalg.matMul(directions, directions, MatMul.transposeB(true));
        Operand<TFloat32> centered = tf.math.sub(cosines, tf.math.mean(cosines, tf.constant(new int[] {0, 1})));
        Operand<TFloat32> squares = tf.reduceSum(tf.math.square(centered), tf.constant(new int[] {0, 1}));
        return tf.math.mul(centered, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(Cosine.MIN_LENGTH))));
    }

    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        throw new IllegalStateException("The content counts as a whole.");
    }

    /** Half the squared difference of the two: 0 for the content itself. */
    @Override
    public Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
        return distance(tf, target(tf, features), target);
    }

    private static Operand<TFloat32> distance(Ops tf, Operand<TFloat32> similarities, Operand<TFloat32> target) {
        Operand<TFloat32> squares =
                tf.reduceSum(tf.math.squaredDifference(similarities, target), tf.constant(new int[] {0, 1}));
        return tf.math.mul(squares, tf.constant(0.5f));
    }

    @Override
    public List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        return List.of(LayerNeighbors.grid(tf, tile, SIDE, tf.constant(new float[2])));
    }

    @Override
    public Operand<TFloat32> target(Ops tf, List<Operand<TFloat32>> totals) {
        return similarities(tf, totals.get(0));
    }

    @Override
    public Operand<TFloat32> value(Ops tf, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        return distance(tf, similarities(tf, totals.get(0)), target);
    }
}
