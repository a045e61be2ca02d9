package io.github.neuralstyle.image;

import java.util.ArrayList;
import java.util.List;

/** The sizes at which a picture is made, from coarse to fine, each about a square root of two larger than the previous one. */
public final class Pyramid {

    /** The shortest side in pixels that networks of five blocks can take. */
    public static final int MIN_SIDE = 32;

    /** The width and height in pixels of one scale. */
    public record Size(int width, int height) {

        /** The size, of an image's proportions, with this longest side. */
        public static Size of(int width, int height, double longest) {
            double scale = longest / Math.max(width, height);
            return new Size(
                    Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
        }

        public int longest() {
            return Math.max(width, height);
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    private Pyramid() {}

    /** @throws IllegalArgumentException if an image's shortest side is under {@link #MIN_SIDE} */
    public static void requireMinSide(String role, int width, int height) {
        if (Math.min(width, height) < MIN_SIDE)
            throw new IllegalArgumentException("The " + role + " image of " + width + "x" + height
                    + " pixels is too small; its shortest side must be at least " + MIN_SIDE + " pixels.");
    }

    /**
     * The sizes, of the content image's proportions, from one whose longest side is about {@code coarsest} up to
     * {@code longest}.
     *
     * @throws IllegalArgumentException if the image's shortest side is under {@link #MIN_SIDE}, or the last one's shortest side would be under {@link #MIN_SIDE}
     */
    public static List<Size> sizes(int width, int height, int coarsest, int longest) {
        return sizes(width, height, coarsest, longest, 2);
    }

    /**
     * The same with another number of scales.
     *
     * @param perDoubling how many scales there are until a side is twice as long
     */
    public static List<Size> sizes(int width, int height, int coarsest, int longest, int perDoubling) {
        requireMinSide("content", width, height);
        Size last = Size.of(width, height, longest);
        if (Math.min(last.width, last.height) < MIN_SIDE)
            throw new IllegalArgumentException("The content image of " + width + "x" + height + " pixels would become "
                    + last + "; its shortest side must be at least "
                    + MIN_SIDE + " pixels: crop it, or choose a size of at least "
                    + (int) Math.ceil((double) MIN_SIDE * Math.max(width, height) / Math.min(width, height))
                    + ".");
        double wanted = perDoubling * doublings(coarsest, last.longest()),
                possible = perDoubling * doublings(MIN_SIDE, Math.min(last.width, last.height));
        int coarser = (int) Math.max(0, Math.min(Math.round(wanted), Math.floor(possible)));
        List<Size> sizes = new ArrayList<>();
        for (int i = coarser; i > 0; i--)
            sizes.add(Size.of(width, height, last.longest() / Math.pow(2, (double) i / perDoubling)));
        sizes.add(last);
        return sizes;
    }

    /**
     * The size, of an image's proportions, with a longest side; larger if the shortest side would be under
     * {@link #MIN_SIDE}, but never larger than the image.
     */
    public static Size shrunk(int width, int height, double longest) {
        int own = Math.max(width, height);
        double min = (double) MIN_SIDE * own / Math.min(width, height);
        return Size.of(width, height, Math.min(own, Math.max(min, longest)));
    }

    private static double doublings(int from, int to) {
        return Math.log((double) to / from) / Math.log(2);
    }
}
