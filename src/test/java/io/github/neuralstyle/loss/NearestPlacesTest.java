package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestPlacesTest {

    private static final int CHANNELS = 12;

    @Test
    void asFoundOneByOne() {
        float[] places = Features.rectified(40, 20, CHANNELS, 1).values();
        float[] queries = Features.rectified(30, 9, CHANNELS, 2).values();
        assertArrayEquals(oneByOne(queries, places), nearest(queries, places));
    }

    /** More than one piece: 2,100 rows by 16,000 places are over 2^24 products. */
    @Test
    void inPieces() {
        float[] places = Features.rectified(160, 100, 4, 1).values();
        float[] queries = Features.rectified(70, 30, 4, 2).values();
        try (NearestPlaces nearest = new NearestPlaces(places, 4)) {
            int[] found = nearest.of(queries);
            assertEquals(2100, found.length);
            float[][] q = rows(queries, 4), p = rows(places, 4);
            for (int i = 0; i < found.length; i += 97) {
                double best = -1;
                for (float[] row : p) best = Math.max(best, dot(q[i], row));
                assertEquals(best, dot(q[i], p[found[i]]), 1e-6);
            }
        }
    }

    @Test
    void byDistanceAsFoundOneByOne() {
        float[] places = Features.rectified(40, 20, CHANNELS, 1).values();
        float[] queries = Features.rectified(30, 9, CHANNELS, 2).values();
        int[] expected = new int[queries.length / CHANNELS];
        for (int i = 0; i < expected.length; i++)
            for (int j = 1; j < places.length / CHANNELS; j++)
                if (distance(queries, i, places, j) < distance(queries, i, places, expected[i])) expected[i] = j;
        try (NearestPlaces nearest = NearestPlaces.byDistance(places, CHANNELS)) {
            assertArrayEquals(expected, nearest.of(queries));
            assertArrayEquals(IntStream.range(0, 800).toArray(), nearest.of(places));
        }
    }

    private static double distance(float[] a, int i, float[] b, int j) {
        double sum = 0;
        for (int c = 0; c < CHANNELS; c++) sum += Math.pow(a[i * CHANNELS + c] - (double) b[j * CHANNELS + c], 2);
        return sum;
    }

    @Test
    void cosinesOfTheNearest() {
        float[] places = Features.rectified(40, 20, CHANNELS, 1).values();
        float[] queries = Features.rectified(30, 9, CHANNELS, 2).values();
        float[] cosines = new float[270];
        try (NearestPlaces nearest = new NearestPlaces(places, CHANNELS)) {
            int[] found = nearest.of(queries, cosines);
            float[][] q = rows(queries, CHANNELS), p = rows(places, CHANNELS);
            for (int i = 0; i < found.length; i++) assertEquals(dot(q[i], p[found[i]]), cosines[i], 1e-5);
        }
    }

    @Test
    void aShuffledStyleGivesTheSamePlaces() {
        Features style = Features.rectified(30, 20, CHANNELS, 1), shuffled = style.shuffled();
        float[] queries = Features.rectified(15, 20, CHANNELS, 2).values();
        int[] found = nearest(queries, style.values()), other = nearest(queries, shuffled.values());
        for (int i = 0; i < found.length; i++)
            for (int c = 0; c < CHANNELS; c++)
                assertEquals(style.values()[found[i] * CHANNELS + c], shuffled.values()[other[i] * CHANNELS + c]);
    }

    @Test
    void aPlaceIsItsOwnNearest() {
        float[] places = Features.rectified(20, 20, CHANNELS, 3).values();
        assertArrayEquals(IntStream.range(0, 400).toArray(), nearest(places, places));
    }

    /** All are equally near: the first, and no not-a-number. */
    @Test
    void constantPlaces() {
        float[] places = Features.constant(5, 5, CHANNELS, 3).values();
        float[] queries = Features.rectified(4, 4, CHANNELS, 3).values();
        assertArrayEquals(new int[16], nearest(queries, places));
    }

    private static int[] nearest(float[] queries, float[] places) {
        try (NearestPlaces nearest = new NearestPlaces(places, CHANNELS)) {
            return nearest.of(queries);
        }
    }

    private static int[] oneByOne(float[] queries, float[] places) {
        float[][] p = rows(places, CHANNELS);
        return IntStream.range(0, queries.length / CHANNELS)
                .map(i -> {
                    float[] query = rows(queries, CHANNELS)[i];
                    int best = 0;
                    for (int j = 1; j < p.length; j++) if (dot(query, p[j]) > dot(query, p[best])) best = j;
                    return best;
                })
                .toArray();
    }

    /** Less their mean, of length 1. */
    private static float[][] rows(float[] features, int channels) {
        int count = features.length / channels;
        double[] mean = new double[channels];
        for (int i = 0; i < features.length; i++) mean[i % channels] += features[i] / (double) count;
        float[][] rows = new float[count][channels];
        for (int i = 0; i < count; i++) {
            double squares = 0;
            for (int c = 0; c < channels; c++)
                squares += Math.pow(rows[i][c] = (float) (features[i * channels + c] - mean[c]), 2);
            for (int c = 0; c < channels; c++) rows[i][c] /= (float) Math.sqrt(squares);
        }
        return rows;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
        return sum;
    }
}
