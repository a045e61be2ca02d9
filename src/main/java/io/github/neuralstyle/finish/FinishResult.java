package io.github.neuralstyle.finish;

import java.util.List;

/**
 * Where each pixel of a finished picture comes from.
 *
 * @param positions a place for each pixel; close them when they are no longer needed
 * @param sources what the places' sources are, by number
 */
public record FinishResult(Positions positions, List<Origin> sources) implements AutoCloseable {

	/**
	 * A style as it was used: resized, then turned.
	 *
	 * @param style its number
	 * @param width of the resized style before it was turned, in pixels
	 * @param height of the resized style before it was turned, in pixels
	 */
	public record Origin(int style, int width, int height, Turn turn) {

		/** The pixel of the resized style, y * width + x, that a place of this source is. */
		public int pixel(int place) {
			return turn.original(Place.x(place), Place.y(place), width, height);
		}
	}

	@Override
	public void close() {
		positions.close();
	}
}
