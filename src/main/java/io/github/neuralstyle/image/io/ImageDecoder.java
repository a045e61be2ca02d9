package io.github.neuralstyle.image.io;

import io.github.neuralstyle.image.io.tiff.TiffDirectory;
import io.github.neuralstyle.image.io.tiff.TiffLayout;
import io.github.neuralstyle.image.io.tiff.TiffSamples;
import io.github.neuralstyle.image.io.tiff.UnsupportedTiffException;
import io.github.neuralstyle.util.Folders;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.imglib2.img.Img;

/** Reads one image file: TIFF samples by {@link TiffSamples}, all else by ImageIO; both meet in {@link Samples}. */
public final class ImageDecoder {

    /** For {@link #decode}: all pixels are wanted, however many there are. */
    public static final int ALL = Integer.MAX_VALUE;

    /** What is done with the samples; the second value is that of white, NaN where it depends on the samples. */
    @FunctionalInterface
    public interface Conversion<I> {
        I of(Img<?> samples, double white);
    }

    private final Path file;
    private final List<String> notes = new ArrayList<>();
    private double white = Double.NaN;
    private int step = 1;

    private ImageDecoder(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param longest the longest side that is wanted at least; of larger files not all pixels are read, see {@link Subsampling}
     * @param keep whether the depth of the file is kept; if not, what has alpha, a palette or a profile becomes 8-bit ARGB
     */
    public static <I extends Img<?>> DecodedImage<I> decode(
            Path file, int longest, boolean keep, Conversion<I> conversion) throws IOException {
        ImageDecoder decoder = new ImageDecoder(file);
        return decoder.decode(
                longest, keep ? Samples::keep : Samples::of, samples -> decoder.convert(samples, conversion));
    }

    private <I> I convert(Img<?> samples, Conversion<I> conversion) {
        if (Double.isNaN(white)) white = WhiteLevel.of(file, samples, notes);
        return conversion.of(samples, white);
    }

    private <I extends Img<?>> DecodedImage<I> decode(
            int longest, Function<BufferedImage, Img<?>> samples, Function<Img<?>, I> conversion) throws IOException {
        requireFile();
        try (ImageInputStream in = open()) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw notAnImage("it is not an image of a known format");
            ImageReader reader = readers.next();
            ImageHeader header = ImageHeader.of(in, reader.getFormatName());
            try {
                reader.setInput(in);
                I image = header.orientation().apply(conversion.apply(samples(reader, header, in, longest, samples)));
                int pages = notePages(reader, header);
                PixelSize size =
                        header.pixelSize() == null ? null : header.pixelSize().scaled(1.0 / step, 1.0 / step);
                return new DecodedImage<>(
                        image,
                        size == null || !header.orientation().transposes() ? size : size.transposed(),
                        pages,
                        List.copyOf(notes));
            } catch (IllegalArgumentException e) {
                String reason = e.getMessage();
                throw new IOException(
                        "Cannot read " + file + ": " + reason.substring(0, 1).toLowerCase(Locale.ROOT)
                                + reason.substring(1),
                        e);
            } catch (OutOfMemoryError e) {
                throw new IOException(
                        "Cannot read " + file
                                + ": this input is too large for the memory; give Java more or scale the image down.",
                        e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** The text that this program wrote into a file; empty if there is none. */
    public static String text(Path file) throws IOException {
        ImageDecoder decoder = new ImageDecoder(file);
        decoder.requireFile();
        try (ImageInputStream in = decoder.open()) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext()
                    ? ImageHeader.of(in, readers.next().getFormatName()).text()
                    : "";
        }
    }

    /** Files within a zip file, and those whose name is of another character set, cannot be opened by their name. */
    private ImageInputStream open() throws IOException {
        return file.getFileSystem() == FileSystems.getDefault() && file.toFile().exists()
                ? ImageIO.createImageInputStream(file.toFile())
                : new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private Img<?> samples(
            ImageReader reader,
            ImageHeader header,
            ImageInputStream in,
            int longest,
            Function<BufferedImage, Img<?>> samples)
            throws IOException {
        if (isTiff(reader)) {
            TiffDirectory page = orDamaged(() -> TiffDirectory.first(in));
            TiffLayout layout = orDamaged(() -> TiffLayout.of(page));
            if (layout.ignored() > 0)
                notes.add(layout.ignored() + " of the " + layout.samples() + " channels of " + file
                        + " are neither colours nor alpha and are left out.");
            if (layout.isOwn()) return own(in, page, layout, longest, samples);
            in.seek(0);
            reader.setInput(in);
        }
        int width = orDamaged(() -> reader.getWidth(0)), height = orDamaged(() -> reader.getHeight(0));
        step = Subsampling.step(width, height, longest);
        requireMemory(width / step, height / step, Runtime.getRuntime().maxMemory());
        return orDamaged(() -> samples.apply(readComplete(reader, header)));
    }

    private Img<?> own(
            ImageInputStream in,
            TiffDirectory page,
            TiffLayout layout,
            int longest,
            Function<BufferedImage, Img<?>> conversion)
            throws IOException {
        step = Subsampling.step(layout.width(), layout.height(), longest);
        requireMemory(
                layout.width() / step,
                layout.height() / step,
                Runtime.getRuntime().maxMemory());
        return orDamaged(() -> {
            TiffSamples samples = TiffSamples.read(in, page, layout, step);
            BufferedImage drawable = TiffImages.drawable(page, layout, samples);
            if (drawable != null) return conversion.apply(drawable);
            if (layout.white() > 0 && layout.white() < 0xffff && layout.colours() == 3) white = layout.white();
            return TiffImages.values(page, layout, samples);
        });
    }

    private BufferedImage readComplete(ImageReader reader, ImageHeader header) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = step == 1 ? reader.read(0) : reader.read(0, param);
        // libjpeg's warnings about data that end early or go on in the wrong place
        for (String warning : warnings)
            if (warning.contains("premature end") || warning.contains("found marker")) throw new IIOException(warning);
        if (header.profile() != null) return ColorProfiles.tag(image, header.profile());
        return step == 1 && reader.getFormatName().equalsIgnoreCase("gif") ? GifCanvas.of(reader, image) : image;
    }

    /** Tells what is left out, and returns how many there are. */
    private int notePages(ImageReader reader, ImageHeader header) {
        int pages = header.pages();
        try {
            if (reader.getFormatName().equalsIgnoreCase("gif")) pages = reader.getNumImages(true);
        } catch (IOException | RuntimeException unknown) {
            return 1;
        }
        if (pages > 1) notes.add(file + " has " + pages + " images; only the first is read.");
        return pages;
    }

    private static boolean isTiff(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT).contains("tif");
    }

    private <T> T orDamaged(Callable<T> reading) throws IOException {
        try {
            return reading.call();
        } catch (UnsupportedTiffException e) {
            throw new IOException(
                    "Cannot read " + file + ": it has " + e.getMessage()
                            + ", which is not supported; export it as PNG, or as TIFF with 8 or 16 bits and LZW.",
                    e);
        } catch (Exception e) {
            throw new IOException(
                    "Cannot read " + file + ": the file is truncated or damaged; copy or export it again.", e);
        }
    }

    private void requireFile() throws IOException {
        if (!Files.exists(file)) throw notAnImage(Folders.absence(file, "file"));
        if (Files.isDirectory(file)) throw notAnImage("it is a folder");
        if (!Files.isRegularFile(file)) throw notAnImage("it is a pipe or a device");
        if (!Files.isReadable(file)) throw notAnImage("its permissions forbid it");
        if (Files.size(file) == 0) throw notAnImage("the file is empty");
    }

    private IOException notAnImage(String reason) {
        return new IOException("Cannot read " + file + ": " + reason + "; choose a PNG, JPEG, TIFF, BMP or GIF image.");
    }

    /** ImageIO's image, the samples taken from it and the RGB image made of them. */
    private static final long BYTES_PER_PIXEL = 4 + 4 + 12;

    static void requireMemory(int width, int height, long available) {
        ImageChecks.requireSize(width, height);
        long needed = BYTES_PER_PIXEL * width * height;
        if (needed > available)
            throw new IllegalArgumentException("An image of " + width + " x " + height + " pixels needs "
                    + (needed >> 20) + " MiB, and Java may use " + (available >> 20)
                    + " MiB; give Java more memory or scale the image down.");
    }
}
