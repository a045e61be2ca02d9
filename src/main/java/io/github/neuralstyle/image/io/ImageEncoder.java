package io.github.neuralstyle.image.io;

import io.github.neuralstyle.util.OutputFile;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Writes images to files. */
public final class ImageEncoder {

    private static final float JPEG_QUALITY = 0.95f;

    private ImageEncoder() {}

    /** The formats of results, chosen by the extension. */
    public enum Format {
        PNG,
        JPEG,
        TIFF,
        BMP;

        /** @throws IOException naming the legal extensions, if it is none of them */
        public static Format of(Path output) throws IOException {
            String name = output.toString().toLowerCase(Locale.ROOT);
            int dot = name.lastIndexOf('.');
            return switch (dot < 0 ? "" : name.substring(dot + 1)) {
                case "png" -> PNG;
                case "jpg", "jpeg" -> JPEG;
                case "tif", "tiff" -> TIFF;
                case "bmp" -> BMP;
                default -> throw new IOException(
                        "Cannot write " + output + ": its name must end in .png, .jpg, .jpeg, .tif, .tiff or .bmp.");
            };
        }

        /** @throws IOException naming those that can, if this format cannot hold samples of a type of {@link DataBuffer} */
        void requireDepth(int dataType, Path output) throws IOException {
            if (dataType == DataBuffer.TYPE_FLOAT && this != TIFF)
                throw new IOException("Cannot write " + output + ": " + this
                        + " cannot hold 32-bit float values; choose a name that ends in .tif.");
            if (dataType == DataBuffer.TYPE_USHORT && this != TIFF && this != PNG)
                throw new IOException("Cannot write " + output + ": " + this
                        + " cannot hold 16-bit values; choose a name that ends in .png or .tif.");
        }
    }

    /** With the depth that it has, see {@link #raster}. */
    public static void encodeSamples(RandomAccessibleInterval<?> image, Path output, ImageNotes notes)
            throws IOException {
        encode(raster(image), output, notes);
    }

    /** With 8 bits per channel. @param rgb (X,Y,3), 0..255; rounded and clamped */
    public static void encode(Img<FloatType> rgb, Path output, ImageNotes notes) throws IOException {
        ImageChecks.requireRgb(rgb);
        ImageChecks.requireFinite("image", rgb);
        encode(toBufferedImage(rgb), output, notes);
    }

    public static void encode(BufferedImage image, Path output, ImageNotes notes) throws IOException {
        Format format = Format.of(output);
        format.requireDepth(image.getRaster().getTransferType(), output);
        try {
            OutputFile.write(output, partial -> encode(image, format, notes, partial));
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "Cannot write " + output + ": making the " + format + " file failed ("
                            + e.getMessage()
                            + "); check the free space, and that the format can hold an image of this size.",
                    e);
        }
    }

    private static void encode(BufferedImage image, Format format, ImageNotes notes, Path file) throws IOException {
        ImageWriter writer = writer(format);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            if (out == null) throw new IOException("the file cannot be created");
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            IIOMetadata metadata = ImageMetadataWriter.of(
                    writer, ImageTypeSpecifier.createFromRenderedImage(image), param, format, notes);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
    }

    /** For TIFF that of the JDK: TwelveMonkeys' writes no more than 8 bits per sample of these images. */
    private static ImageWriter writer(Format format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.name());
        ImageWriter writer = writers.next();
        while (format == Format.TIFF && writers.hasNext() && writer.getClass().getModule() != ImageIO.class.getModule())
            writer = writers.next();
        return writer;
    }

    public static BufferedImage toBufferedImage(Img<FloatType> rgb) {
        int width = (int) rgb.dimension(0);
        int height = (int) rgb.dimension(1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Cursor<FloatType> cursor = Views.flatIterable(rgb).cursor();
        int[] row = new int[width];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++)
                    row[x] = Math.min(255, Math.max(0, Math.round(cursor.next().get())));
                image.getRaster().setSamples(0, y, width, 1, c, row);
            }
        }
        return image;
    }

    /**
     * The same image for ImageIO: unsigned integers with the 8 or 16 bits that hold them, all other numbers as 32-bit floats.
     *
     * @param image (X,Y), (X,Y,1) or (X,Y,3) of a RealType, or (X,Y) ARGB
     * @throws IllegalArgumentException if it is none of them
     */
    static BufferedImage raster(RandomAccessibleInterval<?> image) {
        ImageChecks.requirePlanes("image", image);
        if (image.getType() instanceof ARGBType) return opaque(ImageChecks.asArgb(image));
        int channels = image.numDimensions() == 2 ? 1 : (int) image.dimension(2);
        if (channels != 1 && channels != 3)
            throw new IllegalArgumentException("An image of " + channels
                    + " channels cannot be written; choose one, or three as red, green and blue.");
        return raster(ImageChecks.asReal(image), channels);
    }

    private static BufferedImage raster(RandomAccessibleInterval<? extends RealType<?>> image, int channels) {
        int width = (int) image.dimension(0), height = (int) image.dimension(1);
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                false,
                false,
                Transparency.OPAQUE,
                dataType(image.getType()));
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        float[] row = new float[width];
        for (int c = 0; c < channels; c++) {
            Cursor<? extends RealType<?>> cursor =
                    Views.flatIterable(ImageChecks.plane(image, c)).cursor();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) row[x] = cursor.next().getRealFloat();
                raster.setSamples(0, y, width, 1, c, row);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static int dataType(RealType<?> type) {
        boolean unsigned = type instanceof IntegerType && type.getMinValue() >= 0;
        if (unsigned && type.getMaxValue() <= 0xff) return DataBuffer.TYPE_BYTE;
        return unsigned && type.getMaxValue() <= 0xffff ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_FLOAT;
    }

    private static BufferedImage opaque(RandomAccessibleInterval<ARGBType> image) {
        int width = (int) image.dimension(0), height = (int) image.dimension(1);
        BufferedImage rgb = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < width * height; i++)
            rgb.setRGB(i % width, i / width, cursor.next().get());
        return rgb;
    }
}
