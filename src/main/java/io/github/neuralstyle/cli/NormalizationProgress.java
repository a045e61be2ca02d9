package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.train.Normalization;
import java.time.Duration;

/** Shows how far a normalisation is, and stops it when interrupted. */
final class NormalizationProgress implements Normalization.Listener {

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
    public boolean images(int done, int of) {
        if (before == 0) {
            start = System.nanoTime();
            before = done;
        }
        long each = (System.nanoTime() - start) / Math.max(1, done - before);
        bar.show((double) done / of, Duration.ofNanos(each * (of - done)), done + " of " + of + " images");
        return !interruption.requested();
    }
}
