package io.github.neuralstyle.image.io.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a page stores its samples. {@link #of} is the table of what is read; all else is refused by its name.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bits of every sample
 * @param format what the bits are
 * @param samples of a pixel
 * @param colours the first of the samples: 1 for grey and palettes, 3 for RGB, 4 for CMYK
 * @param alpha the index of the sample that is alpha; -1 if none is
 * @param premultiplied whether the colours are multiplied by alpha
 * @param photometric what the colours mean
 * @param compression by its number
 * @param predictor 1 for none, 2 for differences, 3 for those of floats
 * @param planar whether each sample has a plane of its own
 * @param white the value of full intensity that the file names, or all bits set
 */
public record TiffLayout(
        int width,
        int height,
        int bits,
        Format format,
        int samples,
        int colours,
        int alpha,
        boolean premultiplied,
        Photometric photometric,
        int compression,
        int predictor,
        boolean planar,
        double white) {

    /** What the bits of a sample are. */
    public enum Format {
        UNSIGNED,
        SIGNED,
        FLOAT
    }

    /** What the colours of a pixel are. */
    public enum Photometric {
        WHITE_IS_ZERO,
        BLACK_IS_ZERO,
        RGB,
        PALETTE,
        OTHER
    }

    private static final int MAX_SAMPLE_VALUE = 281, TILED_SAMPLES = 277;

    /** Compressions that are decoded here. */
    private static final Map<Integer, String> OWN =
            Map.of(1, "none", 5, "LZW", 8, "Deflate", 32946, "Deflate", 32773, "PackBits");

    private static final Map<Integer, String> IMAGEIO =
            Map.of(2, "CCITT", 3, "CCITT T.4", 4, "CCITT T.6", 6, "JPEG", 7, "JPEG");

    private static final Map<Integer, String> REFUSED = Map.ofEntries(
            Map.entry(50000, "Zstandard"),
            Map.entry(34926, "Zstandard"),
            Map.entry(50001, "WebP"),
            Map.entry(34927, "WebP"),
            Map.entry(34925, "LZMA"),
            Map.entry(34712, "JPEG 2000"),
            Map.entry(33003, "JPEG 2000"),
            Map.entry(33005, "JPEG 2000"),
            Map.entry(34887, "LERC"),
            Map.entry(34661, "JBIG"),
            Map.entry(34676, "SGILog"),
            Map.entry(34677, "SGILog24"),
            Map.entry(32809, "ThunderScan"),
            Map.entry(32766, "NeXT"),
            Map.entry(32909, "PixarLog"),
            Map.entry(34892, "lossy JPEG of DNG"),
            Map.entry(50002, "JPEG XL"),
            Map.entry(52546, "JPEG XL"));

    private static final Map<Integer, String> OTHER_COLOURS = Map.of(5, "CMYK", 6, "YCbCr", 8, "CIE Lab", 9, "ICC Lab");
    private static final Map<Integer, String> REFUSED_COLOURS = Map.of(
            4,
            "transparency mask",
            10,
            "ITU Lab",
            32803,
            "colour filter array",
            32844,
            "LogL",
            32845,
            "LogLuv",
            34892,
            "linear raw");

    /** @throws UnsupportedTiffException naming what is not read */
    public static TiffLayout of(TiffDirectory page) throws IOException {
        int samples = (int) page.number(TILED_SAMPLES, 1), photometric = (int) page.number(262, -1);
        int compression = (int) page.number(259, 1), bits = bits(page);
        if (!OWN.containsKey(compression) && !IMAGEIO.containsKey(compression))
            refuse("the compression " + REFUSED.getOrDefault(compression, "number " + compression));
        if (photometric < 0) photometric = samples > 2 ? 2 : 1;
        if (photometric > 3 && !OTHER_COLOURS.containsKey(photometric))
            refuse("colours of the kind " + REFUSED_COLOURS.getOrDefault(photometric, "number " + photometric));
        Format format = format(page, bits);
        int colours = photometric == 2 ? 3 : photometric > 3 ? photometric == 5 ? 4 : 3 : 1;
        if (samples < colours) throw new IOException("too few samples");
        long[] extra = page.numbers(338);
        int alpha = -1;
        for (int i = 0; extra != null && i < extra.length && colours + i < samples && alpha < 0; i++)
            if (extra[i] == 1 || extra[i] == 2) alpha = colours + i;
        int predictor = (int) page.number(317, 1);
        requirePredictor(predictor, bits, format, compression);
        if (photometric > 3 && bits != 8) refuse(bits + "-bit " + OTHER_COLOURS.get(photometric));
        TiffLayout layout = new TiffLayout(
                size(page, 256),
                size(page, 257),
                bits,
                format,
                samples,
                colours,
                alpha,
                alpha >= 0 && extra[alpha - colours] == 1,
                photometric > 3 ? Photometric.OTHER : Photometric.values()[photometric],
                compression,
                predictor,
                page.number(284, 1) == 2 && samples > 1,
                page.number(MAX_SAMPLE_VALUE, format == Format.UNSIGNED ? (1L << Math.min(bits, 32)) - 1 : 0));
        layout.requireCombination(page);
        return layout;
    }

    /** Whether {@link TiffSamples} reads it; if not, ImageIO does. */
    public boolean isOwn() {
        return OWN.containsKey(compression) && photometric != Photometric.OTHER;
    }

    /** Samples that are neither colours nor alpha. */
    public int ignored() {
        return samples - colours - (alpha < 0 ? 0 : 1);
    }

    private void requireCombination(TiffDirectory page) throws IOException {
        if (!isOwn()) return;
        if (alpha >= 0 && (format != Format.UNSIGNED || bits > 16))
            refuse("alpha of " + bits + "-bit " + names(format) + " samples");
        if (photometric == Photometric.PALETTE && (format != Format.UNSIGNED || bits > 16))
            refuse("a palette of " + bits + "-bit " + names(format) + " indices");
        if (photometric == Photometric.RGB
                && page.has(TiffDirectory.PROFILE)
                && (format != Format.UNSIGNED || bits > 16))
            refuse("a colour profile of " + bits + "-bit " + names(format) + " samples");
    }

    private static int bits(TiffDirectory page) throws IOException {
        long[] bits = page.numbers(258);
        if (bits == null || bits.length == 0) return 1;
        if (Arrays.stream(bits).distinct().count() > 1)
            refuse("samples of different depths ("
                    + Arrays.stream(bits).mapToObj(Long::toString).collect(Collectors.joining(", ")) + " bits)");
        return (int) bits[0];
    }

    private static Format format(TiffDirectory page, int bits) throws IOException {
        int format = (int) page.number(339, 1);
        if (format == 5 || format == 6) refuse("complex numbers");
        if (format == 4 && bits > 16) refuse(bits + "-bit samples of undefined format");
        if (format == 3) {
            if (bits != 16 && bits != 32 && bits != 64) refuse(bits + "-bit floating-point numbers");
            return Format.FLOAT;
        }
        if (bits < 1 || bits > 32) refuse(bits + "-bit integers");
        return format == 2 ? Format.SIGNED : Format.UNSIGNED;
    }

    private static void requirePredictor(int predictor, int bits, Format format, int compression) throws IOException {
        if (predictor == 1 || compression != 5 && compression != 8 && compression != 32946) return;
        boolean legal = predictor == 2 ? bits % 8 == 0 && bits != 24 : predictor == 3 && format == Format.FLOAT;
        if (!legal) refuse("the predictor " + predictor + " of " + bits + "-bit " + names(format) + " samples");
    }

    private static String names(Format format) {
        return format == Format.FLOAT ? "floating-point" : format == Format.SIGNED ? "signed" : "unsigned";
    }

    private static int size(TiffDirectory page, int tag) throws IOException {
        long size = page.number(tag, 0);
        if (size < 1 || size > Integer.MAX_VALUE) throw new IOException("no size");
        return (int) size;
    }

    private static void refuse(String kind) throws UnsupportedTiffException {
        throw new UnsupportedTiffException(kind);
    }
}
