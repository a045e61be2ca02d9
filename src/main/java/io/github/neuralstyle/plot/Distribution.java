package io.github.neuralstyle.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The distribution of the values of a sample over equal bins.
 *
 * @param start of the first bin
 * @param width of each bin
 * @param shares the part of the values in each bin, (bins)
 */
public record Distribution(double start, double width, double[] shares) {

    /** More bins would draw noise. */
    static final int MAX_BINS = 64;

    /**
     * Counts samples in the same bins, from the minimum to the maximum. The bins of whole numbers hold equally
     * many of them.
     *
     * @param samples none of them empty
     */
    public static List<Distribution> of(double[]... samples) {
        return upTo(1, samples);
    }

    /**
     * Like {@link #of}, but the largest values are in no bin.
     *
     * @param part of the values, 0 to 1, that each sample has in the bins at least
     */
    public static List<Distribution> upTo(double part, double[]... samples) {
        double min = Stream.of(samples).flatMapToDouble(Arrays::stream).min().getAsDouble();
        double max = Stream.of(samples)
                .mapToDouble(sample -> quantile(sample, part))
                .max()
                .getAsDouble();
        boolean whole = Stream.of(samples).flatMapToDouble(Arrays::stream).allMatch(value -> value == Math.rint(value));
        double width = whole ? Math.ceil((max - min + 1) / MAX_BINS) : max > min ? (max - min) / MAX_BINS : 1;
        double start = whole ? min - 0.5 : min;
        int bins = Math.max(1, (int) Math.min(MAX_BINS, Math.ceil((max - start) / width)));
        return Stream.of(samples)
                .map(sample -> new Distribution(start, width, shares(sample, max, start, width, bins)))
                .toList();
    }

    private static double quantile(double[] sample, double part) {
        double[] ascending = sample.clone();
        Arrays.parallelSort(ascending);
        return ascending[(int) Math.ceil(part * (ascending.length - 1))];
    }

    private static double[] shares(double[] sample, double max, double start, double width, int bins) {
        double[] shares = new double[bins];
        for (double value : sample) if (value <= max) shares[(int) Math.min(bins - 1, (value - start) / width)]++;
        for (int bin = 0; bin < bins; bin++) shares[bin] /= sample.length;
        return shares;
    }

    /** The edge of the bins with this many below it. */
    public double edge(int below) {
        return start + below * width;
    }

    /** The part of the values below each edge, (bins + 1). */
    public double[] cumulative() {
        double[] below = new double[shares.length + 1];
        System.arraycopy(shares, 0, below, 1, shares.length);
        Arrays.parallelPrefix(below, Double::sum);
        return below;
    }
}
