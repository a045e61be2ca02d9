package io.github.neuralstyle.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.stream.IntStream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/** Takes the samples out of an ImageIO image. */
final class Samples {

	private Samples() {}

	/**
	 * Integer images of up to 8 bits per sample, with alpha or with a colour profile
	 * become (X,Y) ARGB in sRGB. The others keep their values: grey (X,Y), colour
	 * (X,Y,C). Grey values are never converted: to Java all grey is linear light,
	 * which brightens ordinary photographs.
	 */
	static Img<?> of(final BufferedImage image) {
		final ColorModel model = image.getColorModel();
		if (model instanceof IndexColorModel) return argb(image);
		if (areFloats(image.getSampleModel())) return floats(image);
		final boolean keep = model.getComponentSize(0) > 8 && !model.hasAlpha();
		final ColorSpace space = model.getColorSpace();
		if (space.getType() == ColorSpace.TYPE_GRAY) return keep ? values(image) : argbOfGrey(image);
		if (!space.isCS_sRGB()) return argbOfProfile(image);
		return keep ? values(image) : argb(image);
	}

	/**
	 * Like {@link #of}, but what became ARGB is composited over white and has 8 bits: grey
	 * (X,Y) where all colours of the file are grey by its kind or its palette, else (X,Y,3).
	 */
	static Img<?> keep(final BufferedImage image) {
		final Img<?> samples = of(image);
		if (!(samples.getType() instanceof ARGBType)) return samples;
		final Img<FloatType> rgb = Images.toRgb(samples);
		final boolean grey = isGrey(image.getColorModel());
		final Img<UnsignedByteType> bytes = grey ? ArrayImgs.unsignedBytes(image.getWidth(), image
			.getHeight()) : ArrayImgs.unsignedBytes(rgb.dimensionsAsLongArray());
		for (int c = 0; c < (grey ? 1 : 3); c++) {
			LoopBuilder.setImages(Images.plane(rgb, c), Images.plane(bytes, c)).forEachPixel((value,
				rounded) -> rounded.set(Math.round(value.get())));
		}
		return bytes;
	}

	private static boolean isGrey(final ColorModel model) {
		if (!(model instanceof IndexColorModel)) {
			return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
		}
		return IntStream.range(0, ((IndexColorModel) model).getMapSize()).allMatch(i -> model.getRed(
			i) == model.getGreen(i) && model.getGreen(i) == model.getBlue(i));
	}

	static boolean areFloats(final SampleModel model) {
		return model.getDataType() == DataBuffer.TYPE_FLOAT || model
			.getDataType() == DataBuffer.TYPE_DOUBLE;
	}

	private static Img<?> argb(final BufferedImage image) {
		final int width = image.getWidth();
		final int height = image.getHeight();
		return ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height);
	}

	private static Img<?> argbOfProfile(final BufferedImage image) {
		final BufferedImage srgb = new BufferedImage(image.getWidth(), image.getHeight(),
			BufferedImage.TYPE_INT_ARGB);
		return argb(new ColorConvertOp(null).filter(image, srgb));
	}

	private static Img<?> argbOfGrey(final BufferedImage image) {
		image.coerceData(false);
		final int[] argb = band(image, 0);
		final int[] alpha = image.getColorModel().hasAlpha() ? band(image, 1) : null;
		final int max = (1 << image.getColorModel().getComponentSize(0)) - 1;
		for (int i = 0; i < argb.length; i++) {
			final int grey = Math.round(argb[i] * 255f / max);
			final int opacity = alpha == null ? 255 : Math.round(alpha[i] * 255f / max);
			argb[i] = opacity << 24 | grey << 16 | grey << 8 | grey;
		}
		return ArrayImgs.argbs(argb, image.getWidth(), image.getHeight());
	}

	private static Img<?> values(final BufferedImage image) {
		return image.getRaster().getTransferType() == DataBuffer.TYPE_USHORT ? unsignedShorts(image)
			: floats(image);
	}

	private static Img<?> unsignedShorts(final BufferedImage image) {
		final int size = image.getWidth() * image.getHeight();
		final short[] values = new short[size * channels(image)];
		for (int c = 0; c < channels(image); c++) {
			final int[] band = band(image, c);
			for (int i = 0; i < size; i++) {
				values[c * size + i] = (short) band[i];
			}
		}
		return ArrayImgs.unsignedShorts(values, dimensions(image));
	}

	private static Img<?> floats(final BufferedImage image) {
		final Raster raster = image.getRaster();
		final int size = image.getWidth() * image.getHeight();
		final float[] values = new float[size * channels(image)];
		for (int c = 0; c < channels(image); c++) {
			final float[] band = raster.getSamples(raster.getMinX(), raster.getMinY(), image.getWidth(),
				image.getHeight(), c, (float[]) null);
			System.arraycopy(band, 0, values, c * size, size);
		}
		return ArrayImgs.floats(values, dimensions(image));
	}

	private static int[] band(final BufferedImage image, final int band) {
		final Raster raster = image.getRaster();
		return raster.getSamples(raster.getMinX(), raster.getMinY(), image.getWidth(), image
			.getHeight(), band, (int[]) null);
	}

	private static int channels(final BufferedImage image) {
		return image.getColorModel().getNumComponents();
	}

	private static long[] dimensions(final BufferedImage image) {
		final int channels = channels(image);
		return channels == 1 ? new long[] { image.getWidth(), image.getHeight() } : new long[] { image
			.getWidth(), image.getHeight(), channels };
	}
}
