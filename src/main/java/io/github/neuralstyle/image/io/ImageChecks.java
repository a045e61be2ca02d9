package io.github.neuralstyle.image.io;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.imglib2.Dimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Checks of images that come from outside; each error is one sentence. */
public final class ImageChecks {

    /** Three channels of at most this many pixels fit into one Java array. */
    static final long MAX_PIXELS = Integer.MAX_VALUE / 3;

    private static final String SUPPORTED = "choose a grey (X,Y), RGB (X,Y,3), 8-bit RGBA (X,Y,4) or ARGB (X,Y) image, "
            + "for instance one slice of a stack";

    private ImageChecks() {}

    /**
     * What one pass over an image finds.
     *
     * @param min the smallest value, and
     * @param max the largest one, if all are finite
     * @param notFinite how many values are NaN or infinite
     */
    public record Scan(double min, double max, long notFinite) {

        public static Scan of(RandomAccessibleInterval<? extends RealType<?>> image) {
            double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
            long notFinite = 0;
            for (RealType<?> type : image) {
                double value = type.getRealDouble();
                min = Math.min(min, value);
                max = Math.max(max, value);
                if (!Double.isFinite(value)) notFinite++;
            }
            return new Scan(min, max, notFinite);
        }

        /** The scan of both images. */
        public Scan and(Scan other) {
            return new Scan(Math.min(min, other.min), Math.max(max, other.max), notFinite + other.notFinite);
        }

        /** Returns this scan. @throws IllegalArgumentException if some values are NaN or infinite */
        public Scan requireFinite(String role) {
            if (notFinite == 0) return this;
            throw new IllegalArgumentException("The " + role + " holds " + notFinite
                    + (notFinite == 1 ? " value that is" : " values that are")
                    + " NaN or infinite; replace them by numbers first.");
        }
    }

    /** Refuses all but the images that {@code Images.toRgb} documents. */
    public static void requireSupported(RandomAccessibleInterval<?> image) {
        Object type = image.getType();
        boolean argb = type instanceof ARGBType;
        if (!argb && !(type instanceof RealType))
            refuse("Images of " + type.getClass().getSimpleName() + " are not supported");
        int n = image.numDimensions();
        if (n < 2 || n > (argb ? 2 : 3))
            refuse("An image with " + n + " dimensions (" + sizes(image) + ") is not supported");
        for (int d = 0; d < n; d++) if (image.dimension(d) < 1) refuse("The image is empty (" + sizes(image) + ")");
        if (n == 3) requireChannels(image.dimension(2), type, sizes(image));
        requireSize(image.dimension(0), image.dimension(1));
    }

    /** Refuses all but the images that {@code Planes.of} documents. */
    public static void requirePlanes(String role, RandomAccessibleInterval<?> image) {
        Object type = image.getType();
        boolean argb = type instanceof ARGBType;
        int n = image.numDimensions();
        if (!argb && !(type instanceof RealType) || n < 2 || n > (argb ? 2 : 3))
            throw new IllegalArgumentException("The " + role + " is an image (" + sizes(image) + ") of "
                    + type.getClass().getSimpleName() + "; it must be (X,Y) or (X,Y,C) of numbers, or (X,Y) ARGB.");
        if (Arrays.stream(image.dimensionsAsLongArray()).anyMatch(size -> size < 1))
            throw new IllegalArgumentException("The " + role + " is empty (" + sizes(image) + ").");
        requireSize(image.dimension(0), image.dimension(1));
    }

    private static void requireChannels(long channels, Object type, String sizes) {
        if (channels == 2 || channels > 4)
            refuse("An image with " + channels + " channels (" + sizes + ") is not supported");
        if (channels == 4 && !(type instanceof UnsignedByteType))
            refuse("An image with 4 channels (" + sizes + ") of "
                    + type.getClass().getSimpleName() + " is not supported, as alpha is read from 8-bit images only");
    }

    /** Refuses a size whose RGB image would not fit into one Java array. */
    public static void requireSize(long width, long height) {
        if (width > MAX_PIXELS / height)
            throw new IllegalArgumentException("An image of " + width + " x " + height
                    + " pixels is too large: at most " + MAX_PIXELS + " pixels are possible; scale it down.");
    }

    public static void requireRgb(RandomAccessibleInterval<FloatType> image) {
        if (image.numDimensions() != 3 || image.dimension(2) != 3)
            throw new IllegalArgumentException("An RGB image has the dimensions (X,Y,3), not (" + sizes(image) + ").");
    }

    /** Does not look at integers, which are always finite. */
    public static void requireFinite(String role, RandomAccessibleInterval<? extends RealType<?>> image) {
        if (!(image.getType() instanceof IntegerType)) Scan.of(image).requireFinite(role);
    }

    @SuppressWarnings("unchecked")
    public static RandomAccessibleInterval<? extends RealType<?>> asReal(RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<? extends RealType<?>>) image;
    }

    @SuppressWarnings("unchecked")
    public static RandomAccessibleInterval<ARGBType> asArgb(RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<ARGBType>) image;
    }

    private static void refuse(String reason) {
        throw new IllegalArgumentException(reason + "; " + SUPPORTED + ".");
    }

    /** As "70 x 90 x 3". */
    public static String sizes(Dimensions image) {
        return Arrays.stream(image.dimensionsAsLongArray())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" x "));
    }

    /** The channel of an (X,Y,C) image, or the whole of an (X,Y) image. */
    public static <T> RandomAccessibleInterval<T> plane(RandomAccessibleInterval<T> image, int channel) {
        RandomAccessibleInterval<T> zeroMin = Views.zeroMin(image);
        return zeroMin.numDimensions() == 2 ? zeroMin : Views.hyperSlice(zeroMin, 2, channel);
    }
}
