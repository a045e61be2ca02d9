package io.github.neuralstyle.finish;

import io.github.neuralstyle.util.Quotas;

/**
 * The matches of a whole small picture by exact search. The score is d / (a mean |q|^2 + least d of the style's patch
 * to any patch of the picture), which prefers parts of the style that are not used yet (Granot et al. 2022, Drop the
 * GAN: in defense of patches nearest neighbors). Each of several styles gets its share of the
 * picture, in areas of some strokes.
 */
final class Coarsest {

    private static final float ALPHA = 0.005f;

    /** Keeps the score finite where all is the same, in squared grey levels. */
    private static final float LEAST = 1e-3f;

    private static final int COMPONENTS = 20;

    /** What is near decides with a patch which style it has, so many pixels around. */
    private static final int AREA = 4;

    private Coarsest() {}

    /**
     * The matches.
     *
     * @param shares of the picture that the styles are to have, of the sum 1
     * @return (height, width), centres of patches; those on the rim of the nearest whole patch
     */
    static int[] match(
            FinishOptions options,
            Source[] sources,
            double[] shares,
            byte[] picture,
            int width,
            int height,
            Workers workers) {
        int side = options.side(), turns = sources.length / shares.length;
        PicturePatches patches = new PicturePatches(picture, width, height, side);
        PatchSpace space = workers.make(() -> PatchSpace.of(new StylePatches(sources, side), COMPONENTS));
        float[] projected = space.project(patches, workers);
        PatchGroups queries = workers.make(() -> new PatchGroups(projected, space.components()));
        double square = 0;
        for (float value : projected) square += value * value;
        float constant = (float) (ALPHA * square / patches.count()) + LEAST;
        int[][] places = new int[shares.length][];
        float[][] costs = new float[shares.length][patches.count()];
        for (int s = 0; s < shares.length; s++) {
            int from = s * turns;
            StylePatches style = workers.make(() -> new StylePatches(sources, from, from + turns, side));
            float[] others = space.project(style, workers), least = new float[style.count()];
            PatchGroups points = workers.make(() -> new PatchGroups(others, space.components()));
            ExactSearch.nearest(points, queries, null, least, workers);
            for (int i = 0; i < least.length; i++) least[i] = 1 / (constant + least[i]);
            places[s] = ExactSearch.nearest(queries, points, least, costs[s], workers);
            for (int i = 0; i < places[s].length; i++) {
                places[s][i] = style.place(places[s][i]);
                costs[s][i] = (float) Math.log(costs[s][i] + LEAST);
            }
        }
        int[] chosen = styles(costs, shares, width - side + 1), matches = new int[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int patch = patches.index(x, y);
                matches[y * width + x] = places[chosen[patch]][patch];
            }
        return matches;
    }

    /** The style of each patch: each style has its share, and areas of at least some strokes. */
    private static int[] styles(float[][] costs, double[] shares, int width) {
        if (shares.length == 1) return new int[costs[0].length];
        for (int s = 0; s < costs.length; s++) costs[s] = smooth(costs[s], width);
        return Quotas.divide(costs, Quotas.prices(costs, shares));
    }

    /** Means over squares. */
    private static float[] smooth(float[] values, int width) {
        int height = values.length / width;
        float[] means = new float[values.length];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                double sum = 0;
                int count = 0;
                for (int v = Math.max(0, y - AREA); v <= Math.min(height - 1, y + AREA); v++)
                    for (int u = Math.max(0, x - AREA); u <= Math.min(width - 1, x + AREA); u++, count++)
                        sum += values[v * width + u];
                means[y * width + x] = (float) (sum / count);
            }
        return means;
    }
}
