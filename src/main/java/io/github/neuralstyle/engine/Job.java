package io.github.neuralstyle.engine;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Predicate;

/** A piece of work for an {@link Engine}; it, its result and what it tells of its progress can be sent to another process. */
@FunctionalInterface
public interface Job<R> extends Serializable {

    /**
     * Does the work.
     *
     * @param progress told how far it is; returns whether to go on
     * @throws IOException if something cannot be read or written
     * @throws IllegalArgumentException if an input is wrong
     */
    R run(Predicate<Object> progress) throws IOException;
}
