package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.train.Normalization;
import io.github.neuralstyle.util.ProgressListener;
import java.time.Duration;

/** Shows how far a normalisation is, and stops it when interrupted. */
final class NormalizationProgress implements ProgressListener<Normalization.State> {

    private final ProgressLine bar;
    private final Interruption interruption;
    private long start;
    private int before;

    NormalizationProgress(ProgressLine bar, Interruption interruption) {
        this.bar = bar;
        this.interruption = interruption;
    }

    /** Only from the second time on it is known how long an image takes. */
    @Override
    public boolean update(Normalization.State state) {
        int done = state.images(), of = state.of();
        if (before == 0) {
            start = System.nanoTime();
            before = done;
        }
        long each = (System.nanoTime() - start) / Math.max(1, done - before);
        bar.show(state.done(), Duration.ofNanos(each * (of - done)), done + " of " + of + " images");
        return !interruption.requested();
    }
}
