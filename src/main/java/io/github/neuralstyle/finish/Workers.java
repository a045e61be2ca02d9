package io.github.neuralstyle.finish;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Threads that share out numbered parts of a work, while the thread that waits for them asks whether to go on. */
final class Workers implements AutoCloseable {

    private static final long POLL_MS = 50;

    interface Body {
        void part(int index);
    }

    private final int threads;
    private final ExecutorService pool;
    private final FinishListener listener;
    private double done, total = Double.POSITIVE_INFINITY;
    private boolean keep;

    Workers(int threads, FinishListener listener) {
        this.threads = threads;
        this.listener = listener;
        pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "finish");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Says how much effort the whole work is; until then nothing of it seems to be done. */
    void total(double effort) {
        total = effort;
    }

    /** Whether the result so far is wanted as soon as can be. */
    boolean keep() {
        return keep;
    }

    /**
     * Runs the parts 0..count-1, each once, in any order and by any thread.
     *
     * @param effort of all of them
     * @throws CancellationException if the listener wants no result
     */
    void run(int count, double effort, Body body) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++)
            pool.execute(() -> {
                try {
                    for (int i; failure.get() == null && (i = next.getAndIncrement()) < count; ) body.part(i);
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                }
                ended.countDown();
            });
        try {
            while (!ended.await(POLL_MS, TimeUnit.MILLISECONDS))
                if (!ask(effort * Math.min(1, (double) next.get() / Math.max(1, count))))
                    throw cancelled(failure, "The finish was cancelled.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(failure, "The finish was interrupted.");
        }
        if (failure.get() == null && !ask(effort)) throw new CancellationException("The finish was cancelled.");
        done += effort;
        rethrow(failure.get());
    }

    /** Has one of the threads make something, so that a wish to cancel is heard meanwhile. */
    <T> T make(Supplier<T> maker) {
        AtomicReference<T> made = new AtomicReference<>();
        run(1, 0, part -> made.set(maker.get()));
        return made.get();
    }

    /** Lets the threads take no other part; those that run are not waited for. */
    private static CancellationException cancelled(AtomicReference<Throwable> failure, String message) {
        CancellationException cancellation = new CancellationException(message);
        failure.compareAndSet(null, cancellation);
        return cancellation;
    }

    private boolean ask(double running) {
        FinishListener.Wish wish = listener.at(Math.min(1, (done + running) / total));
        keep |= wish == FinishListener.Wish.KEEP;
        return wish != FinishListener.Wish.CANCEL;
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException e) throw e;
        if (failure instanceof Error e) throw e;
    }

    /** Ends the threads; parts that run end by themselves. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
