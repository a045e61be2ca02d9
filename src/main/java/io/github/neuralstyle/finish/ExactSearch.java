package io.github.neuralstyle.finish;

import java.util.Arrays;

/**
 * Nearest neighbours without approximation, among points each of which has a preference: for a block of queries at a
 * time all distances to a group of points, by loops that the compiler vectorises, groups in the order of the
 * distances of their bounding boxes until no other can be better. Ties go to the first point in the order of the
 * groups, so that nothing else decides.
 */
final class ExactSearch {

    /** How much less than a distance a bound must be, relatively: they are rounded in different ways. */
    private static final float SLACK = 0.999f;

    /** Groups of queries in a block, and queries. */
    private static final int GROUPS = 4, BLOCK = GROUPS * PatchGroups.SIZE;

    private final PatchGroups queries, points;
    private final float[] preferences, leastPreference, least;
    private final int[] nearest;

    private ExactSearch(PatchGroups queries, PatchGroups points, float[] preference, float[] least) {
        this.queries = queries;
        this.points = points;
        this.least = least;
        nearest = new int[queries.points()];
        preferences = new float[points.points()];
        leastPreference = new float[points.groups()];
        Arrays.fill(leastPreference, Float.POSITIVE_INFINITY);
        for (int i = 0; i < preferences.length; i++) {
            preferences[i] = preference == null ? 1 : preference[points.order[i]];
            leastPreference[i / PatchGroups.SIZE] = Math.min(leastPreference[i / PatchGroups.SIZE], preferences[i]);
        }
    }

    /**
     * For each query the point with the least squared distance times preference.
     *
     * @param preference of each point, greater than 0; null for 1
     * @param least where the least products go, (queries), or null
     * @return (queries)
     */
    static int[] nearest(PatchGroups queries, PatchGroups points, float[] preference, float[] least, Workers workers) {
        ExactSearch search = new ExactSearch(queries, points, preference, least);
        workers.run((queries.groups() + GROUPS - 1) / GROUPS, effort(queries.points(), points.points()), block -> search
                .new Block(block)
                .search());
        return search.nearest;
    }

    /** What a search costs, in rounds of a pixel of {@link Band}. */
    static double effort(double queries, double points) {
        return 1.5e-3 * queries * points;
    }

    private final class Block {

        private final int dimensions = queries.dimensions, first, count, group, groupEnd;
        private final float[][] values = new float[dimensions][BLOCK];
        private final float[] norms = new float[BLOCK],
                best = new float[BLOCK],
                distances = new float[BLOCK],
                groupBest = new float[BLOCK];
        private final int[] at = new int[BLOCK];

        Block(int block) {
            first = block * BLOCK;
            count = Math.min(BLOCK, queries.points() - first);
            group = block * GROUPS;
            groupEnd = Math.min(group + GROUPS, queries.groups());
            for (int i = 0; i < count; i++) {
                norms[i] = queries.norms[first + i];
                for (int d = 0; d < dimensions; d++) values[d][i] = queries.values[(first + i) * dimensions + d];
            }
            Arrays.fill(best, 0, count, Float.POSITIVE_INFINITY);
        }

        void search() {
            long[] sorted = new long[points.groups()];
            for (int g = 0; g < sorted.length; g++)
                sorted[g] = (long) Float.floatToIntBits(
                                        points.between(g, queries, group, groupEnd) * leastPreference[g] * SLACK)
                                << 32
                        | g;
            Arrays.sort(sorted);
            for (long entry : sorted) {
                float worst = 0;
                for (int i = 0; i < count; i++) worst = Math.max(worst, best[i]);
                if (Float.intBitsToFloat((int) (entry >>> 32)) > worst) break;
                compare((int) entry);
            }
            for (int i = 0; i < count; i++) resolve(i);
        }

        private void compare(int g) {
            Arrays.fill(groupBest, Float.POSITIVE_INFINITY);
            for (int p = g * PatchGroups.SIZE; p < Math.min(points.points(), (g + 1) * PatchGroups.SIZE); p++) {
                System.arraycopy(norms, 0, distances, 0, BLOCK);
                for (int d = 0, v = p * dimensions; d < dimensions; d += 4, v += 4)
                    add(
                            -2 * points.values[v],
                            -2 * points.values[v + 1],
                            -2 * points.values[v + 2],
                            -2 * points.values[v + 3],
                            values[d],
                            values[d + 1],
                            values[d + 2],
                            values[d + 3],
                            distances);
                minimum(distances, points.norms[p], preferences[p], groupBest);
            }
            for (int i = 0; i < count; i++)
                if (groupBest[i] < best[i] || groupBest[i] == best[i] && g < at[i]) {
                    best[i] = groupBest[i];
                    at[i] = g;
                }
        }

        /** Finds the first point of the best group that has the least product. */
        private void resolve(int i) {
            int p = at[i] * PatchGroups.SIZE;
            while (p < points.points() - 1 && product(i, p) != best[i]) p++;
            nearest[queries.order[first + i]] = points.order[p];
            if (least != null) least[queries.order[first + i]] = best[i];
        }

        /** The same operations in the same order as those of the loops over a block. */
        private float product(int i, int p) {
            float distance = norms[i];
            for (int d = 0, v = p * dimensions; d < dimensions; d += 4, v += 4)
                distance += -2 * points.values[v] * values[d][i]
                        + -2 * points.values[v + 1] * values[d + 1][i]
                        + -2 * points.values[v + 2] * values[d + 2][i]
                        + -2 * points.values[v + 3] * values[d + 3][i];
            return Math.max(0, distance + points.norms[p]) * preferences[p];
        }
    }

    private static void add(
            float a, float b, float c, float d, float[] p, float[] q, float[] r, float[] s, float[] sums) {
        for (int i = 0; i < BLOCK; i++) sums[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
    }

    private static void minimum(float[] distances, float norm, float preference, float[] least) {
        for (int i = 0; i < BLOCK; i++) least[i] = Math.min(least[i], Math.max(0, distances[i] + norm) * preference);
    }
}
