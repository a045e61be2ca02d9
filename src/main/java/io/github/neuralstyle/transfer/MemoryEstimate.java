package io.github.neuralstyle.transfer;

import com.sun.management.OperatingSystemMXBean;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import java.lang.management.ManagementFactory;

/** What a run needs of the machine's memory, by the compact network's measure; larger networks need more. */
public final class MemoryEstimate {

    private static final double BASE = 0.4e9, PER_PIXEL = 900;

    /** What the finish needs for bands of rows and styles, and for each pixel of its result in memory or drawn. */
    private static final double FINISH = 0.1e9;

    public static final double IN_MEMORY = 48, DRAWN = 8;

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

    /**
     * The same for results that a finish makes of the network's pictures.
     *
     * @param networkSize the longest side of the network's pictures
     * @param perPixel {@link #IN_MEMORY} or {@link #DRAWN}
     */
    public static void check(int width, int height, int networkSize, int size, int pictures, double perPixel) {
        check(width, height, networkSize, pictures);
        long available = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        Size network = Size.of(width, height, networkSize), result = Size.of(width, height, size);
        double base = needed(network, pictures) + FINISH, needed = needed(network, result, pictures, perPixel);
        refuse(size, result, pictures, needed, available, base, perPixel);
    }

    /** The same for contents that are only resized. */
    public static void checkResized(int width, int height, int size, int pictures) {
        Size result = Size.of(width, height, size);
        long available = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        refuse(size, result, pictures, resized(result, pictures), available, BASE, IN_MEMORY);
    }

    /** The bytes that contents that are only resized need. */
    public static double resized(Size result, int pictures) {
        return BASE + IN_MEMORY * pictures * result.width() * result.height();
    }

    /** The bytes that pictures with a finish need, made at a time. */
    public static double needed(Size network, Size result, int pictures, double perPixel) {
        return needed(network, pictures) + FINISH + perPixel * pictures * result.width() * result.height();
    }

    static void check(int width, int height, int size, int pictures, long available) {
        Size last = Pyramid.sizes(width, height, size, size).get(0);
        refuse(size, last, pictures, needed(last, pictures), available, BASE, PER_PIXEL);
    }

    private static void refuse(
            int size, Size last, int pictures, double needed, double available, double base, double perPixel) {
        if (needed <= available) return;
        double pixels = (double) pictures * last.width() * last.height();
        int max = (int) (size * Math.sqrt(Math.max(0, available - base) / perPixel / pixels));
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
