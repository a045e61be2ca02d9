package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.engine.install.EngineReport;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;

/** The messages between a host and its worker. The host numbers the jobs. */
public sealed interface Message extends Serializable {

    /** Host to worker: do a job. */
    record Request(long id, Job<?, ?> job) implements Message {}

    /** Host to worker: end a job at its next step, with what there is. */
    record Stop(long id) implements Message {}

    /** Worker to host, first of all: it is ready. */
    record Ready(EngineReport report) implements Message {}

    /** Worker to host, instead of {@link Ready}: it cannot work, for a reason that is a sentence for people. */
    record Unable(String reason) implements Message {}

    /** Worker to host: how far a job is. */
    record Update(long id, Object state) implements Message {}

    /** Worker to host: a job is done. */
    record Done(long id, Object result) implements Message {}

    /** Worker to host: a job has failed. */
    record Failed(long id, Kind kind, String text) implements Message {

        /** What a job may throw. The class of anything else may be unknown to the host. */
        enum Kind {
            ARGUMENT,
            FILE,
            MEMORY,
            CANCELLED,
            ENGINE,
            UNFORESEEN
        }

        static Failed of(long id, Throwable e) {
            Kind kind = Kind.UNFORESEEN;
            if (e instanceof IllegalArgumentException) kind = Kind.ARGUMENT;
            else if (e instanceof IOException || e instanceof UncheckedIOException) kind = Kind.FILE;
            else if (e instanceof InsufficientMemoryException || e instanceof OutOfMemoryError) kind = Kind.MEMORY;
            else if (e instanceof CancellationException) kind = Kind.CANCELLED;
            else if (e instanceof EngineException) kind = Kind.ENGINE;
            return new Failed(id, kind, kind == Kind.UNFORESEEN ? e.toString() : e.getMessage());
        }

        /** Throws the same again. */
        IOException rethrow() throws IOException {
            switch (kind) {
                case ARGUMENT -> throw new IllegalArgumentException(text);
                case FILE -> throw new IOException(text);
                case MEMORY -> throw new InsufficientMemoryException(text, null);
                case CANCELLED -> throw new CancellationException(text);
                case ENGINE -> throw new EngineException(text);
                default -> throw new IllegalStateException("The engine failed: " + text);
            }
        }
    }
}
