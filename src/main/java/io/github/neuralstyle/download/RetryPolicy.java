package io.github.neuralstyle.download;

import io.github.neuralstyle.util.Range;
import java.time.Duration;

/**
 * How long to wait.
 *
 * @param stall without a byte until the connection is given up
 * @param pause before trying again, doubled after each attempt in vain
 */
public record RetryPolicy(Duration stall, Duration pause) {

    /** For the networks of the world. */
    public static final RetryPolicy USUAL = new RetryPolicy(Duration.ofSeconds(30), Duration.ofSeconds(1));

    /** As "30 s". */
    String stallText() {
        return Range.text(stall.toMillis() / 1000.0) + " s";
    }
}
