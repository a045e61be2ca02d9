package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The values of an image, one channel after the other.
 *
 * @param values (channels, width * height), X fastest, in the image's own unit
 */
public record Planes(int width, int height, double[][] values) {

    /** The weights in the luminance of ITU-R BT.601, for values as they are stored. */
    public static final double RED = 0.299, GREEN = 0.587, BLUE = 0.114;

    /**
     * Copies the values of an image.
     *
     * @param role what messages call it, for instance "source"
     * @param image (X,Y) or (X,Y,C) of a RealType, or (X,Y) ARGB, which gives red, green and blue; its minimum may be
     *          anywhere
     * @throws IllegalArgumentException if it is another kind of image, is empty, or holds NaN or infinities
     */
    public static Planes of(String role, RandomAccessibleInterval<?> image) {
        ImageChecks.requirePlanes(role, image);
        int width = (int) image.dimension(0), height = (int) image.dimension(1);
        if (image.getType() instanceof ARGBType) return new Planes(width, height, ofArgb(ImageChecks.asArgb(image)));
        RandomAccessibleInterval<? extends RealType<?>> real = ImageChecks.asReal(image);
        long notFinite = 0;
        double[][] values = new double[image.numDimensions() == 2 ? 1 : (int) image.dimension(2)][width * height];
        for (int c = 0; c < values.length; c++) {
            Cursor<? extends RealType<?>> cursor =
                    Views.flatIterable(ImageChecks.plane(real, c)).cursor();
            for (int i = 0; i < values[c].length; i++) {
                values[c][i] = cursor.next().getRealDouble();
                if (!Double.isFinite(values[c][i])) notFinite++;
            }
        }
        new ImageChecks.Scan(0, 0, notFinite).requireFinite(role);
        return new Planes(width, height, values);
    }

    private static double[][] ofArgb(RandomAccessibleInterval<ARGBType> image) {
        double[][] values = new double[3][(int) (image.dimension(0) * image.dimension(1))];
        Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < values[0].length; i++) {
            int argb = cursor.next().get();
            values[0][i] = ARGBType.red(argb);
            values[1][i] = ARGBType.green(argb);
            values[2][i] = ARGBType.blue(argb);
        }
        return values;
    }

    public int channels() {
        return values.length;
    }

    /** The luminance of three channels, or the values of one, (width * height). */
    public double[] luminance() {
        if (channels() == 1) return values[0];
        double[] luminance = new double[values[0].length];
        for (int i = 0; i < luminance.length; i++)
            luminance[i] = RED * values[0][i] + GREEN * values[1][i] + BLUE * values[2][i];
        return luminance;
    }

    /** The luminance of the colour that begins at an index. */
    public static double luminance(float[] rgb, int i) {
        return RED * rgb[i] + GREEN * rgb[i + 1] + BLUE * rgb[i + 2];
    }

    /**
     * The colours with another luminance and the same chroma, less where they would leave the type's range.
     *
     * @param luminance of these colours
     * @param wanted the new one
     * @param scale a factor for all chroma
     * @param type of the values of the result
     */
    public double[][] withLuminance(double[] luminance, double[] wanted, double scale, RealType<?> type) {
        boolean bounded = type instanceof IntegerType;
        double min = type.getMinValue(), max = type.getMaxValue();
        double[][] replaced = new double[3][luminance.length];
        for (int i = 0; i < luminance.length; i++) {
            double amount = scale;
            for (int c = 0; c < 3 && bounded; c++) {
                double chroma = values[c][i] - luminance[i];
                if (wanted[i] + amount * chroma > max) amount = (max - wanted[i]) / chroma;
                else if (wanted[i] + amount * chroma < min) amount = (min - wanted[i]) / chroma;
            }
            for (int c = 0; c < 3; c++) replaced[c][i] = wanted[i] + amount * (values[c][i] - luminance[i]);
        }
        return replaced;
    }
}
