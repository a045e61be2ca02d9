package io.github.neuralstyle.util;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Does something now and then, so seldom that it takes at most a twentieth of the time. Not for several threads. */
public final class Throttle {

    private static final double PART = 0.05;
    private static final long PAUSE = 1_000_000_000;

    private final LongSupplier nanoTime;
    private long next;

    /** From one pause after now on. */
    public Throttle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        next = nanoTime.getAsLong() + PAUSE;
    }

    /** What the task gives, or null if it is not time for it. */
    public <T> T get(Supplier<T> task) {
        long start = nanoTime.getAsLong();
        if (start < next) return null;
        T result = task.get();
        long end = nanoTime.getAsLong();
        next = end + Math.max(PAUSE, (long) ((end - start) * (1 - PART) / PART));
        return result;
    }
}
