package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import java.io.Serializable;
import java.util.Collections;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
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
        IntensityRange range = IntensityRange.of(image);
        if (image.getType() instanceof RealType && (image.numDimensions() == 2 || image.dimension(2) != 4)) {
            int channels = image.numDimensions() == 2 ? 1 : (int) image.dimension(2);
            return PlaneValues.read(
                    IntStream.range(0, channels)
                            .<RandomAccessibleInterval<?>>mapToObj(c -> ImageChecks.plane(image, c))
                            .toList(),
                    Collections.nCopies(channels, range));
        }
        Img<FloatType> rgb = Images.toRgb(image);
        return new Pixels((int) rgb.dimension(0), (int) rgb.dimension(1), Images.toPixels(rgb));
    }

    /** Every n-th pixel along each axis, so that no side is longer than that. */
    public Pixels subsampled(int longest) {
        int every = 1 + (Math.max(width, height) - 1) / longest;
        if (every == 1) return this;
        int across = 1 + (width - 1) / every, down = 1 + (height - 1) / every;
        Pixels sampled = new Pixels(across, down, new float[3 * across * down]);
        for (int y = 0; y < down; y++)
            for (int x = 0; x < across; x++)
                System.arraycopy(values, 3 * every * (y * width + x), sampled.values, 3 * (y * across + x), 3);
        return sampled;
    }
}
