package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import io.github.neuralstyle.image.Pixels;

/**
 * An image that a texture is made of.
 *
 * @param image at its full resolution
 * @param labels (height, width), what each pixel shows, from 1 to {@link #LABELS}; 0 where it must not be used; null for
 *         1 everywhere
 * @param weight how large its part of the texture is next to those of the other examples, greater than 0
 */
public record TextureExample(Pixels image, byte[] labels, double weight) {

    /** The most labels. */
    public static final int LABELS = 127;

    /** The shortest side in pixels. */
    public static final int SHORTEST = 16;

    /** @throws IllegalArgumentException if the image is too small or too large, or the weight is not greater than 0 */
    public TextureExample {
        int width = image.width(), height = image.height();
        if (Math.min(width, height) < SHORTEST || Math.max(width, height) >= Place.SIDE)
            throw new IllegalArgumentException("The example has " + width + "x" + height
                    + " pixels; its sides must be " + SHORTEST + " to " + (Place.SIDE - 1) + ": "
                    + (Math.min(width, height) < SHORTEST ? "select a larger part." : "scale it down."));
        if (!(weight > 0) || Double.isInfinite(weight))
            throw new IllegalArgumentException(
                    "The weight of an example is " + weight + "; it must be a number greater than 0.");
    }
}
