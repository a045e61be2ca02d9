package io.github.neuralstyle.util;

/**
 * Receives the progress of work that takes long, and may stop it.
 *
 * @param <P> the state of the work, such as {@code TransferState} after each step of a style transfer
 */
@FunctionalInterface
public interface ProgressListener<P> {

    /**
     * Called by one thread at a time, from the thread that does the work.
     *
     * @return whether to continue; if false, the work ends as soon as it can. What becomes of the unfinished result is
     *         documented by the method that does the work.
     */
    boolean update(P state);

    /** A listener that ignores all states and never stops the work. */
    static <P> ProgressListener<P> none() {
        return state -> true;
    }
}
