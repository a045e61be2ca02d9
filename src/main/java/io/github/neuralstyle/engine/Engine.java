package io.github.neuralstyle.engine;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;

/**
 * What does all that needs TensorFlow: in this process ({@link LocalEngine}), or in one of its own ({@code WorkerEngine}), so
 * that it neither meets another plugin's TensorFlow nor takes ImageJ along when it fails. The work is the same in both,
 * and so are the pictures, to the bit.
 */
public interface Engine {

    /**
     * A painter, to be closed in the end.
     *
     * @param several whether it makes more than one picture, and so is to keep what it knows of the styles
     * @throws IllegalArgumentException if there is no such model, or a style is too small
     * @throws EngineException if the engine cannot be started, or ends unexpectedly; so does the painter
     */
    Painter painter(Styles styles, Settings settings, boolean several);

    /**
     * Does a piece of work.
     *
     * @param progress receives the states of the job; may stop it
     * @throws IOException if the job does
     * @throws EngineException if the engine cannot be started, or ends unexpectedly
     */
    <R, P> R run(Job<R, P> job, ProgressListener<P> progress) throws IOException;
}
