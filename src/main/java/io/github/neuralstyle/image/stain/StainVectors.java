package io.github.neuralstyle.image.stain;

import Jama.Matrix;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The colours of two stains in optical density. The first is the one that takes more red: of haematoxylin and eosin,
 * haematoxylin.
 *
 * @param vectors (2, 3): of red, green and blue, of the length 1
 * @param amounts (2): of each stain, that which 99 % of the tissue does not exceed
 */
public record StainVectors(double[][] vectors, double[] amounts) {

    /** The quantile of the angles between which the tissue's colours are, and of its amounts of stain. */
    private static final double EXTREME = 0.01;

    /** Stains nearer than this many degrees cannot be told apart. */
    private static final double APART = 5;

    /**
     * The colours at the ends of the range of angles, in the plane of the largest densities (Macenko et al. 2009, A method
     * for normalizing histology slides for quantitative analysis).
     *
     * @param role what messages call the image
     * @throws IllegalArgumentException if all tissue has one colour
     */
    public static StainVectors macenko(String role, OpticalDensity density) {
        return measured(role, angles(density), density);
    }

    /**
     * The colours of which the tissue is made with the sparsest amounts: non-negative factors of the optical density
     * (Vahadane et al. 2016, Structure-preserving color normalization and sparse stain separation for histological images),
     * from those of {@link #macenko} on, without random numbers.
     *
     * @param role what messages call the image
     * @throws IllegalArgumentException if all tissue has one colour
     */
    public static StainVectors vahadane(String role, OpticalDensity density) {
        return measured(role, SparseFactors.of(density, angles(density)), density);
    }

    private static double[][] angles(OpticalDensity density) {
        int[] tissue = density.tissuePixels();
        Matrix moments = new Matrix(3, 3);
        for (int p : tissue)
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 3; j++)
                    moments.set(i, j, moments.get(i, j) + density.values()[i][p] * density.values()[j][p]);
        double[][] axes = moments.eig().getV().transpose().getArray();
        double[] main = turned(axes[2]), other = axes[1];
        double[] angles = Arrays.stream(tissue)
                .mapToDouble(p -> Math.atan2(dot(other, density, p), dot(main, density, p)))
                .sorted()
                .toArray();
        int end = (int) (EXTREME * (angles.length - 1));
        return new double[][] {at(angles[end], main, other), at(angles[angles.length - 1 - end], main, other)};
    }

    /** The axis to the side of positive densities. */
    private static double[] turned(double[] axis) {
        return Arrays.stream(axis).sum() < 0
                ? Arrays.stream(axis).map(value -> -value).toArray()
                : axis;
    }

    /** The colour in a direction of a plane; negative densities are noise. */
    private static double[] at(double angle, double[] main, double[] other) {
        return unit(IntStream.range(0, 3)
                .mapToDouble(c -> Math.max(0, Math.cos(angle) * main[c] + Math.sin(angle) * other[c]))
                .toArray());
    }

    static double[] unit(double[] vector) {
        double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        return Arrays.stream(vector).map(x -> x / length).toArray();
    }

    private static StainVectors measured(String role, double[][] found, OpticalDensity density) {
        double[][] vectors = found[0][0] >= found[1][0] ? found : new double[][] {found[1], found[0]};
        if (degrees(vectors[0], vectors[1]) < APART)
            throw new IllegalArgumentException(
                    "The " + role + " has tissue of one colour only, in which no two stains can be told apart; choose "
                            + "an image with two stains, or the mode reinhard.");
        double[][] amounts = new StainVectors(vectors, null).amounts(density);
        double[] usual = new double[2];
        int[] tissue = density.tissuePixels();
        for (int s = 0; s < 2; s++) {
            double[] stain = amounts[s];
            double[] sorted =
                    Arrays.stream(tissue).mapToDouble(p -> stain[p]).sorted().toArray();
            usual[s] = sorted[(int) ((1 - EXTREME) * (sorted.length - 1))];
        }
        return new StainVectors(vectors, usual);
    }

    /** The angle between two vectors of the length 1. */
    public static double degrees(double[] one, double[] other) {
        double cos = IntStream.range(0, 3).mapToDouble(c -> one[c] * other[c]).sum();
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cos))));
    }

    /** How much of each stain is in each pixel, (2, pixels), none negative. */
    double[][] amounts(OpticalDensity density) {
        double[][] amounts = new double[2][density.tissue().length];
        double[] one = new double[2];
        for (int p = 0; p < amounts[0].length; p++) {
            solve(vectors, density, p, 0, one);
            amounts[0][p] = one[0];
            amounts[1][p] = one[1];
        }
        return amounts;
    }

    /**
     * The two non-negative amounts with which a pixel's density is met best.
     *
     * @param penalty for the sum of the amounts
     * @param amounts (2), receives them
     */
    static void solve(double[][] vectors, OpticalDensity density, int pixel, double penalty, double[] amounts) {
        double first = dot(vectors[0], density, pixel) - penalty, second = dot(vectors[1], density, pixel) - penalty;
        double cos = IntStream.range(0, 3)
                .mapToDouble(c -> vectors[0][c] * vectors[1][c])
                .sum();
        amounts[0] = (first - cos * second) / (1 - cos * cos);
        amounts[1] = (second - cos * first) / (1 - cos * cos);
        if (amounts[0] >= 0 && amounts[1] >= 0) return;
        boolean one = first > second;
        amounts[0] = one ? Math.max(0, first) : 0;
        amounts[1] = one ? 0 : Math.max(0, second);
    }

    private static double dot(double[] vector, OpticalDensity density, int pixel) {
        double[][] values = density.values();
        return vector[0] * values[0][pixel] + vector[1] * values[1][pixel] + vector[2] * values[2][pixel];
    }

    /**
     * The colours of an image in these stains instead of its own; amounts are scaled so that the usual ones are equal.
     *
     * @param own of the image
     * @return (3, pixels), 0..255
     */
    double[][] recolor(OpticalDensity image, StainVectors own) {
        double[][] amounts = own.amounts(image), rgb = new double[3][image.tissue().length];
        for (int c = 0; c < 3; c++)
            for (int p = 0; p < rgb[c].length; p++) {
                double density = 0;
                for (int s = 0; s < 2; s++) density += vectors[s][c] * amounts[s][p] * this.amounts[s] / own.amounts[s];
                rgb[c][p] = OpticalDensity.WHITE * Math.exp(-density);
            }
        return rgb;
    }

    /** The red, green and blue of the usual amount of a stain, 0..255. */
    public double[] color(int stain) {
        return Arrays.stream(vectors[stain])
                .map(density -> OpticalDensity.WHITE * Math.exp(-density * amounts[stain]))
                .toArray();
    }

    /** A vector as numbers, separated by blanks. */
    public String text(int stain) {
        return String.format(Locale.ROOT, "%.4f %.4f %.4f", vectors[stain][0], vectors[stain][1], vectors[stain][2]);
    }

    /** A table as CSV, with a row for each stain. @param images by their names */
    public static String csv(Map<String, StainVectors> images) {
        StringBuilder csv = new StringBuilder("image,stain,red,green,blue,amount\n");
        images.forEach((name, stains) -> {
            for (int s = 0; s < 2; s++)
                csv.append(String.format(
                        Locale.ROOT,
                        "\"%s\",%d,%s,%.4f\n",
                        name.replace("\"", "\"\""),
                        s + 1,
                        stains.text(s).replace(' ', ','),
                        stains.amounts[s]));
        });
        return csv.toString();
    }
}
