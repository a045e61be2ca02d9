package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The values of an image, one channel after the other.
 *
 * @param values (channels, width * height), X fastest, in the image's own unit
 */
public record Planes(int width, int height, double[][] values) {

    /**
     * Copies the values of an image.
     *
     * @param role what messages call it, for instance "source"
     * @param image (X,Y) or (X,Y,C) of a RealType, or (X,Y) ARGB, which gives red, green and blue; its minimum may be
     *          anywhere
     * @throws IllegalArgumentException if it is none of them, is empty, or holds NaN or infinities
     */
    public static Planes of(String role, RandomAccessibleInterval<?> image) {
        ImageChecks.requirePlanes(role, image);
        int width = (int) image.dimension(0), height = (int) image.dimension(1);
        if (image.getType() instanceof ARGBType) return new Planes(width, height, ofArgb(ImageChecks.asArgb(image)));
        RandomAccessibleInterval<? extends RealType<?>> real = ImageChecks.asReal(image);
        ImageChecks.requireFinite(role, real);
        double[][] values = new double[image.numDimensions() == 2 ? 1 : (int) image.dimension(2)][width * height];
        for (int c = 0; c < values.length; c++) {
            Cursor<? extends RealType<?>> cursor =
                    Views.flatIterable(ImageChecks.plane(real, c)).cursor();
            for (int i = 0; i < values[c].length; i++)
                values[c][i] = cursor.next().getRealDouble();
        }
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

    /** The luminance 0.299 R + 0.587 G + 0.114 B of three channels, the values of one, (width * height). */
    public double[] luminance() {
        return Luminance.of(this);
    }
}
