package io.github.neuralstyle.finish;

import java.nio.file.Path;

/** A place of a source ({@link Place}) for each pixel of a picture. */
public interface Positions extends AutoCloseable {

    int width();

    int height();

    /** Copies rows from {@code y} on into an array (rows, width) from its beginning. */
    void read(int y, int rows, int[] places);

    /** Copies rows from an array (rows, width), from {@code from} on. */
    void write(int y, int rows, int[] places, int from);

    /** Frees what it holds; it must not be used any more. */
    @Override
    default void close() {}

    /** The most pixels that are kept in memory. */
    int MOST_IN_MEMORY = 1 << 25;

    /** In memory if there are few, or else in a temporary file. */
    static Positions of(int width, int height) {
        return (long) width * height <= MOST_IN_MEMORY
                ? inMemory(width, height)
                : new FilePositions(width, height, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** In memory; both sides together must be under 2^31 pixels. */
    static Positions inMemory(int width, int height) {
        return new PositionsInMemory(width, height, new int[Math.multiplyExact(width, height)]);
    }
}
