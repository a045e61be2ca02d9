package io.github.neuralstyle.engine;

import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.io.Serializable;

/**
 * Work for an {@link Engine}. The job, its result and its progress are serializable, so that the work can be done in another
 * process.
 *
 * @param <R> the result
 * @param <P> the state that is reported while the work goes on; {@link Void} if none is
 */
@FunctionalInterface
public interface Job<R, P> extends Serializable {

    /**
     * Does the work.
     *
     * @param progress may stop the work
     * @throws IOException if something cannot be read or written
     * @throws IllegalArgumentException if an input is illegal
     */
    R run(ProgressListener<P> progress) throws IOException;
}
