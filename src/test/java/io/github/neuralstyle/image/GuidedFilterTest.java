package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuidedFilterTest {

    /** By hand: an edge so high that all variance is noise leaves the mean of the means of windows. */
    @Test
    void withoutEdges() {
        double[] values = new double[25];
        values[12] = 81;
        double[] smooth = GuidedFilter.smooth(values, 5, 5, 1, 1e9);
        assertEquals(9, smooth[12], 1e-9);
        // the corner has four windows, of which that around its diagonal neighbour holds the value
        assertEquals(9 / 4.0, smooth[0], 1e-9);
    }

    @Test
    void noiseGoesAndAnEdgeStays() {
        int width = 40, height = 30;
        Random random = new Random(1);
        double[] values = new double[width * height];
        for (int i = 0; i < values.length; i++) values[i] = (i % width < 20 ? 100 : 160) + 3 * random.nextGaussian();
        double[] smooth = GuidedFilter.smooth(values, width, height, 3, 6);
        assertTrue(deviation(smooth, width, 0, 20, 100) < 1.8, "left " + deviation(smooth, width, 0, 20, 100));
        assertTrue(deviation(smooth, width, 20, 40, 160) < 1.8, "right " + deviation(smooth, width, 20, 40, 160));
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
