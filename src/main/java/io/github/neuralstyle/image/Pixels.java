package io.github.neuralstyle.image;

import java.io.Serializable;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A colour image in the order of a TensorFlow tensor (1, height, width, 3).
 *
 * @param values (height, width, 3), sRGB 0..255
 */
public record Pixels(int width, int height, float[] values) implements Serializable {

    public Pixels {
        if (values.length != 3L * width * height)
            throw new IllegalArgumentException(
                    values.length + " values are not those of " + width + "x" + height + " colour pixels.");
    }

    /** Any image that {@link Images#toRgb} takes. @throws IllegalArgumentException if it does not */
    public static Pixels of(RandomAccessibleInterval<?> image) {
        Img<FloatType> rgb = Images.toRgb(image);
        return new Pixels((int) rgb.dimension(0), (int) rgb.dimension(1), Images.toPixels(rgb));
    }

    /** The image with pixels left out, so that no side is longer than that. */
    public Pixels thinned(int longest) {
        int every = 1 + (Math.max(width, height) - 1) / longest;
        if (every == 1) return this;
        int across = 1 + (width - 1) / every, down = 1 + (height - 1) / every;
        Pixels thin = new Pixels(across, down, new float[3 * across * down]);
        for (int y = 0; y < down; y++)
            for (int x = 0; x < across; x++)
                System.arraycopy(values, 3 * every * (y * width + x), thin.values, 3 * (y * across + x), 3);
        return thin;
    }
}
