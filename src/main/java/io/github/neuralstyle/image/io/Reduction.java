package io.github.neuralstyle.image.io;

/** How many pixels of a large file are read: with the average of what is left, a smaller picture is nearly the same. */
final class Reduction {

    /** About half a gigabyte while it is converted. */
    private static final long MOST_PIXELS = 16_000_000;

    /** Times the longest side that is wanted. */
    private static final int LEAST_RATIO = 2;

    private Reduction() {}

    /** Every how many columns and rows are read: as many as needed, but never leaving less than twice what is wanted. */
    static int step(long width, long height, int longest) {
        int step = 1;
        while (width * height / step / step > MOST_PIXELS
                && Math.max(width, height) / (step + 1) >= (long) LEAST_RATIO * longest) step++;
        return step;
    }
}
