package io.github.neuralstyle.finish;

/** Where the matches of another level, or of a picture before, suggest to look. */
final class Candidates {

    private final Source[] sources;
    private final int theirWidth, theirHeight, radius, firstRow;
    private final int[] places, columns, rows;
    /** Where their pixels lie in this level. */
    private final double[] anchorX, anchorY;
    /** (sources), how much larger each source is than in their level. */
    private final double[] across, down;

    /**
     * @param matches of a whole picture, centres of patches
     * @param theirs the sources of those matches; only their sizes count
     * @param width of the level
     * @param from first row of the level that they are asked for
     * @param to row after the last
     */
    Candidates(
            Positions matches, Source[] theirs, Source[] sources, int radius, int width, int height, int from, int to) {
        this.radius = radius;
        this.sources = sources;
        theirWidth = matches.width();
        theirHeight = matches.height();
        columns = nearest(width, theirWidth);
        rows = nearest(height, theirHeight);
        anchorX = anchors(theirWidth, width);
        anchorY = anchors(theirHeight, height);
        across = new double[sources.length];
        down = new double[sources.length];
        for (int s = 0; s < sources.length; s++) {
            across[s] = (double) sources[s].width() / theirs[s].width();
            down[s] = (double) sources[s].height() / theirs[s].height();
        }
        firstRow = Math.max(0, Math.min(theirHeight - 1 - radius, rows[from] - 2));
        int count = Math.min(theirHeight, Math.max(radius, rows[to - 1] + 2) + 1) - firstRow;
        places = new int[count * theirWidth];
        matches.read(firstRow, count, places);
    }

    private static int[] nearest(int size, int theirs) {
        int[] nearest = new int[size];
        for (int i = 0; i < size; i++) nearest[i] = (int) ((2L * i + 1) * theirs / (2L * size));
        return nearest;
    }

    /** What is to be taken from a place, so that rounding down rounds to the nearest pixel. */
    private static double[] anchors(int theirs, int size) {
        double[] anchors = new double[theirs];
        for (int i = 0; i < theirs; i++) anchors[i] = (i + 0.5) * size / theirs - 0.5 - 1e-9;
        return anchors;
    }

    /**
     * What a pixel of theirs near a pixel suggests for it: the place that its match has at this level, as far from it
     * as the pixel is.
     *
     * @param dx how many of their pixels to the right
     * @param dy and down
     * @return -1 if there is none, or not at an allowed centre
     */
    int at(int x, int y, int dx, int dy) {
        int tx = inner(columns[x] + dx, theirWidth), ty = inner(rows[y] + dy, theirHeight);
        int place = places[(ty - firstRow) * theirWidth + tx];
        if (place == -1) return -1;
        int s = Place.source(place);
        int sx = (int) ((Place.x(place) + 0.5) * across[s] + x - anchorX[tx]),
                sy = (int) ((Place.y(place) + 0.5) * down[s] + y - anchorY[ty]);
        return sources[s].allows(sx, sy) ? Place.of(s, sx, sy) : -1;
    }

    /** As {@link #at} for their nearest pixel, but the nearest centre that is allowed. */
    int start(int x, int y) {
        int tx = inner(columns[x], theirWidth), ty = inner(rows[y], theirHeight);
        int place = places[(ty - firstRow) * theirWidth + tx], s = Place.source(place);
        double sx = (Place.x(place) + 0.5) * across[s] + x - anchorX[tx],
                sy = (Place.y(place) + 0.5) * down[s] + y - anchorY[ty];
        return sources[s].nearest(s, (int) sx, (int) sy);
    }

    private int inner(int at, int size) {
        return Math.max(radius, Math.min(size - 1 - radius, at));
    }
}
