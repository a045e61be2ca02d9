package io.github.neuralstyle.finish;

/** Paints a row with the pixels of matched patches. */
public final class Vote {

    private final Source[] sources;
    private final int radius, width, height, low, high;
    private final int[] weights;
    private final boolean copies;

    /**
     * @param deviation of the Gaussian by which what patches say is weighted, in pixels; 0 copies from
     *         the centres alone
     * @param low first row of the matches
     * @param high row after their last
     */
    Vote(Source[] sources, int side, float deviation, int width, int height, int low, int high) {
        this.sources = sources;
        this.width = width;
        this.height = height;
        this.low = low;
        this.high = high;
        radius = side / 2;
        copies = deviation == 0;
        weights = weights(side, deviation);
    }

    /** The weights of what the patches over a pixel say, (side, side), by a Gaussian; only the centre's if that is 0 wide. */
    public static int[] weights(int side, double deviation) {
        int[] weights = new int[side * side];
        for (int i = 0; i < weights.length; i++) {
            int dx = i % side - side / 2, dy = i / side - side / 2, square = dx * dx + dy * dy;
            weights[i] = square == 0 ? 1024 : (int) Math.round(1024 * Math.exp(-square / (2 * deviation * deviation)));
        }
        return weights;
    }

    /**
     * @param matches (rows from low, width), centres of patches; those on the rim are those of the
     *         nearest whole patch
     */
    void paint(int y, int[] matches, byte[] painted) {
        for (int x = 0; x < width; x++) {
            int cx = inner(x, width), cy = inner(y, height), at = 3 * ((y - low) * width + x);
            if (copies) copy(matches[(cy - low) * width + cx], x - cx, y - cy, painted, at);
            else mean(x, y, matches, painted, at);
        }
    }

    private void copy(int match, int dx, int dy, byte[] painted, int at) {
        Source source = sources[Place.source(match)];
        int from = 3 * ((Place.y(match) + dy) * source.width() + Place.x(match) + dx);
        painted[at] = source.rgb()[from];
        painted[at + 1] = source.rgb()[from + 1];
        painted[at + 2] = source.rgb()[from + 2];
    }

    private void mean(int x, int y, int[] matches, byte[] painted, int at) {
        int r = 0, g = 0, b = 0, sum = 0;
        int top = Math.max(Math.max(low, radius), y - radius),
                bottom = Math.min(Math.min(high, height - radius) - 1, y + radius);
        int left = Math.max(radius, x - radius), right = Math.min(width - radius - 1, x + radius);
        for (int cy = top; cy <= bottom; cy++)
            for (int cx = left; cx <= right; cx++) {
                int match = matches[(cy - low) * width + cx];
                int weight = weights[(cy - y + radius) * (2 * radius + 1) + cx - x + radius];
                Source source = sources[match >>> 28];
                int from = 3 * ((Place.y(match) + y - cy) * source.width() + Place.x(match) + x - cx);
                byte[] rgb = source.rgb();
                r += weight * (rgb[from] & 0xff);
                g += weight * (rgb[from + 1] & 0xff);
                b += weight * (rgb[from + 2] & 0xff);
                sum += weight;
            }
        painted[at] = (byte) ((2 * r + sum) / (2 * sum));
        painted[at + 1] = (byte) ((2 * g + sum) / (2 * sum));
        painted[at + 2] = (byte) ((2 * b + sum) / (2 * sum));
    }

    private int inner(int at, int size) {
        return Math.max(radius, Math.min(size - 1 - radius, at));
    }
}
