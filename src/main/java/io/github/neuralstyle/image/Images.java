package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import io.github.neuralstyle.image.io.OverWhite;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Conversions to and from the RGB image that the networks take: float, (X,Y,C)
 * with C = 3 in the order red, green, blue, sRGB, 0..255.
 */
public final class Images {

    private static final int CHANNELS = 3;

    private Images() {}

    /**
     * Converts an image to RGB, its values mapped by {@link IntensityRange#of}.
     *
     * @param image see {@link #toRgb(RandomAccessibleInterval, IntensityRange)}
     * @return a new (X,Y,3) image, sRGB, 0..255
     * @throws IllegalArgumentException if the image is not supported, or holds NaN
     *           or infinities
     */
    public static Img<FloatType> toRgb(RandomAccessibleInterval<?> image) {
        return toRgb(image, IntensityRange.of(image));
    }

    /**
     * Converts an image to RGB.
     *
     * @param image one of: ARGB (X,Y), composited over white; grey (X,Y) or (X,Y,1),
     *          which gives three equal channels; RGB (X,Y,3); unsigned 8-bit RGBA
     *          (X,Y,4), composited over white. Its minimum may be anywhere.
     * @param range the values that become 0 and 255; what lies outside is clamped.
     *          ARGB and RGBA images are 0..255 already and do not use it.
     * @return a new (X,Y,3) image, sRGB, 0..255
     * @throws IllegalArgumentException if the image is not supported, or holds NaN
     *           or infinities
     */
    public static Img<FloatType> toRgb(RandomAccessibleInterval<?> image, IntensityRange range) {
        ImageChecks.requireSupported(image);
        Img<FloatType> rgb = ArrayImgs.floats(image.dimension(0), image.dimension(1), CHANNELS);
        if (image.getType() instanceof ARGBType) {
            OverWhite.argb(ImageChecks.asArgb(image), rgb);
            return rgb;
        }
        RandomAccessibleInterval<? extends RealType<?>> real = ImageChecks.asReal(image);
        ImageChecks.requireFinite(real);
        long channels = image.numDimensions() == 2 ? 1 : image.dimension(2);
        if (channels == 4) {
            OverWhite.rgba(real, rgb);
            return rgb;
        }
        for (int c = 0; c < CHANNELS; c++)
            mapPlane(ImageChecks.plane(real, channels == 1 ? 0 : c), ImageChecks.plane(rgb, c), range);
        return rgb;
    }

    /**
     * Gives an RGB image in the order of a (1,Y,X,C) tensor.
     *
     * @param rgb (X,Y,3)
     * @return its values, channel fastest, then X, then Y
     * @throws IllegalArgumentException if the image is not (X,Y,3)
     */
    public static float[] toPixels(Img<FloatType> rgb) {
        ImageChecks.requireRgb(rgb);
        int size = Math.toIntExact(rgb.dimension(0) * rgb.dimension(1));
        float[] pixels = new float[Math.multiplyExact(size, CHANNELS)];
        Cursor<FloatType> cursor = Views.flatIterable(rgb).cursor();
        for (int c = 0; c < CHANNELS; c++) {
            for (int i = c; i < pixels.length; i += CHANNELS)
                pixels[i] = cursor.next().get();
        }
        return pixels;
    }

    /**
     * Undoes {@link #toPixels}.
     *
     * @param pixels channel fastest, then X, then Y
     * @param width in pixels
     * @param height in pixels
     * @return a new (width,height,3) image
     * @throws IllegalArgumentException if there are not width x height x 3 values
     */
    public static Img<FloatType> fromPixels(float[] pixels, int width, int height) {
        if (width < 1 || height < 1 || (long) width * height * CHANNELS != pixels.length) {
            throw new IllegalArgumentException(pixels.length + " values do not make an image of " + width + " x "
                    + height + " pixels, which needs width x height x 3 of them.");
        }
        int size = width * height;
        float[] planes = new float[pixels.length];
        for (int c = 0; c < CHANNELS; c++) {
            for (int i = 0; i < size; i++) planes[c * size + i] = pixels[i * CHANNELS + c];
        }
        return ArrayImgs.floats(planes, width, height, CHANNELS);
    }

    private static void mapPlane(
            RandomAccessibleInterval<? extends RealType<?>> from,
            RandomAccessibleInterval<FloatType> to,
            final IntensityRange range) {
        LoopBuilder.setImages(from, to).forEachPixel((value, mapped) -> {
            double unit255 = range.toUnit255(value.getRealDouble());
            mapped.set((float) Math.min(255, Math.max(0, unit255)));
        });
    }
}
