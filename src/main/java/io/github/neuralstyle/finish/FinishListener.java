package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Pixels;

/**
 * Hears how far the finish is and says how to go on; called by the thread that started it, ten times a second or more
 * often.
 */
public interface FinishListener {

    /**
     * How to go on: as before; with the last level that is done as the result, at once, or not at all if there is none yet;
     * or not at all.
     */
    enum Wish {
        GO_ON,
        KEEP,
        CANCEL
    }

    /** @param done 0..1 of the work */
    Wish at(double done);

    /**
     * The picture as it is now, at the size of the level that is done; only of levels of at most {@link #PREVIEW}
     * pixels on the long side.
     */
    default void picture(Pixels picture) {}

    int PREVIEW = 2048;

    /** Goes on, whatever comes. */
    FinishListener NONE = done -> Wish.GO_ON;
}
