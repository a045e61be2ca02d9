package io.github.neuralstyle.cli;

import io.github.neuralstyle.transfer.TransferState;

/** The times of a run, in seconds, from the creation of this object. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private double first, beginOfLast, last, whole;
    private int stepsOfLast;

    /** Takes note of a step. */
    void note(TransferState state) {
        double now = now();
        if (state.stage() == TransferState.Stage.FINISH) return;
        if (state.scale() == 1 && state.step() == state.steps()) first = now;
        if (state.scale() == state.scales()) {
            if (state.step() == 1) beginOfLast = now;
            last = now;
            stepsOfLast = state.step() - 1;
        }
    }

    void stop() {
        whole = now();
    }

    private double now() {
        return (System.nanoTime() - start) / 1e9;
    }

    double whole() {
        return whole;
    }

    /** Until the coarsest scale was done. */
    double first() {
        return first;
    }

    /** Of one step at the full size, without the first; 0 if there was but one. */
    double step() {
        return stepsOfLast == 0 ? 0 : (last - beginOfLast) / stepsOfLast;
    }
}
