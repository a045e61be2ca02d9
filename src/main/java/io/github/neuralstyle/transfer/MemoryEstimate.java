package io.github.neuralstyle.transfer;

import com.sun.management.OperatingSystemMXBean;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import java.lang.management.ManagementFactory;

/** What a run needs of the machine's memory, by the compact network's measure; larger networks need more. */
public final class MemoryEstimate {

    private static final double BASE = 0.4e9, PER_PIXEL = 900;

    private MemoryEstimate() {}

    /**
     * Rejects a size for which this machine has too little memory.
     *
     * @param width of the content image
     * @param height of the content image
     * @param size the longest side of the result
     * @throws IllegalArgumentException if the estimate is over the machine's memory, or an image is too narrow
     */
    public static void check(int width, int height, int size) {
        check(width, height, size, 1);
    }

    /** The same where several pictures of about this size are made at a time. */
    public static void check(int width, int height, int size, int pictures) {
        check(
                width,
                height,
                size,
                pictures,
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize());
    }

    /** The bytes that pictures of a size need, made at a time. */
    public static double needed(Size size, int pictures) {
        return BASE + PER_PIXEL * pictures * size.width() * size.height();
    }

    static void check(int width, int height, int size, int pictures, long available) {
        Size last = Pyramid.sizes(width, height, size, size).get(0);
        double pixels = (double) pictures * last.width() * last.height();
        double needed = needed(last, pictures);
        if (needed <= available) return;
        int max = (int) (size * Math.sqrt(Math.max(0, available - BASE) / PER_PIXEL / pixels));
        throw new IllegalArgumentException(String.format(
                java.util.Locale.ROOT,
                "size is %d; %s of %s pixels %s "
                        + "about %.0f GB of memory and this machine has %.0f GB: choose a size of at most %d.",
                size,
                pictures == 1 ? "a picture" : pictures + " pictures",
                last,
                pictures == 1 ? "needs" : "at a time need",
                needed / 1e9,
                available / 1e9,
                max));
    }
}
