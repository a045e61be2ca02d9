package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * The affine map between an image's own values and the 0..255 that the networks
 * take. {@code min} becomes 0 and {@code max} becomes 255; values outside are
 * extrapolated, never clamped, so that the map can be undone.
 *
 * @param min value that becomes 0
 * @param max value that becomes 255; greater than {@code min}
 */
public record IntensityRange(double min, double max) {

    /** The range of 8-bit images, whose values are left as they are. */
    public static final IntensityRange BYTE = new IntensityRange(0, 255);

    /**
     * @throws IllegalArgumentException unless both are finite and
     *           {@code min < max}
     */
    public IntensityRange {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max)
            throw new IllegalArgumentException("The intensity range " + min + ".." + max
                    + " is not usable: both ends must be finite and the first the smaller one.");
    }

    /**
     * Chooses the range that shows an image best:
     * <ul>
     * <li>ARGB: 0..255;</li>
     * <li>integers of up to 8 bits: all values of the type;</li>
     * <li>integers of 9 to 16 bits in colour (X,Y,3): all values of the type, so
     * that a photograph keeps its exposure;</li>
     * <li>everything else: the image's joint minimum and maximum, as a micrograph
     * rarely uses more than a part of its type's range. A constant image of value
     * v has the range v..v+1, which maps it to 0 and back to v.</li>
     * </ul>
     *
     * @param image (X,Y) or (X,Y,C), of ARGBType or a RealType
     * @return its range
     * @throws IllegalArgumentException if the image is of another type or
     *           dimensionality, or holds NaN or infinities
     */
    public static IntensityRange of(RandomAccessibleInterval<?> image) {
        ImageChecks.requireSupported(image);
        if (image.getType() instanceof ARGBType) return BYTE;
        RandomAccessibleInterval<? extends RealType<?>> real = ImageChecks.asReal(image);
        RealType<?> type = real.getType();
        if (type instanceof IntegerType && type.getBitsPerPixel() <= typeRangeBits(image))
            return new IntensityRange(type.getMinValue(), type.getMaxValue());
        return of(ImageChecks.Scan.of(real).requireFinite("image"));
    }

    /**
     * @param value in the image's own unit
     * @return the value on the scale 0..255
     */
    public double toUnit255(double value) {
        return (value - min) / (max - min) * 255;
    }

    /**
     * @param unit255 a value on the scale 0..255
     * @return the value in the image's own unit
     */
    public double fromUnit255(double unit255) {
        return min + unit255 / 255 * (max - min);
    }

    private static int typeRangeBits(RandomAccessibleInterval<?> image) {
        boolean color = image.numDimensions() == 3 && image.dimension(2) == 3;
        return color ? 16 : 8;
    }

    /** From the minimum to the maximum; v..v+1 if all values are v. */
    static IntensityRange of(ImageChecks.Scan scan) {
        double min = scan.min(), max = scan.max();
        return new IntensityRange(min, max > min ? max : min + Math.max(1, Math.ulp(min)));
    }
}
