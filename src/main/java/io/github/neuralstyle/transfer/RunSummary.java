package io.github.neuralstyle.transfer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The number, time and last losses of the steps of a run of many pictures. Thread-safe, and small however long the run. */
public final class RunSummary {

    private final long start = System.nanoTime();
    private int steps;
    private double firstSeconds, firstDone, lastSeconds, lastDone;
    private Map<String, Double> losses = Map.of();

    /** Adds a step. @param done the part of the whole run, from 0 to 1 */
    public synchronized void add(TransferState step, double done) {
        lastSeconds = (System.nanoTime() - start) / 1e9;
        lastDone = done;
        if (steps++ == 0) {
            firstSeconds = lastSeconds;
            firstDone = lastDone;
        }
        losses = new LinkedHashMap<>(step.losses());
    }

    /** The steps so far. */
    public synchronized int steps() {
        return steps;
    }

    /** From the beginning to the last step. */
    public synchronized double seconds() {
        return lastSeconds;
    }

    /** From the first step to the last: without the start of the engine and what is built before the first step. */
    public synchronized double secondsAfterFirst() {
        return lastSeconds - firstSeconds;
    }

    /** The part of the run between the first step and the last, from 0 to 1. */
    public synchronized double partAfterFirst() {
        return lastDone - firstDone;
    }

    /** The weighted value of each loss at the last step, by its name; empty before the first. */
    public synchronized Map<String, Double> losses() {
        return losses;
    }
}
