package io.github.neuralstyle.imagej.imagej1;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.neuralstyle.image.Axis;
import java.util.EnumSet;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Compares an image of ImgLib2 with one of ImageJ 1, its pixels and its calibration. */
public final class SamePixels {

    /**
     * What the positions along an axis stand for.
     *
     * @param first what the position 0 stands for
     * @param second what 1 does
     * @param unit null for none
     */
    public record AxisScale(double first, double second, String unit) {

        /** As an image is calibrated. */
        public static AxisScale of(ImagePlus image, Axis axis) {
            Calibration calibration = image.getCalibration();
            return switch (axis) {
                case X -> linear(calibration.xOrigin, calibration.pixelWidth, calibration.getXUnit());
                case Y -> linear(calibration.yOrigin, calibration.pixelHeight, calibration.getYUnit());
                case Z -> linear(calibration.zOrigin, calibration.pixelDepth, calibration.getZUnit());
                case TIME -> linear(0, calibration.frameInterval, calibration.getTimeUnit());
                default -> linear(0, 1, null);
            };
        }

        private static AxisScale linear(double origin, double step, String unit) {
            return new AxisScale(origin, origin + step, unit);
        }
    }

    private final RandomAccessibleInterval<?> image;
    private final List<Axis> axes;
    private final ImagePlus window;
    private final int colors;

    private SamePixels(RandomAccessibleInterval<?> image, List<Axis> axes, ImagePlus window) {
        this.image = Views.zeroMin(image);
        this.axes = axes;
        this.window = window;
        colors = window.getType() == ImagePlus.COLOR_RGB ? 3 : 1;
    }

    /**
     * Whether an image is as ImageJ2 takes one of ImageJ 1: of the same sizes, the same values of the same 8, 16 or 32 bits, or
     * three channels of bytes for 24 bits. Of a virtual stack only the shown slice is compared, which is in memory.
     *
     * @param axes what each dimension stands for
     * @param shownOnly whether to compare only the values of the shown slice
     */
    public static boolean test(
            RandomAccessibleInterval<?> image, List<Axis> axes, ImagePlus window, boolean shownOnly) {
        SamePixels same = new SamePixels(image, axes, window);
        return same.types() && same.sizes() && same.values(shownOnly);
    }

    private boolean types() {
        Object type = image.getType();
        return switch (window.getType()) {
            case ImagePlus.GRAY8, ImagePlus.COLOR_RGB -> type instanceof UnsignedByteType;
            case ImagePlus.GRAY16 -> type instanceof UnsignedShortType;
            case ImagePlus.GRAY32 -> type instanceof FloatType;
            default -> false;
        };
    }

    private boolean sizes() {
        long pixels = 1;
        for (int d = 0; d < axes.size(); d++) {
            if (image.dimension(d) != length(axes.get(d))) return false;
            pixels *= image.dimension(d);
        }
        return EnumSet.copyOf(axes).size() == axes.size()
                && pixels == (long) window.getWidth() * window.getHeight() * window.getStackSize() * colors;
    }

    private int length(Axis axis) {
        return switch (axis) {
            case X -> window.getWidth();
            case Y -> window.getHeight();
            case CHANNEL -> window.getNChannels() * colors;
            case Z -> window.getNSlices();
            case TIME -> window.getNFrames();
            case OTHER -> 0;
        };
    }

    private boolean values(boolean shownOnly) {
        ImageStack stack = window.getStack();
        if (shownOnly || stack.isVirtual()) return values(window.getCurrentSlice(), window.getProcessor());
        for (int i = 1; i <= stack.size(); i++) if (!values(i, stack.getProcessor(i))) return false;
        return true;
    }

    private boolean values(int index, ImageProcessor slice) {
        int[] position = window.convertIndexToPosition(index);
        for (int c = 0; c < colors; c++) {
            ImageProcessor plane = slice instanceof ColorProcessor color ? color.getChannel(c + 1, null) : slice;
            if (!values(plane(colors == 1 ? position[0] - 1 : c, position[1] - 1, position[2] - 1), plane))
                return false;
        }
        return true;
    }

    private RandomAccessibleInterval<?> plane(int channel, int z, int time) {
        RandomAccessibleInterval<?> plane = image;
        for (int d = axes.size() - 1; d >= 0; d--)
            plane = switch (axes.get(d)) {
                case CHANNEL -> Views.hyperSlice(plane, d, channel);
                case Z -> Views.hyperSlice(plane, d, z);
                case TIME -> Views.hyperSlice(plane, d, time);
                default -> plane;
            };
        return axes.indexOf(Axis.X) < axes.indexOf(Axis.Y) ? plane : Views.permute(plane, 0, 1);
    }

    private static boolean values(RandomAccessibleInterval<?> plane, ImageProcessor slice) {
        int i = 0;
        for (Object value : Views.flatIterable(plane))
            if (Float.compare(((RealType<?>) value).getRealFloat(), slice.getf(i++)) != 0) return false;
        return true;
    }
}
