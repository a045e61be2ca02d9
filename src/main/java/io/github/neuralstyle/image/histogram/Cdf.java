package io.github.neuralstyle.image.histogram;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * The cumulative distribution of values counted in equal bins, linear within each. The bins are centred on the smallest
 * value, the largest and those between, so that a value shared by many has the mean of their ranks.
 *
 * @param min the smallest value
 * @param max the largest value, over the smallest
 * @param below the part of the values below each edge of the bins, (bins + 1)
 */
record Cdf(double min, double max, double[] below) {

    /** The part of a bin that is left free at its ends, so that rounding to whole values stays within the bin. */
    private static final double END = 1e-6;

    /** Of values that are not all equal; whole values never get more bins than there are values between their ends. */
    static Cdf of(double[] values, int bins) {
        DoubleSummaryStatistics statistics = Arrays.stream(values).summaryStatistics();
        double min = statistics.getMin(), max = statistics.getMax();
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        Cdf cdf = new Cdf(min, max, new double[1 + (whole ? (int) Math.min(bins, max - min + 1) : bins)]);
        for (double value : values) cdf.below[1 + cdf.bin(value)]++;
        Arrays.parallelPrefix(cdf.below, Double::sum);
        Arrays.setAll(cdf.below, edge -> cdf.below[edge] / values.length);
        return cdf;
    }

    /** The part of the values below a value, 0 to 1. */
    double rank(double value) {
        int bin = bin(value);
        return below[bin] + (at(value) - bin) * (below[bin + 1] - below[bin]);
    }

    /** The value below which a part of the values lies, within a bin that holds some. */
    double quantile(double rank) {
        int low = 0, high = bins() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (below[middle + 1] < rank) low = middle + 1;
            else high = middle;
        }
        double part = (rank - below[low]) / (below[low + 1] - below[low]);
        double at = low + Math.max(END, Math.min(1 - END, part));
        return Math.max(min, Math.min(max, min + (at - 0.5) * width()));
    }

    private int bins() {
        return below.length - 1;
    }

    private double width() {
        return (max - min) / (bins() - 1);
    }

    private double at(double value) {
        return (value - min) / width() + 0.5;
    }

    private int bin(double value) {
        return (int) Math.min(bins() - 1, at(value));
    }
}
