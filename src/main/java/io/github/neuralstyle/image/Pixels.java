package io.github.neuralstyle.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

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

	/** Any image that {@link Images#toRgb} takes. @throws IllegalArgumentException if it does not */
	public static Pixels of(RandomAccessibleInterval<?> image) {
		Img<FloatType> rgb = Images.toRgb(image);
		return new Pixels((int) rgb.dimension(0), (int) rgb.dimension(1), Images.toPixels(rgb));
	}
}
