package io.github.neuralstyle.transfer;

import java.time.Duration;

/** Told after each step how far the work on all pictures of a stack is. */
@FunctionalInterface
public interface StackProgress {

    /** Wants to know nothing and never stops. */
    StackProgress NONE = state -> true;

    /** Returns whether to go on. */
    boolean update(State state);

    /**
     * Where the work stands.
     *
     * @param picture the current one of {@code pictures}, from 1
     * @param region the current one, from 0
     * @param position of the picture's plane in the image, along each axis of it; 0 along X, Y and the channels of a colour
     * @param done from 0 to 1: the part of the whole work
     * @param left the time that the rest will take; zero after the first step, when it cannot be told
     * @param step where the work on this picture stands
     */
    record State(
            int picture,
            int pictures,
            int region,
            long[] position,
            double done,
            Duration left,
            TransferProgress.State step) {}
}
