package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import io.github.neuralstyle.image.io.ImageChecks.Scan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.imglib2.Cursor;
import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.type.Type;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/** An image of any number of axes as planes of X and Y. */
public final class Hyperstack {

    /** Instead of a channel. */
    static final int ALL = -1;

    private final RandomAccessibleInterval<?> image;
    private final List<Axis> axes;
    private final Map<List<Number>, IntensityRange> ranges = new HashMap<>();

    /** Of each channel; null as long as nobody needs them. */
    private List<Scan> scans;

    /**
     * @param image of a RealType or ARGB
     * @param axes what each dimension stands for: X and Y once, a channel at most once, the others any number of times
     * @throws IllegalArgumentException if the axes are others, or the image is of another type, is empty, or holds
     *           NaN or infinities
     */
    public Hyperstack(RandomAccessibleInterval<?> image, List<Axis> axes) {
        if (!(image.getType() instanceof RealType) && !(image.getType() instanceof ARGBType))
            throw new IllegalArgumentException(
                    "Images of " + image.getType().getClass().getSimpleName()
                            + " are not supported; choose one of real numbers or of colours (ARGB).");
        if (axes.size() != image.numDimensions())
            throw new IllegalArgumentException(
                    "The image has " + image.numDimensions() + " dimensions (" + ImageChecks.sizes(image) + ") and "
                            + axes.size() + " axes are named " + axes + "; name one for each.");
        if (Collections.frequency(axes, Axis.X) != 1
                || Collections.frequency(axes, Axis.Y) != 1
                || Collections.frequency(axes, Axis.CHANNEL) > 1)
            throw new IllegalArgumentException(
                    "The axes are " + axes + "; X and Y must be among them once, and CHANNEL at most " + "once.");
        for (int d = 0; d < axes.size(); d++)
            if (image.dimension(d) < 1)
                throw new IllegalArgumentException(
                        "The image is empty (" + ImageChecks.sizes(image) + "): its axis " + axes.get(d)
                                + " has the length 0; choose an image with at least one pixel, channel and slice.");
        this.image = Views.zeroMin(image);
        this.axes = List.copyOf(axes);
        ImageChecks.requireSize(width(), height());
        if (!isArgb() && !(image.getType() instanceof IntegerType))
            scan(scans()).requireFinite("image");
    }

    private Hyperstack(List<Axis> axes, RandomAccessibleInterval<?> image) {
        this.image = image;
        this.axes = axes;
    }

    /** The same axes with other pixels, which are not checked. */
    public Hyperstack with(Img<?> pixels) {
        return new Hyperstack(axes, pixels);
    }

    private List<Scan> scans() {
        if (scans == null)
            scans = IntStream.range(0, channels())
                    .mapToObj(c -> Scan.of(ImageChecks.asReal(channel(c))))
                    .toList();
        return scans;
    }

    private static Scan scan(List<Scan> scans) {
        return scans.stream().reduce(Scan::and).orElseThrow();
    }

    /**
     * The range of the values of a channel, or of {@link #ALL}; pixels are read at the first call only.
     *
     * @param cut part of the values at each end that is outside, from 0 to 1
     */
    IntensityRange range(int channel, double cut) {
        IntensityRange whole = IntensityRange.of(channel == ALL ? scan(scans()) : scans().get(channel));
        return cut == 0
                ? whole
                : ranges.computeIfAbsent(
                        List.of(channel, cut),
                        key -> IntensityMapping.percentiles(channel == ALL ? image : channel(channel), whole, cut));
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

    /** The number of channels, 1 if no axis is for channels. */
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

    /** All pixels of a channel, or of the image if no axis is for channels. */
    private RandomAccessibleInterval<?> channel(int channel) {
        int axis = axes.indexOf(Axis.CHANNEL);
        return axis < 0 ? image : Views.hyperSlice(image, axis, channel);
    }

    /** The plane (X,Y) at a position, whose coordinates along X and Y are ignored. */
    public RandomAccessibleInterval<?> plane(long[] position) {
        RandomAccessibleInterval<?> plane = image;
        for (int d = axes.size() - 1; d >= 0; d--)
            if (axes.get(d) != Axis.X && axes.get(d) != Axis.Y) plane = Views.hyperSlice(plane, d, position[d]);
        return axes.indexOf(Axis.X) < axes.indexOf(Axis.Y) ? plane : Views.permute(plane, 0, 1);
    }

    /** The planes of all channels at a position. */
    public List<RandomAccessibleInterval<?>> channels(long[] position) {
        List<RandomAccessibleInterval<?>> planes = new ArrayList<>();
        long[] at = position.clone();
        for (int c = 0; c < channels(); c++) {
            if (axes.contains(Axis.CHANNEL)) at[axes.indexOf(Axis.CHANNEL)] = c;
            planes.add(plane(at));
        }
        return planes;
    }

    /** A new image of the same type, its planes of this size: the same pixels, or, at another size, the nearest ones. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Img<?> copy(int width, int height) {
        long[] sizes = image.dimensionsAsLongArray();
        sizes[axes.indexOf(Axis.X)] = width;
        sizes[axes.indexOf(Axis.Y)] = height;
        return copyOf((RandomAccessibleInterval) image, sizes);
    }

    private static <T extends Type<T>> Img<T> copyOf(RandomAccessibleInterval<T> image, long[] sizes) {
        Img<T> copy = Util.getSuitableImgFactory(new FinalDimensions(sizes), image.getType())
                .create(sizes);
        RandomAccess<T> from = image.randomAccess();
        Cursor<T> to = copy.localizingCursor();
        while (to.hasNext()) {
            to.fwd();
            for (int d = 0; d < sizes.length; d++)
                from.setPosition(to.getLongPosition(d) * image.dimension(d) / sizes[d], d);
            to.get().set(from.get());
        }
        return copy;
    }

    /**
     * Its grey values as colours, by a mapping: three channels of bytes, their axis after the first two.
     *
     * @throws IllegalArgumentException if it has colours or several channels already
     */
    public Hyperstack inColor(IntensityMapping mapping) {
        if (isArgb() || axes.contains(Axis.CHANNEL))
            throw new IllegalArgumentException("The image has colours or channels (" + ImageChecks.sizes(image) + ", "
                    + axes + "); only one with a single channel can get the style's colours.");
        IntensityRange range = mapping.channels().get(0);
        RandomAccessibleInterval<UnsignedByteType> grey = Converters.convert(
                ImageChecks.asReal(image),
                (from, to) ->
                        to.set((int) Math.max(0, Math.min(255, Math.rint(range.toUnit255(from.getRealDouble()))))),
                new UnsignedByteType());
        List<Axis> inColor = new ArrayList<>(axes);
        inColor.add(2, Axis.CHANNEL);
        RandomAccessibleInterval<UnsignedByteType> colors = Views.stack(grey, grey, grey);
        for (int d = axes.size(); d > 2; d--) colors = Views.permute(colors, d, d - 1);
        return new Hyperstack(colors, inColor);
    }
}
