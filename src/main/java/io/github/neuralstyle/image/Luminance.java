package io.github.neuralstyle.image;

import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** The luminance of colours as in ITU-R BT.601, of the values as they are stored. */
public final class Luminance {

    private static final double[] WEIGHTS = {0.299, 0.587, 0.114};

    private Luminance() {}

    /** Of three channels; one channel is its own luminance. */
    static double[] of(Planes image) {
        double[][] values = image.values();
        if (image.channels() == 1) return values[0];
        double[] luminance = new double[values[0].length];
        for (int i = 0; i < luminance.length; i++)
            for (int c = 0; c < 3; c++) luminance[i] += WEIGHTS[c] * values[c][i];
        return luminance;
    }

    /**
     * The colours of an image with another luminance and the same chroma, less where they would leave the type's range.
     *
     * @param scale a factor for all chroma
     */
    public static double[][] replace(
            Planes image, double[] luminance, double[] wanted, double scale, RealType<?> type) {
        boolean bounded = type instanceof IntegerType;
        double least = type.getMinValue(), most = type.getMaxValue();
        double[][] replaced = new double[3][luminance.length];
        for (int i = 0; i < luminance.length; i++) {
            double amount = scale;
            for (int c = 0; c < 3 && bounded; c++) {
                double chroma = image.values()[c][i] - luminance[i];
                if (wanted[i] + amount * chroma > most) amount = (most - wanted[i]) / chroma;
                else if (wanted[i] + amount * chroma < least) amount = (least - wanted[i]) / chroma;
            }
            for (int c = 0; c < 3; c++) replaced[c][i] = wanted[i] + amount * (image.values()[c][i] - luminance[i]);
        }
        return replaced;
    }
}
