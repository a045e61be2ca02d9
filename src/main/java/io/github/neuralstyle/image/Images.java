package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import io.github.neuralstyle.image.io.Samples;
import java.awt.image.BufferedImage;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Conversions to and from the RGB image that the networks take: float, (X,Y,C)
 * with C = 3 in the order red, green, blue, sRGB, 0..255; and to the forms that windows show.
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
        return mapped(image, IntensityRange.of(image));
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
        if (!(image.getType() instanceof ARGBType)) ImageChecks.requireFinite("image", ImageChecks.asReal(image));
        return mapped(image, range);
    }

    private static Img<FloatType> mapped(RandomAccessibleInterval<?> image, IntensityRange range) {
        Img<FloatType> rgb = ArrayImgs.floats(image.dimension(0), image.dimension(1), CHANNELS);
        if (image.getType() instanceof ARGBType) {
            Samples.argbOverWhite(ImageChecks.asArgb(image), rgb);
            return rgb;
        }
        RandomAccessibleInterval<? extends RealType<?>> real = ImageChecks.asReal(image);
        long channels = image.numDimensions() == 2 ? 1 : image.dimension(2);
        if (channels == 4) {
            Samples.rgbaOverWhite(real, rgb);
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
        for (int c = 0; c < CHANNELS; c++)
            for (int i = c; i < pixels.length; i += CHANNELS)
                pixels[i] = cursor.next().get();
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
        if (width < 1 || height < 1 || (long) width * height * CHANNELS != pixels.length)
            throw new IllegalArgumentException(pixels.length + " values do not make an image of " + width + " x "
                    + height + " pixels, which needs width x height x 3 of them.");
        int size = width * height;
        float[] planes = new float[pixels.length];
        for (int c = 0; c < CHANNELS; c++)
            for (int i = 0; i < size; i++) planes[c * size + i] = pixels[i * CHANNELS + c];
        return ArrayImgs.floats(planes, width, height, CHANNELS);
    }

    private static void mapPlane(
            RandomAccessibleInterval<? extends RealType<?>> from,
            RandomAccessibleInterval<FloatType> to,
            IntensityRange range) {
        LoopBuilder.setImages(from, to).forEachPixel((value, mapped) -> {
            double unit255 = range.toUnit255(value.getRealDouble());
            mapped.set((float) Math.min(255, Math.max(0, unit255)));
        });
    }

    /** (X,Y,3) of bytes, rounded as in files. */
    public static Img<UnsignedByteType> bytes(Pixels picture) {
        int size = picture.width() * picture.height();
        byte[] bytes = new byte[3 * size];
        for (int i = 0; i < bytes.length; i++) bytes[i % 3 * size + i / 3] = (byte) grey(picture.values()[i]);
        return ArrayImgs.unsignedBytes(bytes, picture.width(), picture.height(), 3);
    }

    /** The same of (X,Y) ARGB, whose alpha is not used. */
    public static Img<UnsignedByteType> bytes(Img<?> argb) {
        int size = (int) argb.size(), i = 0;
        byte[] bytes = new byte[3 * size];
        for (Object value : Views.flatIterable(argb)) {
            int color = ((ARGBType) value).get();
            bytes[i] = (byte) ARGBType.red(color);
            bytes[size + i] = (byte) ARGBType.green(color);
            bytes[2 * size + i++] = (byte) ARGBType.blue(color);
        }
        return ArrayImgs.unsignedBytes(bytes, argb.dimension(0), argb.dimension(1), 3);
    }

    /** (X,Y) ARGB. */
    public static Img<ARGBType> argb(BufferedImage drawing) {
        int width = drawing.getWidth(), height = drawing.getHeight();
        return ArrayImgs.argbs(drawing.getRGB(0, 0, width, height, null, 0, width), width, height);
    }

    /** For drawing, rounded. */
    public static BufferedImage drawable(Pixels picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        float[] values = picture.values();
        for (int i = 0; i < values.length; i += 3)
            image.setRGB(
                    i / 3 % picture.width(),
                    i / 3 / picture.width(),
                    grey(values[i]) << 16 | grey(values[i + 1]) << 8 | grey(values[i + 2]));
        return image;
    }

    /** The byte of a value, rounded. */
    public static int grey(float value) {
        return Math.min(255, Math.max(0, Math.round(value)));
    }
}
