package io.github.neuralstyle.image.io;

/** How many pixels of a large file are read: with the average of what is left, a smaller picture is nearly the same. */
final class Subsampling {

    /** Files of cameras are read whole; of larger ones about so much as takes a quarter of a gigabyte. */
    private static final long LARGE = 25_000_000, MAX_PIXELS = 8_000_000;

    /** Times the longest side that is wanted. */
    private static final int MIN_RATIO = 2;

    private Subsampling() {}

    /** Every how many columns and rows are read: as many as needed, but never leaving less than twice what is wanted. */
    static int step(long width, long height, int longest) {
        int step = 1;
        if (width * height <= LARGE) return step;
        while (width * height / step / step > MAX_PIXELS
                && Math.max(width, height) / (step + 1) >= (long) MIN_RATIO * longest) step++;
        return step;
    }
}
