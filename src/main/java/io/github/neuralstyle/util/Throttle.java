package io.github.neuralstyle.util;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Limits how often a task runs, so that it takes at most a twentieth of the time. Not thread-safe. */
public final class Throttle {

    private static final double PART = 0.05;
    private static final long PAUSE = 1_000_000_000;

    private final LongSupplier nanoTime;
    private long next;

    /** The first run is one pause from now. */
    public Throttle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        next = nanoTime.getAsLong() + PAUSE;
    }

    /** Runs the task and returns its result, or null if it is too early. */
    public <T> T get(Supplier<T> task) {
        long start = nanoTime.getAsLong();
        if (start < next) return null;
        T result = task.get();
        long end = nanoTime.getAsLong();
        next = end + Math.max(PAUSE, (long) ((end - start) * (1 - PART) / PART));
        return result;
    }
}
