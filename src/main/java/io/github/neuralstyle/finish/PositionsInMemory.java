package io.github.neuralstyle.finish;

import java.io.Serializable;

/**
 * Positions in an array.
 *
 * @param all (height, width)
 */
record PositionsInMemory(int width, int height, int[] all) implements Positions, Serializable {

    @Override
    public void read(int y, int rows, int[] places) {
        System.arraycopy(all, y * width, places, 0, rows * width);
    }

    @Override
    public void write(int y, int rows, int[] places, int from) {
        System.arraycopy(places, from, all, y * width, rows * width);
    }
}
