package io.github.neuralstyle.finish;

/** All whole patches of a picture, row by row. */
record PicturePatches(byte[] rgb, int width, int height, int side) implements Patches {

    @Override
    public int count() {
        return (width - side + 1) * (height - side + 1);
    }

    @Override
    public int values() {
        return 3 * side * side;
    }

    /** The patch whose centre is nearest to a pixel. */
    int index(int x, int y) {
        int cx = Math.max(0, Math.min(width - side, x - side / 2)),
                cy = Math.max(0, Math.min(height - side, y - side / 2));
        return cy * (width - side + 1) + cx;
    }

    @Override
    public void read(int index, float[] patch) {
        int x0 = index % (width - side + 1), y0 = index / (width - side + 1), i = 0;
        for (int y = y0; y < y0 + side; y++)
            for (int k = 0, at = 3 * (y * width + x0); k < 3 * side; k++) patch[i++] = rgb[at + k] & 0xff;
    }
}
