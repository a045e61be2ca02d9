package io.github.neuralstyle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.Pixels;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactSearchTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 4", "5, 63, 7", "700, 64, 3", "300, 2000, 16", "1500, 999, 24"})
    void findsWhatBruteForceFinds(int queryCount, int pointCount, int dimensions) {
        Random random = new Random(queryCount);
        float[] queries = points(random, queryCount, dimensions),
                points = points(random, pointCount, dimensions),
                preference = new float[pointCount];
        for (int i = 0; i < pointCount; i++) preference[i] = 0.1f + 3 * random.nextFloat();
        float[] least = new float[queryCount];
        int[] nearest;
        try (Workers workers = new Workers(2, FinishListener.NONE)) {
            nearest = ExactSearch.nearest(
                    new PatchGroups(queries, dimensions),
                    new PatchGroups(points, dimensions),
                    preference,
                    least,
                    workers);
        }
        for (int q = 0; q < queryCount; q++) {
            double best = Double.POSITIVE_INFINITY;
            for (int p = 0; p < pointCount; p++)
                best = Math.min(best, preference[p] * distance(queries, q, points, p, dimensions));
            assertEquals(
                    best,
                    preference[nearest[q]] * distance(queries, q, points, nearest[q], dimensions),
                    1e-3 * (1 + best));
            assertEquals(best, least[q], 1e-3 * (1 + best));
        }
    }

    /** Patches of 3x3 pixels have 27 numbers and lose nothing by their 27 components. */
    @Test
    void patchesMatchAsTheirPixelsDo() {
        Pixels style = Paint.waves(40, 30, 1), picture = Paint.waves(33, 21, 2);
        StylePatches all;
        PicturePatches wanted;
        int[] nearest;
        try (Workers workers = new Workers(1, FinishListener.NONE)) {
            all = new StylePatches(new Source[] {Source.of(PatchStyle.of(style), 0, Turn.NONE, 40, 30, 1, workers)}, 3);
            wanted =
                    new PicturePatches(new RowResampling(RowImage.of(picture), 33, 21).rows(0, 21, workers), 33, 21, 3);
            PatchSpace space = PatchSpace.of(all, 27);
            nearest = ExactSearch.nearest(
                    new PatchGroups(space.project(wanted, workers), 27),
                    new PatchGroups(space.project(all, workers), 27),
                    null,
                    null,
                    workers);
        }
        float[] query = new float[27], patch = new float[27];
        for (int q = 0; q < wanted.count(); q++) {
            wanted.read(q, query);
            double best = Double.POSITIVE_INFINITY;
            for (int p = 0; p < all.count(); p++) {
                all.read(p, patch);
                best = Math.min(best, distance(query, 0, patch, 0, 27));
            }
            all.read(nearest[q], patch);
            assertEquals(best, distance(query, 0, patch, 0, 27), 0.5);
        }
    }

    @Test
    void threadsDoNotMatter() {
        float[] queries = points(new Random(1), 900, 12), points = points(new Random(2), 1100, 12);
        int[][] nearest = new int[3][];
        for (int threads = 1, i = 0; threads <= 4; threads *= 2, i++)
            try (Workers workers = new Workers(threads, FinishListener.NONE)) {
                nearest[i] = ExactSearch.nearest(
                        new PatchGroups(queries, 12), new PatchGroups(points, 12), null, null, workers);
            }
        assertArrayEquals(nearest[0], nearest[1]);
        assertArrayEquals(nearest[0], nearest[2]);
    }

    private static float[] points(Random random, int count, int dimensions) {
        float[] points = new float[count * dimensions];
        for (int i = 0; i < points.length; i++) points[i] = (float) random.nextGaussian() * 20 / (1 + i % dimensions);
        return points;
    }

    private static double distance(float[] a, int i, float[] b, int j, int dimensions) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            double difference = a[i * dimensions + d] - b[j * dimensions + d];
            sum += difference * difference;
        }
        return sum;
    }
}
