package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The mean squared difference from the content's features (Gatys, Ecker &amp; Bethge 2016). */
public record Content() implements TiledLoss {

    @Override
    public String name() {
        return "content";
    }

    @Override
    public Reference reference() {
        return Reference.CONTENT;
    }

    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        return features;
    }

    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        throw new IllegalStateException("The content counts as a whole.");
    }

    @Override
    public Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
        return tf.math.mean(tf.math.squaredDifference(features, target), tf.constant(new int[] {0, 1, 2, 3}));
    }

    @Override
    public boolean hasTargetsOfTiles() {
        return true;
    }

    @Override
    public Operand<TFloat32> part(Ops tf, TileFeatures tile, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        Operand<TFloat32> squares =
                tf.reduceSum(tf.math.squaredDifference(tile.inner(tf), target), tf.constant(new int[] {0, 1, 2, 3}));
        return tf.math.div(squares, tile.window().count(tf, tile.channels()));
    }
}
