package io.github.neuralstyle.util;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Estimates the time left from all steps but the first, in which graphs are built too. */
public final class RemainingTime {

    private final LongSupplier nanoTime;
    private boolean begun;
    private double first;
    private long start;

    public RemainingTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * After each step.
     *
     * @param done from 0 to 1, more each time
     * @return zero after the first step, when it is unknown
     */
    public Duration after(double done) {
        if (!begun) {
            begun = true;
            first = done;
            start = nanoTime.getAsLong();
            return Duration.ZERO;
        }
        if (done <= first) return Duration.ZERO;
        return Duration.ofNanos((long) ((nanoTime.getAsLong() - start) * (1 - done) / (done - first)));
    }
}
