package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Pixels;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Told after each step how far the work is. */
@FunctionalInterface
public interface TransferProgress {

    /** Wants to know nothing and never stops. */
    TransferProgress NONE = state -> true;

    /** Returns whether to go on; if not, the picture of the steps so far is the result. */
    boolean update(State state);

    /**
     * Where the work stands.
     *
     * @param scale the current one of {@code scales}, from 1
     * @param width of the picture at this scale, in pixels
     * @param height of the picture at this scale, in pixels
     * @param step the current one of {@code steps} at this scale, from 1
     * @param done from 0 to 1: the part of the whole work
     * @param losses the weighted value of each loss, summed over its layers, by its name
     * @param left the time that the rest will take; zero after the first step, when it cannot be told
     * @param picture makes the picture as it is now
     */
    record State(
            int scale,
            int scales,
            int width,
            int height,
            int step,
            int steps,
            double done,
            Map<String, Double> losses,
            Duration left,
            Supplier<Pixels> picture)
            implements Serializable {

        /** The same with another picture. */
        public State withPicture(Supplier<Pixels> newPicture) {
            return new State(scale, scales, width, height, step, steps, done, losses, left, newPicture);
        }
    }
}
