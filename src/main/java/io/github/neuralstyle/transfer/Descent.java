package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.transfer.StartImages.Scale;
import io.github.neuralstyle.util.SavedState;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Optimises a picture, scale by scale, in some variables. Pictures are (height, width, 3) with the margins of their scale. */
public interface Descent {

    /** Names in a state: how many steps of the phase are made, and the variables after them. */
    String STEP = "step", POINT = "point";

    /** Is called after each step. */
    @FunctionalInterface
    interface Listener {

        /**
         * Returns whether to continue.
         *
         * @param picture computes the picture so far, without margins
         * @param save adds all that is needed to go on after this step
         */
        boolean step(int step, Supplier<Pixels> picture, Consumer<SavedState> save);
    }

    /** The picture that the next scale starts from. @param detail as in {@link StartImages#enlarged} */
    float[] enlarged(float[] picture, Scale coarse, Scale fine, double detail);

    /**
     * Takes the steps of a phase, unless the listener ends it, and returns the picture.
     *
     * @param picture where the phase begins, changed
     * @param from what the listener was given after a step of the same phase, to go on after it; null to begin
     */
    float[] descend(LossTargets losses, float[] picture, Scale scale, int steps, SavedState from, Listener listener);
}
