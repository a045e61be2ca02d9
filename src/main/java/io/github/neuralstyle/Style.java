package io.github.neuralstyle;

import net.imglib2.RandomAccessibleInterval;

/**
 * An image to learn from.
 *
 * @param image (X,Y), (X,Y,3) or ARGB
 * @param weight its proportion among several styles, over 0
 */
public record Style(RandomAccessibleInterval<?> image, double weight) {

	/** @throws IllegalArgumentException if the weight is not over 0 */
	public Style {
		if (!(weight > 0) || Double.isInfinite(weight))
			throw new IllegalArgumentException("The weight of a style is " + weight + "; it must be over 0.");
	}

	/** A style with the weight 1. */
	public Style(RandomAccessibleInterval<?> image) {
		this(image, 1);
	}
}
