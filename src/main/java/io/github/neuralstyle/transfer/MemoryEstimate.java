package io.github.neuralstyle.transfer;

import com.sun.management.OperatingSystemMXBean;
import io.github.neuralstyle.image.Margin;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.Losses;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run needs of memory: the peak of the whole process, by a model that was fitted to runs of the command line; see
 * docs/performance.md.
 */
public final class MemoryEstimate {

    /** The system property with the most memory that a run may take, as 4G. */
    public static final String LIMIT = "neuralstyle.memory";

    /** The bytes of a finish's result in memory, and of one that is drawn, for each pixel. */
    public static final double IN_MEMORY = 48, DRAWN = 8;

    /** Java and TensorFlow with the graph; what nearest neighbours compare at a time; and Java alone. */
    private static final double BASE = 0.43e9, NEIGHBORS = 0.17e9, JAVA = 0.3e9;

    /** Of the features of the embedded network and their gradients, for each pixel with its margin. */
    private static final double NETWORK = 900;

    /** Where the network is computed tile by tile: its other graph; and pictures, and what optimizers keep of each pixel. */
    private static final double TILES = 0.25e9, PICTURE = 250;

    /** The sides of tiles, in pixels, and what halos add to them. */
    private static final int MAX_TILE = 2048, MIN_TILE = 128, TILE_STEP = 64, HALOS = 160;

    /** The part of the machine's memory, or of the container's, that a run may take where no limit is given. */
    private static final double PART = 0.9;

    private static final int MIN_SIZE = 64;

    private static final Pattern SIZE = Pattern.compile("([0-9]*[.]?[0-9]+) ?([MG])B?", Pattern.CASE_INSENSITIVE);

    private MemoryEstimate() {}

    /**
     * The bytes for pictures of the network, made at a time.
     *
     * @param losses names of {@link Losses}
     * @param width how many times as many channels the network has as the embedded one
     * @param tile the side of the tiles that it is computed by; {@link LossGraph#WHOLE} for none
     */
    public static double network(Size size, List<String> losses, double width, int pictures, int tile) {
        Size outer = Margin.around(size).outer();
        double pixels = (double) outer.width() * outer.height(), seen = pixels;
        if (tile != LossGraph.WHOLE)
            seen = (double) Math.min(outer.width(), tile + HALOS) * Math.min(outer.height(), tile + HALOS);
        double one = (NETWORK + Losses.memory(losses)) * width * seen
                + (tile == LossGraph.WHOLE ? 0 : TILES + PICTURE * pixels)
                + (Losses.hasNeighbors(losses) ? NEIGHBORS : 0);
        return BASE + pictures * one;
    }

    /**
     * The side of the tiles that a picture of the network is computed by: the largest of some with which it fits, else the
     * smallest; {@link LossGraph#WHOLE} if it fits as a whole.
     *
     * @param free bytes for the network
     */
    public static int tileSide(Size size, List<String> losses, double width, double free) {
        int tile = LossGraph.WHOLE;
        for (int side = MAX_TILE; network(size, losses, width, 1, tile) > free && side >= MIN_TILE; side -= TILE_STEP)
            tile = side;
        return tile;
    }

    /** The bytes for contents that are only resized. */
    public static double resized(Size result, int pictures) {
        return JAVA + IN_MEMORY * pictures * result.width() * result.height();
    }

    /** Rejects a size at which the network's features alone are too many. @throws IllegalArgumentException as the other one */
    public static void check(int width, int height, int size) {
        check(
                size,
                Size.of(width, height, size),
                1,
                longest -> network(Size.of(width, height, longest), List.of(), 1, 1, LossGraph.WHOLE));
    }

    /**
     * Rejects a size for which the memory does not suffice.
     *
     * @param size of the result, the longest side in pixels
     * @param picture its width and height
     * @param pictures made at a time
     * @param needed bytes, by the size
     * @throws IllegalArgumentException with the largest size that is possible
     */
    public static void check(int size, Size picture, int pictures, IntToDoubleFunction needed) {
        double limit = limit();
        String has = System.getProperty(LIMIT) == null
                ? String.format(Locale.ROOT, "%.1f GB of the %.1f GB here can be taken", limit / 1e9, machine() / 1e9)
                : String.format(Locale.ROOT, "the limit is %.1f GB", limit / 1e9);
        check(size, picture, pictures, needed, limit, has);
    }

    /** The most bytes that a run may take. */
    public static double limit() {
        String given = System.getProperty(LIMIT);
        return given == null ? PART * machine() : bytes(given);
    }

    private static double machine() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    static void check(int size, Size picture, int pictures, IntToDoubleFunction needed, double limit, String has) {
        double bytes = needed.applyAsDouble(size);
        if (bytes <= limit) return;
        double shape = (double) picture.longest() / Math.min(picture.width(), picture.height());
        int fits = 0,
                least = (int) Math.min(size, Math.max(MIN_SIZE, Math.ceil(shape * Pyramid.MIN_SIDE))),
                low = least,
                high = size;
        while (low < high) {
            int middle = (low + high) / 2;
            if (needed.applyAsDouble(middle) <= limit) low = (fits = middle) + 1;
            else high = middle;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "size is %d; %s of %s pixels %s about %.1f GB of memory, and %s: %s.",
                size,
                pictures == 1 ? "a picture" : pictures + " pictures",
                picture,
                pictures == 1 ? "needs" : "at a time need",
                bytes / 1e9,
                has,
                fits == 0
                        ? String.format(Locale.ROOT, "the smallest needs %.1f GB", needed.applyAsDouble(least) / 1e9)
                        : "choose a size of at most " + fits));
    }

    /** The bytes of a text such as 4G or 900M. @throws IllegalArgumentException if it is none */
    public static double bytes(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        double bytes = matcher.matches()
                ? Double.parseDouble(matcher.group(1)) * (matcher.group(2).equalsIgnoreCase("G") ? 1e9 : 1e6)
                : 0;
        if (bytes > 0) return bytes;
        throw new IllegalArgumentException("memory is " + text + "; it must be a number over 0 with M or G, as 4G.");
    }
}
