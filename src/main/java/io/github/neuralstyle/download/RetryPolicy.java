package io.github.neuralstyle.download;

import io.github.neuralstyle.util.Range;
import java.time.Duration;

/**
 * Timeouts of a download.
 *
 * @param stall the time without a byte after which a connection is given up
 * @param pause the time before the next attempt, doubled after each failed attempt
 */
public record RetryPolicy(Duration stall, Duration pause) {

    /** The default. */
    public static final RetryPolicy USUAL = new RetryPolicy(Duration.ofSeconds(30), Duration.ofSeconds(1));

    /** The stall timeout, as "30 s". */
    String stallText() {
        return Range.text(stall.toMillis() / 1000.0) + " s";
    }
}
