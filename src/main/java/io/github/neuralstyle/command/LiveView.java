package io.github.neuralstyle.command;

import java.awt.image.BufferedImage;
import java.util.function.LongSupplier;

import io.github.neuralstyle.Progress;

/** Draws the picture now and then, so seldom that it takes at most a twentieth of the time. */
final class LiveView {

	private static final int LONGEST = 400;
	private static final double PART = 0.05;
	private static final long PAUSE = 1_000_000_000;

	private final LongSupplier nanoTime;
	private long next;

	LiveView(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		next = nanoTime.getAsLong() + PAUSE;
	}

	/** The picture at most {@value #LONGEST} pixels wide and high, or null if it is not time for it. */
	BufferedImage draw(Progress.State state) {
		long start = nanoTime.getAsLong();
		if (start < next)
			return null;
		BufferedImage image = Rgb.thumbnail(state.picture().get(), LONGEST);
		long end = nanoTime.getAsLong();
		next = end + Math.max(PAUSE, (long) ((end - start) * (1 - PART) / PART));
		return image;
	}
}
