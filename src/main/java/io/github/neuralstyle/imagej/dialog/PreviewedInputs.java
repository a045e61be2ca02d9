package io.github.neuralstyle.imagej.dialog;

import io.github.neuralstyle.image.Pixels;
import java.io.IOException;

/** A command that can show a part of its result while its inputs are chosen. */
public interface PreviewedInputs {

    /** What takes pictures. */
    @FunctionalInterface
    interface Pictures {

        /** Returns false if no further one is wanted. */
        boolean show(Pixels picture);
    }

    /**
     * Makes the part, on a thread of its own, by inputs that do not change; images are given as ImageJ 1 has them.
     *
     * @param pictures takes the pictures so far, from coarse to finished; may stop the work
     * @throws IllegalArgumentException if an input, or what it is combined with, cannot be used
     * @throws IOException if a file cannot be read
     */
    void preview(Pictures pictures) throws IOException;
}
