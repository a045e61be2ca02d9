package io.github.neuralstyle.image.histogram;

import io.github.neuralstyle.image.io.ImageChecks;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import net.imglib2.Cursor;
import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/** Images of a type that can hold the values of two. */
public final class SampleTypes {

    private SampleTypes() {}

    /**
     * A new image of the dimensions of one image and with other values, rounded where the type is an integer's and clipped
     * to its range. Its type is {@link #of}; if the first image is ARGB and stays of 8 bits, the
     * result is ARGB too, with its alpha; else (X,Y,3).
     */
    public static Img<?> image(
            RandomAccessibleInterval<?> first, RandomAccessibleInterval<?> second, double[][] values) {
        RealType<?> type = of(first, second);
        if (first.getType() instanceof ARGBType && type instanceof UnsignedByteType)
            return argb(ImageChecks.asArgb(first), values);
        return image(type, sizes(first, values.length), values);
    }

    /** Changes values, in place, to those that an image of the type {@link #of} holds. */
    static UnaryOperator<double[][]> clipping(RandomAccessibleInterval<?> first, RandomAccessibleInterval<?> second) {
        RealType<?> type = of(first, second);
        return values -> {
            for (double[] channel : values) Arrays.setAll(channel, i -> clipped(channel[i], type));
            return values;
        };
    }

    private static double clipped(double value, RealType<?> type) {
        double nearest = type instanceof IntegerType ? Math.rint(value) : value;
        return Math.max(type.getMinValue(), Math.min(type.getMaxValue(), nearest));
    }

    /** The first image's type, or the second one's if the first cannot hold all values of the second. */
    public static RealType<?> of(RandomAccessibleInterval<?> first, RandomAccessibleInterval<?> second) {
        RealType<?> own = of(first), other = of(second);
        return holds(own, other) ? own : other;
    }

    /** The type of the values; 8 bits for ARGB. */
    private static RealType<?> of(RandomAccessibleInterval<?> image) {
        return image.getType() instanceof ARGBType ? new UnsignedByteType() : (RealType<?>) image.getType();
    }

    /** Whether all values of one type are values of another. */
    private static boolean holds(RealType<?> type, RealType<?> other) {
        boolean whole = type instanceof IntegerType, otherWhole = other instanceof IntegerType;
        if (whole)
            return otherWhole && type.getMinValue() <= other.getMinValue() && type.getMaxValue() >= other.getMaxValue();
        return otherWhole
                ? type.getBitsPerPixel() > other.getBitsPerPixel()
                : type.getBitsPerPixel() >= other.getBitsPerPixel();
    }

    private static long[] sizes(RandomAccessibleInterval<?> image, int channels) {
        long[] sizes = image.dimensionsAsLongArray();
        if (!(image.getType() instanceof ARGBType)) return sizes;
        sizes = Arrays.copyOf(sizes, 3);
        sizes[2] = channels;
        return sizes;
    }

    @SuppressWarnings("unchecked")
    private static <T extends RealType<T>> Img<T> image(RealType<?> type, long[] sizes, double[][] values) {
        Img<T> image =
                Util.getSuitableImgFactory(new FinalDimensions(sizes), (T) type).create(sizes);
        for (int c = 0; c < values.length; c++) {
            Cursor<T> cursor = Views.flatIterable(ImageChecks.plane(image, c)).cursor();
            for (double value : values[c]) cursor.next().setReal(clipped(value, type));
        }
        return image;
    }

    private static Img<ARGBType> argb(RandomAccessibleInterval<ARGBType> alpha, double[][] values) {
        Img<ARGBType> image = ArrayImgs.argbs(alpha.dimensionsAsLongArray());
        Cursor<ARGBType> from = Views.flatIterable(alpha).cursor(),
                to = Views.flatIterable(image).cursor();
        for (int i = 0; i < values[0].length; i++)
            to.next()
                    .set(ARGBType.rgba(
                            values[0][i],
                            values[1][i],
                            values[2][i],
                            ARGBType.alpha(from.next().get())));
        return image;
    }
}
