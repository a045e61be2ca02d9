package io.github.neuralstyle.image;

import io.github.neuralstyle.image.Pyramid.Size;
import java.awt.Rectangle;
import java.io.Serializable;
import java.util.Arrays;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * A part of an image: at least one pixel of it.
 *
 * @param inside (height, width), X fastest
 */
public record Mask(int width, int height, boolean[] inside) implements Serializable {

    /** @throws IllegalArgumentException if no pixel is inside */
    public Mask {
        if (inside.length != (long) width * height)
            throw new IllegalArgumentException(
                    inside.length + " values do not make a mask of " + width + "x" + height + " pixels.");
        boolean any = false;
        for (boolean in : inside) any |= in;
        if (!any)
            throw new IllegalArgumentException("The mask of " + width + "x" + height
                    + " pixels is empty; at least one of its pixels must be inside: select a part of the image.");
    }

    /**
     * The pixels that are true or over 0.
     *
     * @param mask (X,Y), of a BooleanType or a RealType
     * @param role of the image that it is for, as "content"
     * @param width of that image
     * @param height of that image
     * @throws IllegalArgumentException if it is of another kind or size, or no pixel is inside
     */
    public static Mask of(RandomAccessibleInterval<?> mask, String role, long width, long height) {
        requireSize("mask", mask, role, width, height);
        if (!(mask.getType() instanceof BooleanType || mask.getType() instanceof RealType))
            throw new IllegalArgumentException("The mask is an image of "
                    + mask.getType().getClass().getSimpleName() + "; it must be one of numbers or of true and false.");
        boolean[] inside = new boolean[Math.toIntExact(width * height)];
        Cursor<?> cursor = Views.flatIterable(mask).cursor();
        for (int i = 0; i < inside.length; i++)
            inside[i] = cursor.next() instanceof BooleanType<?> in
                    ? in.get()
                    : ((RealType<?>) cursor.get()).getRealDouble() > 0;
        return new Mask((int) width, (int) height, inside);
    }

    static void requireSize(String what, RandomAccessibleInterval<?> mask, String role, long width, long height) {
        if (mask.numDimensions() != 2 || mask.dimension(0) != width || mask.dimension(1) != height)
            throw new IllegalArgumentException("The " + what + " has " + sizes(mask) + " pixels; it must have the "
                    + width + "x" + height + " of the " + role + " image.");
    }

    private static String sizes(RandomAccessibleInterval<?> image) {
        return String.join(
                "x",
                Arrays.stream(image.dimensionsAsLongArray())
                        .mapToObj(Long::toString)
                        .toList());
    }

    /** The size of the bounding box of all pixels inside. */
    public Size bounds() {
        Rectangle box = box();
        return new Size(box.width, box.height);
    }

    /** The bounding box of all pixels inside. */
    public Rectangle box() {
        int left = width, right = 0, top = height, bottom = 0;
        for (int i = 0; i < inside.length; i++)
            if (inside[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        return new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    /** Which part of the area of each pixel of another resolution is inside, (height, width), from 0 to 1. */
    public float[] parts(int toWidth, int toHeight) {
        float[] parts = new float[toHeight * toWidth];
        for (int y = 0; y < toHeight; y++)
            for (int x = 0; x < toWidth; x++) {
                double top = (double) y * height / toHeight, bottom = (y + 1.0) * height / toHeight;
                double left = (double) x * width / toWidth, right = (x + 1.0) * width / toWidth, sum = 0;
                for (int v = (int) top; v < Math.min(height, Math.ceil(bottom)); v++)
                    for (int u = (int) left; u < Math.min(width, Math.ceil(right)); u++)
                        if (inside[v * width + u])
                            sum += (Math.min(bottom, v + 1) - Math.max(top, v))
                                    * (Math.min(right, u + 1) - Math.max(left, u));
                parts[y * toWidth + x] = (float) (sum / ((bottom - top) * (right - left)));
            }
        return parts;
    }

    /**
     * How much of each pixel is to be changed, (height, width): 0 outside, and inside d / (radius + 1), at most 1, where d is
     * the distance in pixels to the nearest pixel outside. Pixels beyond the image's edge do not count as outside.
     *
     * @param radius in pixels, at least 0; with 0 all that is inside is 1
     */
    public float[] feathered(int radius) {
        int max = radius + 1;
        int[] vertical = new int[inside.length];
        for (int x = 0; x < width; x++) {
            for (int y = 0, d = max; y < height; y++)
                vertical[y * width + x] = d = inside[y * width + x] ? Math.min(max, d + 1) : 0;
            for (int y = height - 1, d = max; y >= 0; y--)
                vertical[y * width + x] = d = Math.min(vertical[y * width + x], Math.min(max, d + 1));
        }
        float[] alpha = new float[inside.length];
        for (int i = 0; i < alpha.length; i++)
            alpha[i] = (float) Math.min(1, Math.sqrt(squaredDistance(vertical, i, max)) / max);
        return alpha;
    }

    /** To the nearest pixel outside, by the vertical distances of the pixels of the row; exact up to {@code max}. */
    private int squaredDistance(int[] vertical, int i, int max) {
        int x = i % width, min = max * max;
        for (int dx = -Math.min(x, max); dx <= Math.min(width - 1 - x, max); dx++)
            min = Math.min(min, dx * dx + vertical[i + dx] * vertical[i + dx]);
        return min;
    }
}
