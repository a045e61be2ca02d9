package io.github.neuralstyle.finish;

/** A way of laying an image: a quarter turn clockwise, a number of times, after mirroring left and right or not. */
public enum Turn {
    NONE(0, false),
    QUARTER(1, false),
    HALF(2, false),
    THREE_QUARTERS(3, false),
    MIRRORED(0, true),
    MIRRORED_QUARTER(1, true),
    MIRRORED_HALF(2, true),
    MIRRORED_THREE_QUARTERS(3, true);

    private final int quarters;
    private final boolean mirrored;

    Turn(int quarters, boolean mirrored) {
        this.quarters = quarters;
        this.mirrored = mirrored;
    }

    int width(int width, int height) {
        return quarters % 2 == 0 ? width : height;
    }

    int height(int width, int height) {
        return quarters % 2 == 0 ? height : width;
    }

    /**
     * The pixel of the image as it was that lies at a pixel of the turned one.
     *
     * @param x of the turned image
     * @param y of the turned image
     * @param width of the image as it was
     * @param height of the image as it was
     * @return y * width + x there
     */
    public int original(int x, int y, int width, int height) {
        int ox =
                switch (quarters) {
                    case 0 -> x;
                    case 1 -> y;
                    case 2 -> width - 1 - x;
                    default -> width - 1 - y;
                };
        int oy =
                switch (quarters) {
                    case 0 -> y;
                    case 1 -> height - 1 - x;
                    case 2 -> height - 1 - y;
                    default -> x;
                };
        return oy * width + (mirrored ? width - 1 - ox : ox);
    }
}
