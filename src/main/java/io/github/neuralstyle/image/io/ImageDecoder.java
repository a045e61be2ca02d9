package io.github.neuralstyle.image.io;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.imglib2.img.Img;

/** Reads one image file. */
public final class ImageDecoder {

    /** ImageIO's image, the samples taken from it and the RGB image made of them. */
    private static final long BYTES_PER_PIXEL = 4 + 4 + 12;

    private final Path file;

    private ImageDecoder(Path file) {
        this.file = file;
    }

    /** ARGB of 8 bits where the file has alpha, a palette or a profile; else the depth of the file; then converted. */
    public static <I extends Img<?>> I decode(Path file, Function<Img<?>, I> conversion) throws IOException {
        return new ImageDecoder(file).decode(Samples::of, conversion);
    }

    /** With the depth of the file. */
    public static Img<?> decodeSamples(Path file) throws IOException {
        return new ImageDecoder(file).decode(Samples::keep, Function.identity());
    }

    private <I extends Img<?>> I decode(Function<BufferedImage, Img<?>> samples, Function<Img<?>, I> conversion)
            throws IOException {
        requireFile();
        try (ImageInputStream in = open()) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw notAnImage("it is not an image of a known format");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return Orientation.of(reader).apply(conversion.apply(decode(reader, samples)));
            } catch (IllegalArgumentException e) {
                throw new IOException("Cannot read " + file + ": " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Files within a zip file, and those whose name is of another character set, cannot be opened by their name. */
    private ImageInputStream open() throws IOException {
        return file.getFileSystem() == FileSystems.getDefault() && file.toFile().exists()
                ? ImageIO.createImageInputStream(file.toFile())
                : new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private Img<?> decode(ImageReader reader, Function<BufferedImage, Img<?>> samples) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        int width = orDamaged(() -> reader.getWidth(0));
        int height = orDamaged(() -> reader.getHeight(0));
        requireMemory(width, height, Runtime.getRuntime().maxMemory());
        return orDamaged(() -> samples.apply(readComplete(reader, warnings)));
    }

    private static BufferedImage readComplete(ImageReader reader, List<String> warnings) throws IOException {
        BufferedImage image = readFirst(reader);
        // libjpeg's warnings about data that end early or go on in the wrong place
        for (String warning : warnings)
            if (warning.contains("premature end") || warning.contains("found marker")) throw new IIOException(warning);
        return image;
    }

    private static BufferedImage readFirst(ImageReader reader) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(0);
        if (type == null || !Samples.areFloats(type.getSampleModel()) || !reader.canReadRaster()) return reader.read(0);
        // read() would clamp the values of a float TIFF to 0..1
        Raster raster = reader.readRaster(0, null);
        return new BufferedImage(
                type.getColorModel(),
                Raster.createWritableRaster(raster.getSampleModel(), raster.getDataBuffer(), null),
                false,
                null);
    }

    private <T> T orDamaged(Callable<T> reading) throws IOException {
        try {
            return reading.call();
        } catch (Exception e) {
            throw new IOException(
                    "Cannot read " + file + ": the file is truncated or damaged; copy or export it again.", e);
        }
    }

    private void requireFile() throws IOException {
        if (!Files.exists(file)) throw notAnImage("there is no such file");
        if (Files.isDirectory(file)) throw notAnImage("it is a folder");
        if (!Files.isReadable(file)) throw notAnImage("its permissions forbid it");
        if (Files.size(file) == 0) throw notAnImage("the file is empty");
    }

    private IOException notAnImage(String reason) {
        return new IOException("Cannot read " + file + ": " + reason + "; choose a PNG, JPEG, TIFF, BMP or GIF image.");
    }

    static void requireMemory(int width, int height, long available) {
        ImageChecks.requireSize(width, height);
        long needed = BYTES_PER_PIXEL * width * height;
        if (needed > available)
            throw new IllegalArgumentException("An image of " + width + " x " + height + " pixels needs "
                    + (needed >> 20) + " MiB, and Java may use " + (available >> 20)
                    + " MiB; give Java more memory or scale the image down.");
    }
}
