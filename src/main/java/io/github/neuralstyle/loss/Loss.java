package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How far features are from a target, as TensorFlow operations. Features are (1, height, width, channels), those of one
 * layer or, for {@link Term#IMAGE}, the pixels themselves.
 */
public interface Loss {

    /** The image whose features make the target. */
    enum Reference {
        CONTENT,
        STYLE,
        NONE
    }

    /** What it is called in options and tables. */
    String name();

    /** Which image the target is made from. */
    Reference reference();

    /** The layers whose features a term at a layer needs. */
    default List<String> layers(String layer) {
        return List.of(layer);
    }

    /** What the loss compares, from the features of each of its {@link #layers}: those of the first, unless it needs more. */
    default Operand<TFloat32> features(Ops tf, List<Operand<TFloat32>> maps) {
        return maps.get(0);
    }

    /**
     * The target from the reference's features. Targets of several style images are averaged. Never called for
     * {@link Reference#NONE}.
     */
    Operand<TFloat32> target(Ops tf, Operand<TFloat32> features);

    /**
     * The same from a part of the reference.
     *
     * @param weights (1, height, width, 1), from 0 to 1: how much each position counts
     */
    Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights);

    /**
     * The loss, a scalar of at least 0.
     *
     * @param target as {@link #target} gave it; null for {@link Reference#NONE}
     */
    Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target);
}
