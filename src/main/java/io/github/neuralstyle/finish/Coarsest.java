package io.github.neuralstyle.finish;

/**
 * The matches of a whole small picture by exact search. The score is d / (a mean |q|^2 + least d of the style's patch
 * to any patch of the picture), which prefers parts of the style that are not used yet (Granot et al. 2022, Drop the
 * GAN: in defense of patches nearest neighbors).
 */
final class Coarsest {

    private static final float ALPHA = 0.005f;

    /** Keeps the score finite where all is the same, in squared grey levels. */
    private static final float LEAST = 1e-3f;

    private static final int COMPONENTS = 20;

    private Coarsest() {}

    /** @return matches (height, width), centres of patches; those on the rim of the nearest whole patch */
    static int[] match(
            FinishOptions options, Source[] sources, byte[] picture, int width, int height, Workers workers) {
        StylePatches style = workers.make(() -> new StylePatches(sources, options.side()));
        PicturePatches patches = new PicturePatches(picture, width, height, options.side());
        PatchSpace space = workers.make(() -> PatchSpace.of(style, COMPONENTS));
        float[] projected = space.project(patches, workers), others = space.project(style, workers);
        PatchGroups queries = workers.make(() -> new PatchGroups(projected, space.components()));
        PatchGroups points = workers.make(() -> new PatchGroups(others, space.components()));
        float[] least = new float[style.count()], preference = new float[style.count()];
        ExactSearch.nearest(points, queries, null, least, workers);
        double square = 0;
        for (float value : projected) square += value * value;
        float constant = (float) (ALPHA * square / patches.count()) + LEAST;
        for (int i = 0; i < preference.length; i++)
            preference[i] = sources[Place.source(style.place(i))].preference() / (constant + least[i]);
        int[] nearest = ExactSearch.nearest(queries, points, preference, null, workers),
                matches = new int[width * height];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) matches[y * width + x] = style.place(nearest[patches.index(x, y)]);
        return matches;
    }
}
