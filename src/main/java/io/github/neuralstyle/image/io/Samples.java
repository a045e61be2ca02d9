package io.github.neuralstyle.image.io;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** The samples of an ImageIO image, and what alpha makes of them. */
public final class Samples {

    private Samples() {}

    /**
     * Integer images of up to 8 bits per sample, with alpha or with a colour profile
     * become (X,Y) ARGB in sRGB. The others keep their values: grey (X,Y), colour
     * (X,Y,C). Grey values are never converted: to Java all grey is linear light,
     * which brightens ordinary photographs.
     */
    static Img<?> of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel) return argb(image);
        if (areFloats(image.getSampleModel())) return floats(image);
        boolean keep = model.getComponentSize(0) > 8 && !model.hasAlpha();
        ColorSpace space = model.getColorSpace();
        if (space.getType() == ColorSpace.TYPE_GRAY) return keep ? values(image) : argbOfGrey(image);
        if (!space.isCS_sRGB()) return argbOfProfile(image);
        return keep ? values(image) : argb(image);
    }

    /**
     * Like {@link #of}, but what became ARGB is composited over white and has 8 bits: grey
     * (X,Y) where all colours of the file are grey by its kind or its palette, else (X,Y,3).
     */
    static Img<?> keep(BufferedImage image) {
        Img<?> samples = of(image);
        if (!(samples.getType() instanceof ARGBType)) return samples;
        Img<FloatType> rgb = ArrayImgs.floats(image.getWidth(), image.getHeight(), 3);
        argbOverWhite(ImageChecks.asArgb(samples), rgb);
        boolean grey = isGrey(image.getColorModel());
        Img<UnsignedByteType> bytes = grey
                ? ArrayImgs.unsignedBytes(image.getWidth(), image.getHeight())
                : ArrayImgs.unsignedBytes(rgb.dimensionsAsLongArray());
        for (int c = 0; c < (grey ? 1 : 3); c++)
            LoopBuilder.setImages(ImageChecks.plane(rgb, c), ImageChecks.plane(bytes, c))
                    .forEachPixel((value, rounded) -> rounded.set(Math.round(value.get())));
        return bytes;
    }

    /** Unsigned integers of up to 16 bits and floats as they are, other numbers as floats. */
    public static Img<?> narrowed(Img<?> samples) {
        Object type = samples.getType();
        boolean wide = type instanceof IntType || type instanceof UnsignedIntType || type instanceof DoubleType;
        if (!wide) return samples;
        Img<FloatType> floats = ArrayImgs.floats(samples.dimensionsAsLongArray());
        LoopBuilder.setImages(ImageChecks.asReal(samples), floats)
                .forEachPixel((value, narrowed) -> narrowed.set(value.getRealFloat()));
        return floats;
    }

    private static boolean isGrey(ColorModel model) {
        if (!(model instanceof IndexColorModel)) return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return IntStream.range(0, ((IndexColorModel) model).getMapSize())
                .allMatch(i -> model.getRed(i) == model.getGreen(i) && model.getGreen(i) == model.getBlue(i));
    }

    static boolean areFloats(SampleModel model) {
        return model.getDataType() == DataBuffer.TYPE_FLOAT || model.getDataType() == DataBuffer.TYPE_DOUBLE;
    }

    private static Img<?> argb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height);
    }

    private static Img<?> argbOfProfile(BufferedImage image) {
        BufferedImage srgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return argb(new ColorConvertOp(null).filter(image, srgb));
    }

    private static Img<?> argbOfGrey(BufferedImage image) {
        image.coerceData(false);
        int[] argb = band(image, 0);
        int[] alpha = image.getColorModel().hasAlpha() ? band(image, 1) : null;
        int max = (1 << image.getColorModel().getComponentSize(0)) - 1;
        for (int i = 0; i < argb.length; i++) {
            int grey = Math.round(argb[i] * 255f / max);
            int opacity = alpha == null ? 255 : Math.round(alpha[i] * 255f / max);
            argb[i] = opacity << 24 | grey << 16 | grey << 8 | grey;
        }
        return ArrayImgs.argbs(argb, image.getWidth(), image.getHeight());
    }

    private static Img<?> values(BufferedImage image) {
        return image.getRaster().getTransferType() == DataBuffer.TYPE_USHORT ? unsignedShorts(image) : floats(image);
    }

    private static Img<?> unsignedShorts(BufferedImage image) {
        int size = image.getWidth() * image.getHeight();
        short[] values = new short[size * channels(image)];
        for (int c = 0; c < channels(image); c++) {
            int[] band = band(image, c);
            for (int i = 0; i < size; i++) values[c * size + i] = (short) band[i];
        }
        return ArrayImgs.unsignedShorts(values, dimensions(image));
    }

    private static Img<?> floats(BufferedImage image) {
        Raster raster = image.getRaster();
        int size = image.getWidth() * image.getHeight();
        float[] values = new float[size * channels(image)];
        for (int c = 0; c < channels(image); c++) {
            float[] band = raster.getSamples(
                    raster.getMinX(), raster.getMinY(), image.getWidth(), image.getHeight(), c, (float[]) null);
            System.arraycopy(band, 0, values, c * size, size);
        }
        return ArrayImgs.floats(values, dimensions(image));
    }

    private static int[] band(BufferedImage image, int band) {
        Raster raster = image.getRaster();
        return raster.getSamples(
                raster.getMinX(), raster.getMinY(), image.getWidth(), image.getHeight(), band, (int[]) null);
    }

    private static int channels(BufferedImage image) {
        return image.getColorModel().getNumComponents();
    }

    private static long[] dimensions(BufferedImage image) {
        int channels = channels(image);
        return channels == 1
                ? new long[] {image.getWidth(), image.getHeight()}
                : new long[] {image.getWidth(), image.getHeight(), channels};
    }

    /** Composites (X,Y) with straight alpha over white. @param rgb (X,Y,3), for the result */
    public static void argbOverWhite(RandomAccessibleInterval<ARGBType> image, Img<FloatType> rgb) {
        LoopBuilder.setImages(
                        ImageChecks.plane(image, 0),
                        ImageChecks.plane(rgb, 0),
                        ImageChecks.plane(rgb, 1),
                        ImageChecks.plane(rgb, 2))
                .forEachPixel((pixel, red, green, blue) -> {
                    int argb = pixel.get();
                    int alpha = ARGBType.alpha(argb);
                    red.set(overWhite(ARGBType.red(argb), alpha));
                    green.set(overWhite(ARGBType.green(argb), alpha));
                    blue.set(overWhite(ARGBType.blue(argb), alpha));
                });
    }

    /** The same of (X,Y,4) with values 0..255. */
    public static void rgbaOverWhite(RandomAccessibleInterval<? extends RealType<?>> image, Img<FloatType> rgb) {
        for (int c = 0; c < 3; c++)
            LoopBuilder.setImages(ImageChecks.plane(image, c), ImageChecks.plane(image, 3), ImageChecks.plane(rgb, c))
                    .forEachPixel((value, alpha, blended) ->
                            blended.set(overWhite(value.getRealFloat(), alpha.getRealFloat())));
    }

    /** A value 0..255 with an alpha 0..255 over white. */
    public static float overWhite(float value, float alpha) {
        return 255 + (value - 255) * alpha / 255;
    }
}
