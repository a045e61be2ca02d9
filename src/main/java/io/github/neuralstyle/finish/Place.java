package io.github.neuralstyle.finish;

/** A pixel of a source as one number: 4 bits for the source, 14 each for y and x. */
public final class Place {

    /** How many sources and pixels a side can be told apart. */
    public static final int SOURCES = 16, SIDE = 1 << 14;

    private Place() {}

    public static int of(int source, int x, int y) {
        return source << 28 | y << 14 | x;
    }

    public static int source(int place) {
        return place >>> 28;
    }

    public static int x(int place) {
        return place & SIDE - 1;
    }

    public static int y(int place) {
        return place >>> 14 & SIDE - 1;
    }

    /** The pixel so many pixels to the right and down, which must be inside the source. */
    public static int shifted(int place, int dx, int dy) {
        return place + (dy << 14) + dx;
    }
}
