package io.github.neuralstyle.image.stain;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Two vectors of which the densities of tissue are non-negative, sparse sums, by turns of amounts and vectors. */
final class SparseFactors {

    /**
     * The weight of the sum of the amounts against the squared error of the density, in root mean squares of the density: so
     * that pale and dark slides are treated alike, and few enough that the vectors are not drawn together.
     */
    private static final double PENALTY = 0.02;

    /** At most, of pixels; others change nothing but the time. */
    private static final int PIXELS = 20_000;

    private static final int TURNS = 200;

    /** Degrees of a turn after which no further one is needed. */
    private static final double SETTLED = 1e-4;

    private SparseFactors() {}

    /** @param start (2, 3), of the length 1; not changed */
    static double[][] of(OpticalDensity density, double[][] start) {
        int[] tissue = density.tissuePixels();
        int every = 1 + (tissue.length - 1) / PIXELS;
        int[] pixels = IntStream.range(0, (tissue.length + every - 1) / every)
                .map(i -> tissue[i * every])
                .toArray();
        double[][] vectors = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
        double penalty = PENALTY * rootMeanSquare(density, pixels);
        for (int turn = 0; turn < TURNS; turn++) {
            double[][] before = Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
            improve(vectors, density, pixels, penalty);
            if (Math.max(StainVectors.degrees(before[0], vectors[0]), StainVectors.degrees(before[1], vectors[1]))
                    < SETTLED) break;
        }
        return vectors;
    }

    private static double rootMeanSquare(OpticalDensity density, int[] pixels) {
        double sum = 0;
        for (int p : pixels) for (double[] color : density.values()) sum += color[p] * color[p];
        return Math.sqrt(sum / pixels.length);
    }

    /** The best amounts for the vectors, then for these amounts each vector in turn. */
    private static void improve(double[][] vectors, OpticalDensity density, int[] pixels, double penalty) {
        double[] amounts = new double[2];
        double[][] products = new double[2][2], sums = new double[2][3];
        for (int p : pixels) {
            StainVectors.solve(vectors, density, p, penalty, amounts);
            for (int s = 0; s < 2; s++) {
                for (int t = 0; t < 2; t++) products[s][t] += amounts[s] * amounts[t];
                for (int c = 0; c < 3; c++) sums[s][c] += amounts[s] * density.values()[c][p];
            }
        }
        for (int s = 0; s < 2; s++) {
            if (products[s][s] == 0) continue;
            for (int c = 0; c < 3; c++)
                vectors[s][c] = Math.max(0, (sums[s][c] - vectors[1 - s][c] * products[s][1 - s]) / products[s][s]);
            vectors[s] = StainVectors.unit(vectors[s]);
        }
    }
}
