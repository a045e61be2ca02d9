package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A loss that compares each place of the picture with a place of the style, instead of statistics. Of several styles, or
 * of parts of them, it knows the union of their places.
 */
public interface PlacesLoss extends TiledLoss {

    /** How many places of the styles are kept at most. */
    int maxPlaces();

    /**
     * What the picture is compared with, from places of the styles.
     *
     * @param places (places, channels) as {@link #features} gives them, to be changed in place
     */
    void prepare(float[] places, int channels);

    /** Whether each place of the picture has one target of its own, found by {@link NearestPlaces} before a scale. */
    boolean matchedBefore();

    /**
     * The loss at some positions of the picture, which are others at each step.
     *
     * @param gridOffset (2), from 0 up to 1: the offset of the sampled grid as a part of its step, down and across
     */
    Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target, Operand<TFloat32> gridOffset);

    /** Targets are made by {@link #prepare}. */
    @Override
    default Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        throw new IllegalStateException("The places of a style are chosen one by one.");
    }

    @Override
    default Reference reference() {
        return Reference.STYLE;
    }

    @Override
    default Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
        return value(tf, features, target, tf.constant(new float[2]));
    }
}
