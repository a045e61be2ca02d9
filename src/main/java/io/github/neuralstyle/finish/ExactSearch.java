package io.github.neuralstyle.finish;

import java.util.Arrays;

/**
 * Nearest neighbours without approximation, among points each of which has a preference: for a block of queries groups of
 * points in the order of the distances of their bounding boxes, until no other can be better; of each group all distances
 * to those queries of the block for which its box is near enough, by loops that the compiler vectorises. Ties go to the
 * first point in the order of the groups, so that nothing else decides.
 */
final class ExactSearch {

    /** How much less than a distance a bound must be, relatively: they are rounded in different ways. */
    private static final float SLACK = 0.999f;

    /** Queries are compared in multiples of this number, for wide registers. */
    private static final int LANES = 32;

    /** Groups of queries in a block, and queries. */
    private static final int GROUPS = 8, BLOCK = GROUPS * PatchGroups.SIZE;

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
        return 0.8e-3 * queries * points;
    }

    private final class Block {

        private final int dimensions = queries.dimensions, first, count, group, groupEnd;
        private final float[][] values = new float[dimensions][BLOCK];
        private final float[] norms = new float[BLOCK], best = new float[BLOCK];
        private final int[] at = new int[BLOCK];

        /** Of the queries that are compared with a group. */
        private final int[] near = new int[BLOCK];

        private final float[][] nearValues = new float[dimensions][BLOCK];
        private final float[] nearNorms = new float[BLOCK],
                bounds = new float[BLOCK],
                distances = new float[BLOCK],
                groupBest = new float[BLOCK];

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
                compare((int) entry, select((int) entry));
            }
            for (int i = 0; i < count; i++) resolve(i);
        }

        /** Takes the queries that a point of a group may be nearest to. @return how many */
        private int select(int g) {
            Arrays.fill(bounds, 0);
            for (int d = 0, box = g * dimensions; d < dimensions; d++, box++)
                addOutside(values[d], points.low[box], points.high[box], bounds);
            float factor = leastPreference[g] * SLACK;
            int selected = 0;
            for (int i = 0; i < count; i++) if (bounds[i] * factor <= best[i]) near[selected++] = i;
            for (int k = 0; k < selected; k++) nearNorms[k] = norms[near[k]];
            for (int d = 0; d < dimensions; d++) {
                float[] from = values[d], to = nearValues[d];
                for (int k = 0; k < selected; k++) to[k] = from[near[k]];
            }
            return selected;
        }

        private void compare(int g, int selected) {
            if (selected == 0) return;
            int n = (selected + LANES - 1) / LANES * LANES;
            Arrays.fill(groupBest, 0, n, Float.POSITIVE_INFINITY);
            for (int p = g * PatchGroups.SIZE; p < Math.min(points.points(), (g + 1) * PatchGroups.SIZE); p++) {
                System.arraycopy(nearNorms, 0, distances, 0, n);
                for (int d = 0, v = p * dimensions; d < dimensions; d += 4, v += 4)
                    add(
                            -2 * points.values[v],
                            -2 * points.values[v + 1],
                            -2 * points.values[v + 2],
                            -2 * points.values[v + 3],
                            nearValues[d],
                            nearValues[d + 1],
                            nearValues[d + 2],
                            nearValues[d + 3],
                            distances,
                            n);
                minimum(distances, points.norms[p], preferences[p], groupBest, n);
            }
            for (int k = 0; k < selected; k++) {
                int i = near[k];
                if (groupBest[k] < best[i] || groupBest[k] == best[i] && g < at[i]) {
                    best[i] = groupBest[k];
                    at[i] = g;
                }
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
            float a, float b, float c, float d, float[] p, float[] q, float[] r, float[] s, float[] sums, int n) {
        for (int i = 0; i < n; i++) sums[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
    }

    private static void minimum(float[] distances, float norm, float preference, float[] least, int n) {
        for (int i = 0; i < n; i++) least[i] = Math.min(least[i], Math.max(0, distances[i] + norm) * preference);
    }

    private static void addOutside(float[] values, float low, float high, float[] sums) {
        for (int i = 0; i < BLOCK; i++) {
            float outside = Math.max(0, Math.max(low - values[i], values[i] - high));
            sums[i] += outside * outside;
        }
    }
}
