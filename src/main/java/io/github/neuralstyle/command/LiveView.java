package io.github.neuralstyle.command;

import java.awt.image.BufferedImage;
import java.util.function.LongSupplier;

import io.github.neuralstyle.Progress;
import io.github.neuralstyle.Seldom;

/** Draws the picture now and then. */
final class LiveView {

	/** The width and height of the view in pixels, at most. */
	private static final int LONGEST = 400;

	private final Seldom seldom;

	LiveView(LongSupplier nanoTime) {
		seldom = new Seldom(nanoTime);
	}

	/** The picture, made small; null if it is not time for it. */
	BufferedImage draw(Progress.State state) {
		return seldom.get(() -> Rgb.image(state.picture().get().thinned(LONGEST)));
	}
}
