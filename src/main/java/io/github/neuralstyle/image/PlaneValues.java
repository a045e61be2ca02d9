package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.Samples;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * One plane or three planes of an image as a colour picture, and back: one ARGB plane, over white; one plane of numbers
 * as grey; or three as red, green and blue.
 */
public final class PlaneValues {

    private PlaneValues() {}

    /**
     * The picture of planes.
     *
     * @param planes one or three
     * @param ranges which values are 0 and 255 in each plane; others are clamped. Not used for ARGB.
     */
    public static Pixels read(List<RandomAccessibleInterval<?>> planes, List<IntensityRange> ranges) {
        if (planes.get(0).getType() instanceof ARGBType) return Pixels.of(planes.get(0));
        int width = (int) planes.get(0).dimension(0),
                height = (int) planes.get(0).dimension(1);
        float[] values = new float[3 * width * height];
        for (int c = 0; c < planes.size(); c++) {
            IntensityRange range = ranges.get(c);
            Cursor<?> cursor = Views.flatIterable(planes.get(c)).cursor();
            for (int i = c; i < values.length; i += 3) {
                values[i] = clamped(range.toUnit255(((RealType<?>) cursor.next()).getRealDouble()));
                if (planes.size() == 1) values[i + 1] = values[i + 2] = values[i];
            }
        }
        return new Pixels(width, height, values);
    }

    private static float clamped(double unit255) {
        return (float) Math.max(0, Math.min(255, unit255));
    }

    /**
     * Writes a picture into planes: a single one of numbers gets its luminance, 0.299 R + 0.587 G + 0.114 B.
     *
     * @param picture of the planes' size
     * @param alpha (height, width), how much of each pixel to take from the picture; where it is 0 nothing is written
     * @param ranges as for {@link #read}
     */
    public static void write(
            Pixels picture, float[] alpha, List<RandomAccessibleInterval<?>> planes, List<IntensityRange> ranges) {
        if (planes.get(0).getType() instanceof ARGBType) {
            writeArgb(picture, alpha, planes.get(0));
            return;
        }
        for (int c = 0; c < planes.size(); c++) {
            Cursor<?> cursor = Views.flatIterable(planes.get(c)).cursor();
            for (int i = 0; i < alpha.length; i++) {
                RealType<?> value = (RealType<?>) cursor.next();
                double painted =
                        planes.size() == 1 ? Planes.luminance(picture.values(), 3 * i) : picture.values()[3 * i + c];
                if (alpha[i] > 0)
                    set(value, mix(value.getRealDouble(), ranges.get(c).fromUnit255(painted), alpha[i]));
            }
        }
    }

    private static double mix(double old, double painted, float alpha) {
        return alpha == 1 ? painted : old + alpha * (painted - old);
    }

    private static void set(RealType<?> to, double value) {
        to.setReal(
                to instanceof IntegerType
                        ? Math.max(to.getMinValue(), Math.min(to.getMaxValue(), Math.rint(value)))
                        : value);
    }

    /** Opaque where it is written, as transparent pixels are mixed over white. */
    private static void writeArgb(Pixels picture, float[] alpha, RandomAccessibleInterval<?> plane) {
        Cursor<?> cursor = Views.flatIterable(plane).cursor();
        int[] rgb = new int[3];
        for (int i = 0; i < alpha.length; i++) {
            ARGBType pixel = (ARGBType) cursor.next();
            int old = pixel.get();
            for (int c = 0; c < 3; c++) {
                float value = Samples.overWhite(old >> 16 - 8 * c & 255, ARGBType.alpha(old));
                rgb[c] = (int) Math.rint(mix(value, picture.values()[3 * i + c], alpha[i]));
            }
            if (alpha[i] > 0) pixel.set(ARGBType.rgba(rgb[0], rgb[1], rgb[2], 255));
        }
    }
}
