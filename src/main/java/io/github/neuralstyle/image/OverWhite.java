package io.github.neuralstyle.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Composites 8-bit images with straight alpha over white. */
final class OverWhite {

	private OverWhite() {}

	static void argb(final RandomAccessibleInterval<ARGBType> image, final Img<FloatType> rgb) {
		LoopBuilder.setImages(Images.plane(image, 0), Images.plane(rgb, 0), Images.plane(rgb, 1),
			Images.plane(rgb, 2)).forEachPixel((pixel, red, green, blue) -> {
				final int argb = pixel.get();
				final int alpha = ARGBType.alpha(argb);
				red.set(blend(ARGBType.red(argb), alpha));
				green.set(blend(ARGBType.green(argb), alpha));
				blue.set(blend(ARGBType.blue(argb), alpha));
			});
	}

	static void rgba(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Img<FloatType> rgb)
	{
		for (int c = 0; c < 3; c++) {
			LoopBuilder.setImages(Images.plane(image, c), Images.plane(image, 3), Images.plane(rgb, c))
				.forEachPixel((value, alpha, blended) -> blended.set(blend(value.getRealFloat(), alpha
					.getRealFloat())));
		}
	}

	private static float blend(final float value, final float alpha) {
		return 255 + (value - 255) * alpha / 255;
	}
}
