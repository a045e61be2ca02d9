package io.github.neuralstyle.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.measure.PlaceComparison.Places;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** By hand, with places on a line or a plane; whole images are measured in {@link ComparisonTest}. */
class PlaceComparisonTest {

    private static Places line(float... values) {
        return new Places(values, values.length, 1);
    }

    @Test
    void distancesFromTheNearestInBothDirections() {
        Places result = line(0, 1, 1, 5), style = line(1, 3);
        assertEquals((1 + 0 + 0 + 4) / 4.0, PlaceComparison.distance(result, style), 1e-6);
        assertEquals((0 + 4) / 2.0, PlaceComparison.distance(style, result), 1e-6);
        assertEquals(1, PlaceComparison.spread(style.features(), 1));
    }

    /** The cosine, which matches places elsewhere, knows no lengths. */
    @Test
    void lengthsCount() {
        Places result = new Places(new float[] {1, 1}, 1, 2), style = new Places(new float[] {9, 9, 1, 0}, 2, 2);
        assertEquals(1, PlaceComparison.distance(result, style), 1e-6);
    }

    @Test
    void aStyleWithoutVarietyHasNoSpread() {
        assertTrue(Double.isNaN(PlaceComparison.spread(new float[] {3, 3, 3.00001f}, 1)));
    }

    @Test
    void similaritiesAreCosinesOfPairsLessTheMean() {
        Places places = new Places(new float[] {3, 1, 1, 1, 2, 2, 2, 0}, 2, 2);
        assertArrayEquals(new float[] {-1, 0, 0, 0, 0, -1}, PlaceComparison.similarities(places), 1e-6f);
    }

    @Test
    void theLayoutIsOfAGridOfMeans() {
        assertArrayEquals(
                new float[] {0, 1, 2, 3, 4, 5}, PlaceComparison.grid(new Places(new float[] {0, 1, 2, 3, 4, 5}, 3, 1)));
        float[] values = new float[48 * 64];
        for (int i = 0; i < values.length; i++) values[i] = i;
        float[] means = PlaceComparison.grid(new Places(values, 64, 1));
        assertEquals(24 * 32, means.length);
        assertEquals((0 + 1 + 64 + 65) / 4f, means[0]);
        assertEquals((62 + 63 + 126 + 127) / 4f, means[31]);
        float[] shared = PlaceComparison.grid(line(new float[33]));
        assertEquals(32, shared.length);
    }

    @Test
    void cellsShareTheirPlaces() {
        float[] values = new float[48];
        for (int i = 0; i < 48; i++) values[i] = i;
        float[] means = PlaceComparison.grid(line(values));
        assertArrayEquals(new float[] {0.5f, 1.5f, 3.5f, 4.5f}, Arrays.copyOf(means, 4));
    }

    @Test
    void correlations() {
        float[] a = new float[500], b = new float[500];
        Random random = new Random(1);
        for (int i = 0; i < a.length; i++) {
            a[i] = random.nextFloat();
            b[i] = 3 - 2 * a[i];
        }
        assertEquals(1, PlaceComparison.correlation(a, a));
        assertEquals(-1, PlaceComparison.correlation(a, b), 1e-6);
        assertEquals(0.5, PlaceComparison.correlation(new float[] {1, 2, 3}, new float[] {1, 3, 2}), 1e-6);
        assertTrue(Double.isNaN(PlaceComparison.correlation(a, new float[500])));
    }
}
