package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.image.io.ImageDecoder;
import io.github.neuralstyle.image.io.ImageEncoder;
import io.github.neuralstyle.image.io.ImageNotes;
import io.github.neuralstyle.image.io.Samples;
import io.github.neuralstyle.util.OutputFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Image files. Every failure is an {@link IOException} whose message is one
 * sentence that names the file, what is wrong with it and what to do.
 */
public final class ImageFiles {

    private ImageFiles() {}

    /**
     * Reads a PNG, JPEG (also CMYK), TIFF, BMP or GIF file; of several pages or
     * frames, the first. The orientation that a camera noted is applied; colours
     * with an embedded profile, or of a PNG file with a gamma and chromaticities, are
     * converted to sRGB, but grey values never are; alpha is composited over white;
     * grey gives three equal channels. Unsigned values of up to 8 bits and colours of
     * up to 16 fill the range of their bits, others are mapped by
     * {@link IntensityRange#of}.
     *
     * @param file the file
     * @return (X,Y,3), sRGB, 0..255
     * @throws IOException if the file is missing, empty, truncated, damaged, not an
     *           image or too large
     */
    public static Img<FloatType> read(Path file) throws IOException {
        return decode(file, ImageDecoder.ALL).image();
    }

    private static DecodedImage<Img<FloatType>> decode(Path file, int longest) throws IOException {
        return ImageDecoder.decode(
                file,
                longest,
                false,
                (samples, white) ->
                        white > 0 ? Images.toRgb(samples, new IntensityRange(0, white)) : Images.toRgb(samples));
    }

    /**
     * Reads a file as {@link #read} does, as pixels.
     *
     * @param file the file
     * @return of the file's size
     * @throws IOException as {@link #read}
     */
    public static Pixels readPixels(Path file) throws IOException {
        return pixels(read(file));
    }

    private static Pixels pixels(Img<FloatType> rgb) {
        return new Pixels((int) rgb.dimension(0), (int) rgb.dimension(1), Images.toPixels(rgb));
    }

    /**
     * Reads a file as {@link #read} does, for a picture of a size: of a file of many more pixels than that takes only some
     * are read, which takes less memory.
     *
     * @param file the file
     * @param longest the longest side that is needed; at least twice as much is read, if the file has it
     * @throws IOException as {@link #read}
     */
    public static DecodedImage<Pixels> open(Path file, int longest) throws IOException {
        DecodedImage<Img<FloatType>> decoded = decode(file, longest);
        return new DecodedImage<>(pixels(decoded.image()), decoded.pixelSize(), decoded.pages(), decoded.notes());
    }

    /**
     * Reads a file as {@link #read} does, for drawing: with 8 bits per channel.
     *
     * @param file the file
     * @return of the file's size
     * @throws IOException as {@link #read}
     */
    public static BufferedImage readDrawable(Path file) throws IOException {
        return ImageEncoder.toBufferedImage(read(file));
    }

    /**
     * Reads a file as {@link #read} does, but keeps the values that it holds: unsigned
     * 8-bit or 16-bit integers or 32-bit floats, (X,Y) if it is grey, (X,Y,3) if it has
     * colours. Palettes are resolved; integers with alpha or with a colour profile are
     * read with 8 bits; other integers become floats.
     *
     * @param file the file
     * @return (X,Y) or (X,Y,C)
     * @throws IOException as {@link #read}
     */
    public static Img<?> readSamples(Path file) throws IOException {
        return openSamples(file).image();
    }

    /** The same with what the file says besides its pixels. */
    public static DecodedImage<Img<?>> openSamples(Path file) throws IOException {
        return ImageDecoder.<Img<?>>decode(file, ImageDecoder.ALL, true, (samples, white) -> Samples.narrowed(samples));
    }

    /**
     * Writes an image with the depth that it has, as {@link #write} does: unsigned
     * integers with 8 or 16 bits (png, tif), all other numbers as 32-bit floats (tif).
     *
     * @param image (X,Y), (X,Y,1) or (X,Y,3) of a RealType, or (X,Y) ARGB, whose alpha
     *          is not written
     * @param output the file
     * @throws IOException if {@link #checkWritable} fails, the format cannot hold this
     *           depth, or the file cannot be written
     * @throws IllegalArgumentException if the image is of another kind
     */
    public static void writeSamples(RandomAccessibleInterval<?> image, Path output) throws IOException {
        writeSamples(image, output, ImageNotes.NONE);
    }

    /** The same with what the file is to say besides its pixels; bmp says nothing. */
    public static void writeSamples(RandomAccessibleInterval<?> image, Path output, ImageNotes notes)
            throws IOException {
        checkWritable(output);
        ImageEncoder.encodeSamples(image, output, notes);
    }

    /**
     * Writes a drawing, as {@link #write} does.
     *
     * @param drawing opaque, with 8 bits per channel
     * @param output the file
     * @throws IOException if {@link #checkWritable} fails or the file cannot be
     *           written
     */
    public static void write(BufferedImage drawing, Path output) throws IOException {
        write(drawing, output, ImageNotes.NONE);
    }

    /** Writes a drawing with what the file is to say besides its pixels; bmp says nothing. */
    public static void write(BufferedImage drawing, Path output, ImageNotes notes) throws IOException {
        checkWritable(output);
        ImageEncoder.encode(drawing, output, notes);
    }

    /**
     * Writes an image with 8 bits per channel, in the format that the extension
     * names: png, jpg, jpeg, tif, tiff or bmp. The file appears at once and
     * complete, or not at all; an older one is replaced.
     *
     * @param rgb (X,Y,3), sRGB; values are rounded and clamped to 0..255
     * @param output the file
     * @throws IOException if {@link #checkWritable} fails or the file cannot be
     *           written
     * @throws IllegalArgumentException if the image is not (X,Y,3), or holds NaN or
     *           infinities
     */
    public static void write(Img<FloatType> rgb, Path output) throws IOException {
        checkWritable(output);
        ImageEncoder.encode(rgb, output, ImageNotes.NONE);
    }

    /**
     * Writes a picture, as {@link #write(Img, Path)} does.
     *
     * @param picture sRGB; values are rounded and clamped to 0..255
     * @param output the file
     * @throws IOException as {@link #write(Img, Path)}
     * @throws IllegalArgumentException if the picture holds NaN or infinities
     */
    public static void write(Pixels picture, Path output) throws IOException {
        write(Images.fromPixels(picture.values(), picture.width(), picture.height()), output);
    }

    /** Writes a picture, as {@link #write(Pixels, Path)} does, with what the file is to say besides its pixels; bmp says nothing. */
    public static void write(Pixels picture, Path output, ImageNotes notes) throws IOException {
        checkWritable(output);
        ImageEncoder.encode(Images.fromPixels(picture.values(), picture.width(), picture.height()), output, notes);
    }

    /**
     * Finds out before long work whether its result can be written.
     *
     * @param output the file that will be written
     * @throws IOException if the extension is not one that {@link #write} knows, the
     *           path is a folder, the file is write-protected, or its folder is
     *           missing or write-protected
     */
    public static void checkWritable(Path output) throws IOException {
        OutputFile.checkWritable(output);
        ImageEncoder.Format.of(output);
    }
}
