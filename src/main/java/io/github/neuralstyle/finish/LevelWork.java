package io.github.neuralstyle.finish;

import java.util.List;

/**
 * What one level starts from.
 *
 * @param picture at its own size
 * @param sources the styles at this level
 * @param coarse matches of the coarser level, or of this one
 * @param coarseSources the styles there; only their sizes count
 * @param before the picture before of a series, or null
 */
record LevelWork(
        FinishOptions options,
        Level level,
        RowImage picture,
        Source[] sources,
        Positions coarse,
        Source[] coarseSources,
        FinishResult before) {

    /** Rounds of a level up to the size of the picture, and of a larger one. */
    static final int ROUNDS = 5, LARGER_ROUNDS = 2;

    /** The most pixels a side that a pixel of the picture is drawn as. */
    private static final int MOST_CELL = 16;

    /**
     * The side of patches where the picture is enlarged: at least so many pixels, as smaller ones do not hold strokes
     * together.
     */
    private static final int LARGER_SIDE = 5;

    /** How many pixels a side a pixel of the picture is drawn as. */
    int cell() {
        return (int) Math.max(1, Math.min(MOST_CELL, Math.round(enlarged(level, picture))));
    }

    private static double enlarged(Level level, RowImage picture) {
        return (double) level.longest() / Math.max(picture.width(), picture.height());
    }

    static int rounds(Level level, RowImage picture) {
        return isLarger(level, picture) ? LARGER_ROUNDS : ROUNDS;
    }

    private static boolean isLarger(Level level, RowImage picture) {
        return enlarged(level, picture) > 1.5;
    }

    /** How the level is repainted. */
    static FinishOptions options(FinishOptions options, Level level, RowImage picture, List<PatchStyle> styles) {
        FinishOptions larger = options.withSide(Math.max(options.side(), LARGER_SIDE));
        return isLarger(level, picture) && LevelSources.enough(styles, larger) ? larger : options;
    }

    /** Matches of all pixels, band by band; centres of patches, those on the rim of the nearest whole patch. */
    Positions match(int bandPixels, Workers workers) {
        int width = level.width(), height = level.height(), cell = cell(), rounds = rounds(level, picture);
        int halo = halo(), rows = ownRows(bandPixels);
        RowResampling resampling = new RowResampling(picture, width, height);
        List<Offsets> offsets =
                cell > 1 ? List.of() : Offsets.frequent(coarse, coarseSources, sources, options.radius());
        Positions matches = workers.make(() -> Positions.of(width, height));
        boolean done = false;
        try {
            for (int from = 0; from < height; from += rows) {
                int to = Math.min(height, from + rows);
                int around = workers.keep() ? 0 : halo,
                        low = Math.max(0, from - around) / cell * cell,
                        high = Math.min(height, (to + around + cell - 1) / cell * cell);
                Candidates candidates = coarser(low, high);
                int[] places = start(candidates, low, high, Band.START * (to - from) * width, workers);
                if (!workers.keep())
                    places = new Band(this, candidates, places, resampling, offsets, low, high, workers)
                            .match(from, to, rounds, workers);
                matches.write(from, to - from, places, (from - low) * width);
            }
            done = true;
            return matches;
        } finally {
            if (!done) matches.close();
        }
    }

    /** Where the rounds start: the matches of the coarser level, (high - low, width). */
    private int[] start(Candidates candidates, int low, int high, double effort, Workers workers) {
        int width = level.width(), height = level.height(), radius = options.radius();
        int[] places = new int[(high - low) * width];
        Band.rows(low, high, effort, workers, y -> {
            int inner = Math.max(radius, Math.min(height - 1 - radius, y));
            for (int x = 0; x < width; x++)
                places[(y - low) * width + x] =
                        candidates.start(Math.max(radius, Math.min(width - 1 - radius, x)), inner);
        });
        return places;
    }

    private int halo() {
        return Band.halo(rounds(level, picture), options.radius(), cell());
    }

    private int ownRows(int bandPixels) {
        return Math.max(2 * halo(), bandPixels / level.width());
    }

    /** The most rows of a band with those around it. */
    int bandRows(int bandPixels) {
        return ownRows(bandPixels) + 2 * (halo() + cell());
    }

    /** Where the coarser level suggests to look for some rows. */
    Candidates coarser(int low, int high) {
        return new Candidates(
                coarse, coarseSources, sources, options.radius(), level.width(), level.height(), low, high);
    }

    /** Where the picture before suggests to look, or null. */
    Candidates before(int low, int high) {
        if (before == null) return null;
        Source[] theirs = before.sources().stream()
                .map(origin -> origin.source(options.radius()))
                .toArray(Source[]::new);
        return new Candidates(
                before.positions(), theirs, sources, options.radius(), level.width(), level.height(), low, high);
    }
}
