package io.github.neuralstyle.finish;

import io.github.neuralstyle.finish.RowResampling.Taps;
import io.github.neuralstyle.image.Mask;

/**
 * One style laid one way, at the size of one level.
 *
 * @param rgb (height, width, 3), 0..255
 * @param centres (height, width), the centres of patches that are allowed; null if all that are wholly
 *         inside the image are
 */
record Source(int style, Turn turn, int width, int height, byte[] rgb, boolean[] centres, int radius) {

    /** The largest number of pixels of which three bytes each fit into an array. */
    static final long MOST_PIXELS = (Integer.MAX_VALUE - 8) / 3;

    /** The style at a size, one for each turn. */
    static Source of(PatchStyle style, int index, Turn turn, int width, int height, int radius, Workers workers) {
        byte[] rgb = new RowResampling(style.image(), width, height).rows(0, height, workers);
        return workers.make(() -> of(style, index, turn, width, height, radius, rgb));
    }

    private static Source of(PatchStyle style, int index, Turn turn, int width, int height, int radius, byte[] rgb) {
        boolean[] centres = style.allowed() == null ? null : centres(style.allowed(), width, height, radius);
        int w = turn.width(width, height), h = turn.height(width, height);
        if (turn != Turn.NONE) {
            byte[] turned = new byte[rgb.length];
            boolean[] turnedCentres = centres == null ? null : new boolean[centres.length];
            for (int y = 0, i = 0; y < h; y++)
                for (int x = 0; x < w; x++, i++) {
                    int from = turn.original(x, y, width, height);
                    System.arraycopy(rgb, 3 * from, turned, 3 * i, 3);
                    if (centres != null) turnedCentres[i] = centres[from];
                }
            rgb = turned;
            centres = turnedCentres;
        }
        return new Source(index, turn, w, h, rgb, centres, radius);
    }

    /** Its size alone, when its pixels are no longer needed. */
    Source size() {
        return new Source(style, turn, width, height, null, null, radius);
    }

    /** Whether a patch with this centre may be used. */
    boolean allows(int x, int y) {
        return x >= radius
                && y >= radius
                && x < width - radius
                && y < height - radius
                && (centres == null || centres[y * width + x]);
    }

    /**
     * The allowed centre nearest to a pixel, which may be outside: by rows and columns, the larger difference counts.
     */
    int nearest(int index, int x, int y) {
        int nx = Math.max(radius, Math.min(width - radius - 1, x)),
                ny = Math.max(radius, Math.min(height - radius - 1, y));
        for (int d = 0; d < Math.max(width, height); d++)
            for (int dy = -d; dy <= d; dy++)
                for (int dx = -d; dx <= d; dx += Math.abs(dy) == d ? 1 : 2 * d)
                    if (allows(nx + dx, ny + dy)) return Place.of(index, nx + dx, ny + dy);
        throw new IllegalStateException("No patch of a style may be used.");
    }

    /** How many patches may be used. */
    int patches() {
        int count = 0;
        if (centres == null) return Math.max(0, width - 2 * radius) * Math.max(0, height - 2 * radius);
        for (boolean centre : centres) if (centre) count++;
        return count;
    }

    /** The centres of patches all of whose pixels come from inside only. */
    static boolean[] centres(Mask mask, int width, int height, int radius) {
        boolean[] wide = all(mask.inside(), mask.width(), mask.height(), Taps.of(mask.width(), width), true);
        boolean[] pixels = all(wide, width, mask.height(), Taps.of(mask.height(), height), false);
        boolean[] across = all(pixels, width, height, windows(width, radius), true);
        return all(across, width, height, windows(height, radius), false);
    }

    private static Taps windows(int size, int radius) {
        int[] first = new int[size];
        float[][] weights = new float[size][];
        for (int i = 0; i < size; i++) {
            boolean whole = i >= radius && i < size - radius;
            first[i] = whole ? i - radius : 0;
            weights[i] = whole ? new float[2 * radius + 1] : null;
        }
        return new Taps(first, weights);
    }

    /** Whether all the pixels are inside that count for a pixel of each new line; false where a line has no weights. */
    private static boolean[] all(boolean[] inside, int width, int height, Taps taps, boolean rows) {
        int to = taps.first().length, newWidth = rows ? to : width, newHeight = rows ? height : to;
        boolean[] all = new boolean[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++)
            for (int x = 0; x < newWidth; x++) {
                int line = rows ? x : y;
                boolean in = taps.weights()[line] != null;
                for (int k = 0; in && k < taps.weights()[line].length; k++)
                    in = inside[rows ? y * width + taps.first()[line] + k : (taps.first()[line] + k) * width + x];
                all[y * newWidth + x] = in;
            }
        return all;
    }
}
