package io.github.neuralstyle.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/** An image of any number of axes as planes of X and Y. */
public final class Hyperstack {

	private final RandomAccessibleInterval<?> image;
	private final List<Axis> axes;

	/**
	 * @param image of a RealType or ARGB
	 * @param axes what each dimension stands for: X and Y once, a channel at most once, the others any number of times
	 * @throws IllegalArgumentException if the axes are not such, or the image is of another type, is empty, or holds
	 *           NaN or infinities
	 */
	public Hyperstack(RandomAccessibleInterval<?> image, List<Axis> axes) {
		if (!(image.getType() instanceof RealType) && !(image.getType() instanceof ARGBType))
			throw new IllegalArgumentException("Images of " + image.getType().getClass().getSimpleName() +
				" are not supported; choose one of real numbers or of colours (ARGB).");
		if (axes.size() != image.numDimensions())
			throw new IllegalArgumentException("The image has " + image.numDimensions() + " dimensions (" + sizes(image) + ") and " +
				axes.size() + " axes are named " + axes + "; name one for each.");
		if (Collections.frequency(axes, Axis.X) != 1 || Collections.frequency(axes, Axis.Y) != 1 ||
			Collections.frequency(axes, Axis.CHANNEL) > 1)
			throw new IllegalArgumentException("The axes are " + axes + "; X and Y must be among them once, and CHANNEL at most " +
				"once.");
		for (int d = 0; d < axes.size(); d++)
			if (image.dimension(d) < 1)
				throw new IllegalArgumentException("The image is empty (" + sizes(image) + "): its axis " + axes.get(d) +
					" has the length 0; choose an image with at least one pixel, channel and slice.");
		this.image = Views.zeroMin(image);
		this.axes = List.copyOf(axes);
		ImageChecks.requireSize(width(), height());
		if (!isArgb())
			ImageChecks.requireFinite(ImageChecks.asReal(image));
	}

	private static String sizes(RandomAccessibleInterval<?> image) {
		return Arrays.stream(image.dimensionsAsLongArray()).mapToObj(Long::toString).collect(Collectors.joining(" x "));
	}

	/** Its pixels, with the minimum 0. */
	public RandomAccessibleInterval<?> image() {
		return image;
	}

	public List<Axis> axes() {
		return axes;
	}

	public int width() {
		return (int) length(Axis.X);
	}

	public int height() {
		return (int) length(Axis.Y);
	}

	/** Their number, 1 if no axis is for channels. */
	public int channels() {
		return axes.contains(Axis.CHANNEL) ? (int) length(Axis.CHANNEL) : 1;
	}

	private long length(Axis axis) {
		return image.dimension(axes.indexOf(axis));
	}

	/** Whether each pixel is a colour. */
	public boolean isArgb() {
		return image.getType() instanceof ARGBType;
	}

	/** All pixels of a channel; all there are if no axis is for channels. */
	public RandomAccessibleInterval<?> channel(int channel) {
		int axis = axes.indexOf(Axis.CHANNEL);
		return axis < 0 ? image : Views.hyperSlice(image, axis, channel);
	}

	/** The plane (X,Y) at a position, whose coordinates along X and Y are ignored. */
	public RandomAccessibleInterval<?> plane(long[] position) {
		RandomAccessibleInterval<?> plane = image;
		for (int d = axes.size() - 1; d >= 0; d--)
			if (axes.get(d) != Axis.X && axes.get(d) != Axis.Y)
				plane = Views.hyperSlice(plane, d, position[d]);
		return axes.indexOf(Axis.X) < axes.indexOf(Axis.Y) ? plane : Views.permute(plane, 0, 1);
	}

	/** The planes of all channels at a position. */
	public List<RandomAccessibleInterval<?>> channels(long[] position) {
		List<RandomAccessibleInterval<?>> planes = new ArrayList<>();
		long[] at = position.clone();
		for (int c = 0; c < channels(); c++) {
			if (axes.contains(Axis.CHANNEL))
				at[axes.indexOf(Axis.CHANNEL)] = c;
			planes.add(plane(at));
		}
		return planes;
	}

	/** A new image of the same type, size and pixels. */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public Img<?> copy() {
		return copyOf((RandomAccessibleInterval) image);
	}

	private static <T extends Type<T>> Img<T> copyOf(RandomAccessibleInterval<T> image) {
		Img<T> copy = Util.getSuitableImgFactory(image, image.getType()).create(image);
		LoopBuilder.setImages(image, copy).forEachPixel((from, to) -> to.set(from));
		return copy;
	}
}
