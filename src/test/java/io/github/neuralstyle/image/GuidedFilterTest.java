package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuidedFilterTest {

    /** A flat guide has no slope: the result is the mean of the means of windows. */
    @Test
    void aFlatGuide() {
        double[] values = new double[25];
        values[12] = 81;
        double[] smooth = new GuidedFilter(new double[25], 5, 5, 1, 1).smooth(values);
        assertEquals(9, smooth[12], 1e-9);
        // the corner sees the one window of four around it that holds the value: 9 of its own four's mean
        assertEquals(9 / 4.0, smooth[0], 1e-9);
    }

    @Test
    void noiseGoesAndAnEdgeOfTheGuideStays() {
        int width = 40, height = 30;
        Random random = new Random(1);
        double[] guide = new double[width * height], values = new double[width * height];
        for (int i = 0; i < guide.length; i++) {
            boolean left = i % width < 20;
            guide[i] = left ? 50 : 200;
            values[i] = (left ? 100 : 160) + 10 * random.nextGaussian();
        }
        double[] smooth = new GuidedFilter(guide, width, height, 3, 10).smooth(values);
        assertTrue(deviation(smooth, width, 0, 20, 100) < 4, "left " + deviation(smooth, width, 0, 20, 100));
        assertTrue(deviation(smooth, width, 20, 40, 160) < 4, "right " + deviation(smooth, width, 20, 40, 160));
    }

    private static double deviation(double[] values, int width, int from, int to, double mean) {
        return Math.sqrt(IntStream.range(0, values.length)
                .filter(i -> i % width >= from && i % width < to)
                .mapToDouble(i -> values[i] - mean)
                .map(d -> d * d)
                .average()
                .getAsDouble());
    }
}
