package io.github.neuralstyle.image.stain;

import java.util.stream.IntStream;

/**
 * How much light the tissue takes from white, by the law of Beer and Lambert: {@code -ln(value / 255)}, in which stains add up.
 *
 * @param values (3, pixels): of red, green and blue; 0 for white, 5.5 for black
 * @param tissue (pixels): 1 in tissue, in the background less the lighter it is, 0 for white
 */
public record OpticalDensity(double[][] values, double[] tissue) {

    static final double WHITE = 255;

    private static final double DARKEST = 1;

    /**
     * Between these means of red, green and blue lies the threshold of tissue, where Otsu finds it; the larger one is that of
     * Macenko et al. (2009).
     */
    private static final double LEAST = 0.05, MOST = 0.15;

    /** Bins of the histogram for Otsu's threshold, from white to {@link #RANGE}. */
    private static final int BINS = 256;

    private static final double RANGE = 2;

    /** Less tissue says nothing of its colours: pixels, and the part of all. */
    private static final int LEAST_PIXELS = 16;

    private static final double LEAST_PART = 1e-3;

    /**
     * Tells tissue from background by the threshold of Otsu (1979).
     *
     * @param role what messages call the image
     * @param rgb (3, pixels), 0..255
     * @throws IllegalArgumentException if it is all background
     */
    public static OpticalDensity of(String role, double[][] rgb) {
        int n = rgb[0].length;
        double[][] values = new double[3][n];
        double[] mean = new double[n];
        for (int c = 0; c < 3; c++)
            for (int i = 0; i < n; i++) {
                values[c][i] = -Math.log(Math.max(DARKEST, rgb[c][i]) / WHITE);
                mean[i] += values[c][i] / 3;
            }
        double threshold = Math.max(LEAST, Math.min(MOST, otsu(mean)));
        double[] tissue = new double[n];
        for (int i = 0; i < n; i++) tissue[i] = Math.min(1, mean[i] / threshold);
        OpticalDensity density = new OpticalDensity(values, tissue);
        int found = density.tissuePixels().length;
        if (found < Math.max(LEAST_PIXELS, LEAST_PART * n))
            throw new IllegalArgumentException("The " + role + " is background: only " + found + " of its " + n
                    + " pixels are darker than a nearly white background; choose an image with stained tissue on a light "
                    + "background, or the mode channels.");
        return density;
    }

    /** The threshold between two classes of the largest variance between them (Otsu 1979). */
    static double otsu(double[] values) {
        double[] count = new double[BINS];
        for (double value : values) count[(int) Math.max(0, Math.min(BINS - 1, value / RANGE * BINS))]++;
        double all = 0, below = 0, belowSum = 0, best = -1;
        for (int bin = 0; bin < BINS; bin++) all += bin * count[bin];
        int threshold = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            below += count[bin];
            belowSum += bin * count[bin];
            double above = values.length - below;
            if (below == 0 || above == 0) continue;
            double apart = belowSum / below - (all - belowSum) / above;
            if (below * above * apart * apart > best) {
                best = below * above * apart * apart;
                threshold = bin + 1;
            }
        }
        return threshold * RANGE / BINS;
    }

    /** The indices of the pixels of tissue. */
    int[] tissuePixels() {
        return IntStream.range(0, tissue.length).filter(i -> tissue[i] == 1).toArray();
    }
}
