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
public final class Workers implements AutoCloseable {

    private static final long POLL_MS = 50;

    public interface Body {
        void part(int index);
    }

    private final int threads;
    private final ExecutorService pool;
    private final FinishListener listener;
    private double done, total = Double.POSITIVE_INFINITY;
    private long asked = System.nanoTime();
    private boolean keep, result;

    public Workers(int threads, FinishListener listener) {
        this.threads = threads;
        this.listener = listener;
        pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "finish");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Says how much effort the whole work is; until then nothing of it seems to be done. */
    public void total(double effort) {
        total = effort;
    }

    /** Says that there is a result from now on, which can be kept. */
    public void haveResult() {
        result = true;
    }

    /** Whether the result so far is wanted as soon as can be. */
    public boolean keep() {
        return keep;
    }

    /**
     * Runs the parts 0..count-1, each once, in any order and by any thread.
     *
     * @param effort of all of them
     * @throws CancellationException if the listener wants no result, or what there is when there is none yet
     */
    public void run(int count, double effort, Body body) {
        run(count, effort, body, true);
    }

    /**
     * Runs parts that only better the result: none of them if it is wanted as it is, and no more once it is. What these
     * write is then of no use, and they may go on writing for a moment.
     *
     * @return whether all were run
     */
    boolean better(int count, double effort, Body body) {
        return !keep && run(count, effort, body, false);
    }

    /** To be called often by work that is not of parts. @throws CancellationException if the listener wants no result */
    public void hear() {
        if (System.nanoTime() - asked > 1e6 * POLL_MS) ask(0);
    }

    private boolean run(int count, double effort, Body body, boolean needed) {
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
        boolean ran = false;
        try {
            while (!ended.await(POLL_MS, TimeUnit.MILLISECONDS)) {
                ask(effort * Math.min(1, (double) next.get() / Math.max(1, count)));
                if (keep && !needed) return false;
            }
            if (failure.get() == null) ask(effort);
            ran = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The finish was interrupted.");
        } finally {
            if (!ran) failure.compareAndSet(null, new CancellationException("no other part"));
        }
        done += effort;
        rethrow(failure.get());
        return true;
    }

    /** Has one of the threads make something, so that a wish to cancel is heard meanwhile. */
    public <T> T make(Supplier<T> maker) {
        AtomicReference<T> made = new AtomicReference<>();
        run(1, 0, part -> made.set(maker.get()));
        return made.get();
    }

    private void ask(double running) {
        FinishListener.Wish wish = listener.at(Math.min(1, (done + running) / total));
        asked = System.nanoTime();
        if (wish == FinishListener.Wish.CANCEL || wish == FinishListener.Wish.KEEP && !result)
            throw new CancellationException("The finish was cancelled.");
        keep |= wish == FinishListener.Wish.KEEP;
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
