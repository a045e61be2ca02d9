package io.github.neuralstyle.imagej.dialog;

import java.io.IOException;

/** A command that checks its inputs before it runs, so that the dialog says what is wrong and stays open. */
public interface CheckedInputs {

    /**
     * Checks, on the event thread, what takes no time; images are given as ImageJ 1 has them.
     *
     * @throws IllegalArgumentException if an input, or what it is combined with, cannot be used
     * @throws IOException if a file or folder cannot be used
     */
    void checkInputs() throws IOException;
}
