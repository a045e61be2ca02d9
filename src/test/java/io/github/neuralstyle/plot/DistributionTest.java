package io.github.neuralstyle.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void wholeNumbersHaveABinEach() {
        List<Distribution> both = Distribution.of(new double[] {3, 3, 5, 4}, new double[] {6});
        assertArrayEquals(new double[] {0.5, 0.25, 0.25, 0}, both.get(0).shares());
        assertArrayEquals(new double[] {0, 0, 0, 1}, both.get(1).shares());
        assertArrayEquals(new double[] {0, 0.5, 0.75, 1, 1}, both.get(0).cumulative());
        assertEquals(2.5, both.get(0).edge(0));
        assertEquals(6.5, both.get(1).edge(4));
    }

    /** 0 to 255 in 64 bins of four, all as full. */
    @Test
    void binsOfManyWholeNumbersHoldEquallyMany() {
        Distribution one = Distribution.of(
                        IntStream.range(0, 256).asDoubleStream().toArray())
                .get(0);
        assertEquals(4, one.width());
        assertEquals(64, one.shares().length);
        for (double share : one.shares()) assertEquals(1 / 64.0, share);
    }

    @Test
    void fractions() {
        Distribution one = Distribution.of(new double[] {0, 0.24, 0.26, 1}).get(0);
        assertEquals(1.0 / Distribution.MAX_BINS, one.width());
        assertEquals(0.25, one.shares()[0]);
        assertEquals(0.25, one.shares()[Distribution.MAX_BINS - 1], "the largest value is in the last bin");
        assertEquals(1, Arrays.stream(one.shares()).sum(), 1e-12);
        assertArrayEquals(
                new double[] {1},
                Distribution.of(new double[] {0.5, 0.5}).get(0).shares());
    }

    @Test
    void largestValuesCanBeLeftOut() {
        Distribution one =
                Distribution.upTo(0.8, new double[] {0, 1, 2, 3, 4, 1000}).get(0);
        assertArrayEquals(new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0}, one.shares());
    }
}
