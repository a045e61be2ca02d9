package io.github.neuralstyle.image;

import io.github.neuralstyle.image.Pyramid.Size;

/**
 * Mirrored pixels around an image, to be cropped again: pixels that an optimiser paints badly, as they lack neighbours, are
 * then not in the picture.
 *
 * @param inner the image's size
 * @param width of the margin on each side, in pixels, at most the image's shortest side
 */
public record Margin(Size inner, int width) {

    /** Part of the longest side. */
    private static final double PART = 0.025;

    /** The margin for an image of a size. */
    public static Margin around(Size inner) {
        return new Margin(
                inner, Math.min((int) Math.ceil(PART * inner.longest()), Math.min(inner.width(), inner.height())));
    }

    /** The size with the margin. */
    public Size outer() {
        return new Size(inner.width() + 2 * width, inner.height() + 2 * width);
    }

    /** Values (inner height, inner width, 3) with the margin. */
    public float[] add(float[] values) {
        Size outer = outer();
        float[] out = new float[3 * outer.width() * outer.height()];
        for (int y = 0; y < outer.height(); y++)
            for (int x = 0; x < outer.width(); x++)
                System.arraycopy(
                        values,
                        3 * (mirrored(y - width, inner.height()) * inner.width() + mirrored(x - width, inner.width())),
                        out,
                        3 * (y * outer.width() + x),
                        3);
        return out;
    }

    /** The image with the margin. */
    public Pixels add(Pixels image) {
        return new Pixels(outer().width(), outer().height(), add(image.values()));
    }

    /** The image within values (outer height, outer width, 3). */
    public Pixels cut(float[] values) {
        float[] out = new float[3 * inner.width() * inner.height()];
        for (int y = 0; y < inner.height(); y++)
            System.arraycopy(
                    values, 3 * ((y + width) * outer().width() + width), out, 3 * y * inner.width(), 3 * inner.width());
        return new Pixels(inner.width(), inner.height(), out);
    }

    /** A position up to once a side outside, mirrored at the edge with the outermost pixel repeated. */
    private static int mirrored(int position, int side) {
        if (position < 0) return -1 - position;
        return position < side ? position : 2 * side - 1 - position;
    }
}
