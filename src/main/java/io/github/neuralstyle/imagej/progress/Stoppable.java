package io.github.neuralstyle.imagej.progress;

/** A command that can end early with what it has. */
public interface Stoppable {

    /** Ends the run after its current step; the output is what there is by then. Does nothing where no run is. */
    void stopAndKeep();
}
