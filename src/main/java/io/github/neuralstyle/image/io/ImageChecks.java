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

/** What the images of users must satisfy; each refusal is one sentence. */
public final class ImageChecks {

    /** The most pixels whose three channels fit into one Java array. */
    static final long MAX_PIXELS = Integer.MAX_VALUE / 3;

    private static final String SUPPORTED = "choose a grey (X,Y), RGB (X,Y,3), 8-bit RGBA (X,Y,4) or ARGB (X,Y) image, "
            + "for instance one slice of a stack";

    private ImageChecks() {}

    /** Refuses all but the images that {@code Images.toRgb} documents. */
    public static void requireSupported(RandomAccessibleInterval<?> image) {
        Object type = image.getType();
        boolean argb = type instanceof ARGBType;
        if (!argb && !(type instanceof RealType))
            refuse("Images of " + type.getClass().getSimpleName() + " are not supported");
        int n = image.numDimensions();
        if (n < 2 || n > (argb ? 2 : 3))
            refuse("An image with " + n + " dimensions (" + sizes(image) + ") is not supported");
        for (int d = 0; d < n; d++) {
            if (image.dimension(d) < 1) refuse("The image is empty (" + sizes(image) + ")");
        }
        if (n == 3) requireChannels(image.dimension(2), type, sizes(image));
        requireSize(image.dimension(0), image.dimension(1));
    }

    /** Refuses all but the images that {@code Planes.of} documents. */
    public static void requirePlanes(String role, RandomAccessibleInterval<?> image) {
        Object type = image.getType();
        boolean argb = type instanceof ARGBType;
        int n = image.numDimensions();
        if (!argb && !(type instanceof RealType) || n < 2 || n > (argb ? 2 : 3)) {
            throw new IllegalArgumentException("The " + role + " is an image (" + sizes(image) + ") of "
                    + type.getClass().getSimpleName() + "; it must be (X,Y) or (X,Y,C) of numbers, or (X,Y) ARGB.");
        }
        if (Arrays.stream(image.dimensionsAsLongArray()).anyMatch(size -> size < 1))
            throw new IllegalArgumentException("The " + role + " is empty (" + sizes(image) + ").");
        requireSize(image.dimension(0), image.dimension(1));
    }

    private static void requireChannels(long channels, Object type, String sizes) {
        if (channels == 2 || channels > 4)
            refuse("An image with " + channels + " channels (" + sizes + ") is not supported");
        if (channels == 4 && !(type instanceof UnsignedByteType)) {
            refuse("An image with 4 channels (" + sizes + ") of "
                    + type.getClass().getSimpleName() + " is not supported, as alpha is read from 8-bit images only");
        }
    }

    /** Refuses a size whose RGB image would not fit into one Java array. */
    public static void requireSize(long width, long height) {
        if (width > MAX_PIXELS / height) {
            throw new IllegalArgumentException("An image of " + width + " x " + height
                    + " pixels is too large: at most " + MAX_PIXELS + " pixels are possible; scale it down.");
        }
    }

    public static void requireRgb(RandomAccessibleInterval<FloatType> image) {
        if (image.numDimensions() != 3 || image.dimension(2) != 3) {
            throw new IllegalArgumentException("An RGB image has the dimensions (X,Y,3), not (" + sizes(image) + ").");
        }
    }

    public static void requireFinite(RandomAccessibleInterval<? extends RealType<?>> image) {
        requireFinite("image", image);
    }

    public static void requireFinite(String role, RandomAccessibleInterval<? extends RealType<?>> image) {
        if (image.getType() instanceof IntegerType) return;
        long bad = 0;
        for (RealType<?> value : image) {
            if (!Double.isFinite(value.getRealDouble())) bad++;
        }
        if (bad > 0) {
            throw new IllegalArgumentException(
                    "The " + role + " holds " + bad + (bad == 1 ? " value that is" : " values that are")
                            + " NaN or infinite; replace them by numbers first.");
        }
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

    private static String sizes(Dimensions image) {
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
