package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Pixels;

/** A colour image of any size that is read row by row, sRGB 0..255; read from several threads only one at a time. */
public interface RowImage {

    int width();

    int height();

    /**
     * One row from the top.
     *
     * @param y 0 to height - 1
     * @param rgb where the row goes, (width, 3)
     */
    void read(int y, float[] rgb);

    /** An image in memory. */
    static RowImage of(Pixels image) {
        return new RowImage() {

            @Override
            public int width() {
                return image.width();
            }

            @Override
            public int height() {
                return image.height();
            }

            @Override
            public void read(int y, float[] rgb) {
                System.arraycopy(image.values(), 3 * y * image.width(), rgb, 0, 3 * image.width());
            }
        };
    }
}
