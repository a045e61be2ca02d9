package io.github.neuralstyle.image.io;

import io.github.neuralstyle.util.OutputFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Writes images to files. */
public final class ImageEncoder {

    private static final float JPEG_QUALITY = 0.95f;

    private ImageEncoder() {}

    public static void encode(Img<FloatType> rgb, Path output) throws IOException {
        ImageChecks.requireRgb(rgb);
        ImageChecks.requireFinite(rgb);
        encode(toBufferedImage(rgb), output);
    }

    public static void encode(BufferedImage image, Path output) throws IOException {
        ImageFormat format = ImageFormat.of(output);
        format.requireDepth(image.getRaster().getTransferType(), output);
        try {
            OutputFile.write(output, partial -> encode(image, format, partial));
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "Cannot write " + output + ": making the " + format + " file failed ("
                            + e.getMessage()
                            + "); check the free space, and that the format can hold an image of this size.",
                    e);
        }
    }

    private static void encode(BufferedImage image, ImageFormat format, Path file) throws IOException {
        ImageWriter writer = writer(format);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            if (out == null) throw new IOException("the file cannot be created");
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == ImageFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** For TIFF that of the JDK: TwelveMonkeys' writes no more than 8 bits per sample of these images. */
    private static ImageWriter writer(ImageFormat format) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.name());
        ImageWriter writer = writers.next();
        while (format == ImageFormat.TIFF
                && writers.hasNext()
                && writer.getClass().getModule() != ImageIO.class.getModule()) {
            writer = writers.next();
        }
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
}
