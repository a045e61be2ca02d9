package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.transfer.StartImages.Scale;
import java.util.function.Supplier;

/** Optimises a picture, scale by scale, in some variables. Pictures are (height, width, 3) with the margins of their scale. */
public interface Descent {

    /** Is called after each step. */
    @FunctionalInterface
    interface Listener {

        /** Returns whether to continue. @param picture computes the picture so far, without margins */
        boolean step(int step, Supplier<Pixels> picture);
    }

    /** The picture that the next scale starts from. @param detail as in {@link StartImages#enlarged} */
    float[] enlarged(float[] picture, Scale coarse, Scale fine, double detail);

    /** Takes the steps of a phase, unless the listener ends it, and returns the picture. */
    float[] descend(LossTargets losses, float[] picture, Scale scale, int steps, Listener listener);
}
