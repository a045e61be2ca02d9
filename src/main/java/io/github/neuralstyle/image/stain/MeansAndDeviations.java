package io.github.neuralstyle.image.stain;

import io.github.neuralstyle.image.CieLab;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Values with the means and standard deviations of others, channel by channel (Reinhard et al. 2001, Color transfer between
 * images). Where values would leave their range they are clipped, and the map is corrected until the clipped values have the
 * wanted means and deviations.
 */
public final class MeansAndDeviations {

    /** Corrections at most, and the error at which there are no further ones. */
    private static final int CORRECTIONS = 50;

    private static final double ENOUGH = 0.05;

    /** Deviations below this part of a grey level are those of one value. */
    private static final double CONSTANT = 1e-3;

    /** A correction stretches values by no more than this, over what the deviations say. */
    private static final double MOST_STRETCHED = 4;

    private MeansAndDeviations() {}

    /**
     * Colours with the means and deviations of others in CIELAB, in tissue; a light background changes the less the lighter
     * it is, and white stays white.
     *
     * @param source (3, pixels), sRGB 0..255
     * @param template (3, pixels), sRGB 0..255
     * @return (3, pixels), sRGB 0..255
     * @throws IllegalArgumentException if one of them is all background or of one colour
     */
    public static double[][] ofColors(double[][] source, double[][] template) {
        double[] tissue = OpticalDensity.of("source", source).tissue(),
                wanted = OpticalDensity.of("template", template).tissue();
        return CieLab.toRgb(match(
                CieLab.fromRgb(source),
                tissue,
                CieLab.fromRgb(template),
                wanted,
                lab -> CieLab.fromRgb(CieLab.toRgb(lab))));
    }

    /**
     * Grey values with the mean and deviation of others.
     *
     * @param clip rounds and clips values to those of the result
     * @throws IllegalArgumentException if one of them has one value only
     */
    public static double[][] ofValues(double[] source, double[] template, UnaryOperator<double[][]> clip) {
        double[] all = new double[source.length], wanted = new double[template.length];
        Arrays.fill(all, 1);
        Arrays.fill(wanted, 1);
        return match(new double[][] {source}, all, new double[][] {template}, wanted, clip);
    }

    private static double[][] match(
            double[][] source,
            double[] weights,
            double[][] template,
            double[] templateWeights,
            UnaryOperator<double[][]> clip) {
        double[][] own = moments("source", source, weights), wanted = moments("template", template, templateWeights);
        int channels = source.length;
        double[] mean = new double[channels], scale = new double[channels];
        for (int c = 0; c < channels; c++) {
            mean[c] = wanted[c][0];
            scale[c] = own[c][1] == 0 ? 1 : wanted[c][1] / own[c][1];
        }
        double[] most = Arrays.stream(scale).map(s -> s * MOST_STRETCHED).toArray();
        double[][] best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= CORRECTIONS && least > ENOUGH; i++) {
            double[][] mapped = clip.apply(mapped(source, weights, own, mean, scale));
            double error = 0;
            for (int c = 0; c < channels; c++) {
                double[] got = moments(mapped[c], weights);
                double deviation = own[c][1] == 0 ? got[1] : wanted[c][1];
                error = Math.max(error, Math.max(Math.abs(got[0] - wanted[c][0]), Math.abs(got[1] - deviation)));
                mean[c] += wanted[c][0] - got[0];
                if (got[1] > 0) scale[c] = Math.min(most[c], scale[c] * deviation / got[1]);
            }
            if (error < least) {
                least = error;
                best = mapped;
            }
        }
        return best;
    }

    private static double[][] mapped(
            double[][] source, double[] weights, double[][] own, double[] mean, double[] scale) {
        double[][] mapped = new double[source.length][source[0].length];
        for (int c = 0; c < mapped.length; c++)
            for (int i = 0; i < mapped[c].length; i++) {
                double full = mean[c] + scale[c] * (source[c][i] - own[c][0]);
                mapped[c][i] = source[c][i] + weights[i] * (full - source[c][i]);
            }
        return mapped;
    }

    /** The mean and deviation of each channel, (channels, 2). */
    private static double[][] moments(String role, double[][] values, double[] weights) {
        double[][] moments =
                Arrays.stream(values).map(one -> moments(one, weights)).toArray(double[][]::new);
        if (Arrays.stream(moments).allMatch(one -> one[1] == 0))
            throw new IllegalArgumentException("The " + role + " has one " + (values.length == 1 ? "value" : "colour")
                    + " only, so that it has no deviations to match; choose another image, or the mode channels.");
        return moments;
    }

    /** Where the weight is 1. */
    private static double[] moments(double[] values, double[] weights) {
        double sum = 0, squares = 0, n = 0;
        for (int i = 0; i < values.length; i++) {
            if (weights[i] < 1) continue;
            n++;
            sum += values[i];
        }
        double mean = sum / n;
        for (int i = 0; i < values.length; i++) if (weights[i] == 1) squares += (values[i] - mean) * (values[i] - mean);
        double deviation = Math.sqrt(squares / n);
        return new double[] {mean, deviation < CONSTANT ? 0 : deviation};
    }
}
