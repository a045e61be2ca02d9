package io.github.neuralstyle.image;

/**
 * A colour image in the order of a TensorFlow tensor (1, height, width, 3).
 *
 * @param values (height, width, 3), sRGB 0..255
 */
public record Pixels(int width, int height, float[] values) {

	public Pixels {
		if (values.length != 3L * width * height)
			throw new IllegalArgumentException(values.length + " values are not those of " + width + "x" + height + " colour pixels.");
	}
}
