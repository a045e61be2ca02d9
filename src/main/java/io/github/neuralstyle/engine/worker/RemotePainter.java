package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.engine.LocalEngine;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A painter in a worker. Of the pictures of its steps the first is sent, small; and after someone has looked at one, the
 * next, so that what nobody looks at costs nothing.
 */
final class RemotePainter implements Painter {

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** The longer side of a picture that is sent, at most. */
    private static final int LONGEST = 400;

    /** Those of this process, if it is a worker, and the numbers of those whose next step's picture is wanted. */
    private static final Map<Long, Painter> PAINTERS = new ConcurrentHashMap<>();

    private static final Set<Long> WANTED = ConcurrentHashMap.newKeySet();

    private final Worker worker;
    private final long number = NUMBERS.incrementAndGet();
    private Pixels lastSent;
    private boolean closed;

    RemotePainter(Worker worker, Styles styles, Settings settings, boolean several) {
        this.worker = worker;
        run(
                new Open(number, styles, settings.withModel(new ModelStore().absolute(settings.model())), several),
                ProgressListener.none());
    }

    private record Open(long number, Styles styles, Settings settings, boolean several) implements Job<Boolean, Void> {

        @Override
        public Boolean run(ProgressListener<Void> progress) {
            PAINTERS.put(number, LocalEngine.SHARED.painter(styles, settings, several));
            return true;
        }
    }

    private record Paint(long number, Pixels content, Previous previous) implements Job<TransferResult, TransferState> {

        @Override
        public TransferResult run(ProgressListener<TransferState> progress) {
            WANTED.add(number);
            return PAINTERS.get(number)
                    .paint(
                            content,
                            previous,
                            step -> progress.update(step.withPicture(new Sent(
                                    WANTED.remove(number) ? step.picture().get().subsampled(LONGEST) : null))));
        }
    }

    /** A picture on its way; null if it is not wanted. */
    private record Sent(Pixels picture) implements Supplier<Pixels>, Serializable {

        @Override
        public Pixels get() {
            return picture;
        }
    }

    private record Look(long number) implements Job<Boolean, Void> {

        @Override
        public Boolean run(ProgressListener<Void> progress) {
            return WANTED.add(number);
        }
    }

    private record Close(long number) implements Job<Boolean, Void> {

        @Override
        public Boolean run(ProgressListener<Void> progress) {
            WANTED.remove(number);
            PAINTERS.remove(number).close();
            return true;
        }
    }

    @Override
    public TransferResult paint(Pixels content, Previous previous, ProgressListener<TransferState> progress) {
        return run(new Paint(number, content, previous), state -> progress.update(withPicture(state)));
    }

    private TransferState withPicture(TransferState step) {
        Pixels sent = step.picture().get();
        lastSent = sent == null ? lastSent : sent;
        return step.withPicture(() -> {
            run(new Look(number), ProgressListener.none());
            return lastSent;
        });
    }

    private <R, P> R run(Job<R, P> job, ProgressListener<P> progress) {
        try {
            return worker.run(job, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is left to close of a worker that has ended. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        try {
            run(new Close(number), ProgressListener.none());
        } catch (EngineException ended) {
            // Its memory is free.
        }
    }
}
