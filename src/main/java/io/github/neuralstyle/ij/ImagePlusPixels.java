package io.github.neuralstyle.ij;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** The pixels of ImageJ 1's images as ImgLib2's, and back. */
final class ImagePlusPixels {

	private static final int OPAQUE = 0xff000000;

	private ImagePlusPixels() {
	}

	/** A copy of the current slice: (X,Y) of 8, 16 or 32 bits, or ARGB of a colour image or one with a colour palette. */
	static Img<?> of(ImagePlus image) {
		ImageProcessor slice = image.getProcessor();
		int width = slice.getWidth(), height = slice.getHeight();
		if (image.getType() == ImagePlus.COLOR_256 || slice instanceof ColorProcessor)
			return ArrayImgs.argbs(opaque((int[]) slice.convertToRGB().getPixelsCopy()), width, height);
		Object pixels = slice.getPixelsCopy();
		if (pixels instanceof byte[] bytes)
			return ArrayImgs.unsignedBytes(bytes, width, height);
		return pixels instanceof short[] shorts ? ArrayImgs.unsignedShorts(shorts, width, height)
			: ArrayImgs.floats((float[]) pixels, width, height);
	}

	/**
	 * An image of the values of (X,Y), (X,Y,C) or ARGB. Three channels of up to 8 bits, or of 0..255 as the transfer of
	 * style gives them, become an RGB image; other channels a composite.
	 */
	static ImagePlus image(String title, Img<?> img) {
		int width = (int) img.dimension(0), height = (int) img.dimension(1);
		int channels = img.numDimensions() == 2 ? 1 : (int) img.dimension(2);
		if (img.getType() instanceof ARGBType)
			return new ImagePlus(title, new ColorProcessor(width, height, argb(img)));
		if (channels == 3 && isPicture(img))
			return new ImagePlus(title, rgb(img));
		ImageStack stack = new ImageStack(width, height);
		for (int c = 0; c < channels; c++)
			stack.addSlice(processor(plane(img, c)));
		ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(channels, 1, 1);
		return channels == 1 ? image : new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	private static int[] opaque(int[] argb) {
		for (int i = 0; i < argb.length; i++)
			argb[i] |= OPAQUE;
		return argb;
	}

	@SuppressWarnings("unchecked")
	private static int[] argb(Img<?> img) {
		int[] argb = new int[(int) img.size()];
		Cursor<ARGBType> cursor = Views.flatIterable((Img<ARGBType>) img).cursor();
		for (int i = 0; i < argb.length; i++)
			argb[i] = cursor.next().get();
		return opaque(argb);
	}

	private static boolean isPicture(Img<?> img) {
		if (img.getType() instanceof IntegerType)
			return ((RealType<?>) img.getType()).getMaxValue() <= 255;
		for (Object value : img)
			if (((RealType<?>) value).getRealDouble() < 0 || ((RealType<?>) value).getRealDouble() > 255)
				return false;
		return true;
	}

	private static ColorProcessor rgb(Img<?> img) {
		float[] red = values(plane(img, 0)), green = values(plane(img, 1)), blue = values(plane(img, 2));
		int[] argb = new int[red.length];
		for (int i = 0; i < argb.length; i++)
			argb[i] = ARGBType.rgba(red[i], green[i], blue[i], 255);
		return new ColorProcessor((int) img.dimension(0), (int) img.dimension(1), argb);
	}

	private static ImageProcessor processor(RandomAccessibleInterval<? extends RealType<?>> plane) {
		FloatProcessor floats = new FloatProcessor((int) plane.dimension(0), (int) plane.dimension(1), values(plane));
		if (!(plane.getType() instanceof IntegerType))
			return floats;
		double most = plane.getType().getMaxValue();
		return most <= 255 ? floats.convertToByteProcessor(false) : most <= 65535 ? floats.convertToShortProcessor(false) : floats;
	}

	private static float[] values(RandomAccessibleInterval<? extends RealType<?>> plane) {
		float[] values = new float[(int) plane.size()];
		Cursor<? extends RealType<?>> cursor = Views.flatIterable(plane).cursor();
		for (int i = 0; i < values.length; i++)
			values[i] = cursor.next().getRealFloat();
		return values;
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<? extends RealType<?>> plane(Img<?> img, int channel) {
		Img<? extends RealType<?>> real = (Img<? extends RealType<?>>) img;
		return img.numDimensions() == 2 ? real : Views.hyperSlice(real, 2, channel);
	}
}
