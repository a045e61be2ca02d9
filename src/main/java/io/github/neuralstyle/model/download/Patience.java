package io.github.neuralstyle.model.download;

import java.time.Duration;

import io.github.neuralstyle.Range;

/**
 * How long to wait.
 *
 * @param stall without a byte until the connection is given up
 * @param pause before trying again, doubled after each attempt in vain
 */
public record Patience(Duration stall, Duration pause) {

	/** For the networks of the world. */
	public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));

	/** As "30 s". */
	String stallText() {
		return Range.text(stall.toMillis() / 1000.0) + " s";
	}
}
