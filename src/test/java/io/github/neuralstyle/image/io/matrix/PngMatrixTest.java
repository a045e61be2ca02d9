package io.github.neuralstyle.image.io.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.io.matrix.Truth.Expected;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PNG files of all kinds against computed pixels. */
class PngMatrixTest {

    private static final boolean[] INTERLACED = {false, true};
    private static final double[] ADOBE = {0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06};

    @TempDir
    private Path folder;

    private int files;

    private static TiffWriter.Bits unsigned(int bits) {
        return (x, y, c) -> Truth.unsigned(x, y, c, bits);
    }

    private void check(String name, PngWriter png, TiffWriter.Bits values, Expected expected) throws IOException {
        Path file = png.write(folder.resolve("a" + files++ + ".png"), values);
        Truth.check(name, ImageFiles.readPixels(file), expected, 1);
    }

    @Test
    void allKinds() throws IOException {
        for (boolean interlaced : INTERLACED) {
            for (int bits : new int[] {1, 2, 4, 8, 16})
                check(
                        "grey " + bits,
                        new PngWriter(0, bits, interlaced),
                        unsigned(bits),
                        Truth.grey(Truth.rounded(bits)));
            for (int bits : new int[] {8, 16}) {
                Expected rounded = Truth.rounded(bits);
                check("rgb " + bits, new PngWriter(2, bits, interlaced), unsigned(bits), rounded);
                check(
                        "rgba " + bits,
                        new PngWriter(6, bits, interlaced),
                        unsigned(bits),
                        Truth.overWhite(rounded, rounded));
                check(
                        "grey alpha " + bits,
                        new PngWriter(4, bits, interlaced),
                        (x, y, s) -> Truth.unsigned(x, y, s == 1 ? 3 : 0, bits),
                        Truth.overWhite(Truth.grey(rounded), rounded));
            }
        }
        assertEquals(22, files);
    }

    @Test
    void palettes() throws IOException {
        for (boolean interlaced : INTERLACED)
            for (int bits : new int[] {1, 2, 4, 8})
                for (boolean transparent : INTERLACED) {
                    byte[] map = new byte[3 << bits], alpha = new byte[1 << bits];
                    for (int i = 0; i < map.length; i++) map[i] = (byte) (i * 37);
                    for (int i = 0; i < alpha.length; i++) alpha[i] = (byte) (255 - i * 50);
                    PngWriter png = new PngWriter(3, bits, interlaced).chunk("PLTE", map);
                    if (transparent) png.chunk("tRNS", alpha);
                    check("palette " + bits + transparent, png, unsigned(bits), (x, y, c) -> {
                        int index = (int) Truth.unsigned(x, y, 0, bits), value = map[3 * index + c] & 0xff;
                        return transparent ? 255 + (value - 255) * (alpha[index] & 0xff) / 255.0 : value;
                    });
                }
        assertEquals(16, files);
    }

    /** One colour is transparent: that of the first pixel. */
    @Test
    void transparentColours() throws IOException {
        for (boolean interlaced : INTERLACED)
            for (int bits : new int[] {1, 2, 4, 8, 16})
                for (int kind : new int[] {0, 2}) {
                    if (kind == 2 && bits < 8) continue;
                    ByteBuffer colour = ByteBuffer.allocate(kind == 0 ? 2 : 6);
                    for (int c = 0; c < (kind == 0 ? 1 : 3); c++)
                        colour.putShort((short) Truth.unsigned(0, 0, c, bits));
                    check(
                            "transparent " + kind + " " + bits,
                            new PngWriter(kind, bits, interlaced).chunk("tRNS", colour.array()),
                            unsigned(bits),
                            (x, y, c) -> {
                                boolean same = true;
                                for (int i = 0; i < (kind == 0 ? 1 : 3); i++)
                                    same &= Truth.unsigned(x, y, i, bits) == Truth.unsigned(0, 0, i, bits);
                                return same ? 255 : Truth.rounded(bits).at(x, y, kind == 0 ? 0 : c);
                            });
                }
        assertEquals(14, files);
    }

    @Test
    void colourSpaces() throws IOException {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        int[] chromaticities = new int[8];
        for (int i = 0; i < 8; i++) chromaticities[i] = (int) Math.round(ADOBE[i] * 100000);
        for (boolean interlaced : INTERLACED)
            for (int bits : new int[] {8, 16})
                for (int kind : new int[] {2, 6}) {
                    String name = kind + " of " + bits + " bits";
                    Expected alpha = kind == 2 ? (x, y, c) -> 255 : Truth.rounded(bits);
                    check(
                            "profile " + name,
                            new PngWriter(kind, bits, interlaced).profile(linear),
                            unsigned(bits),
                            Truth.overWhite(
                                    (x, y, c) -> srgb(Truth.rounded(bits).at(x, y, c) / 255), alpha));
                    check(
                            "gamma 1 " + name,
                            new PngWriter(kind, bits, interlaced).chunk("gAMA", 100000),
                            unsigned(bits),
                            Truth.overWhite(
                                    (x, y, c) -> srgb(Truth.rounded(bits).at(x, y, c) / 255), alpha));
                    check(
                            "chromaticities " + name,
                            new PngWriter(kind, bits, interlaced)
                                    .chunk("gAMA", 45470)
                                    .chunk("cHRM", chromaticities),
                            unsigned(bits),
                            Truth.overWhite((x, y, c) -> ofAdobe(x, y, c, bits), alpha));
                    check(
                            "sRGB " + name,
                            new PngWriter(kind, bits, interlaced)
                                    .chunk("sRGB", new byte[1])
                                    .chunk("gAMA", 100000),
                            unsigned(bits),
                            Truth.overWhite(Truth.rounded(bits), alpha));
                    check(
                            "gamma of sRGB " + name,
                            new PngWriter(kind, bits, interlaced).chunk("gAMA", 45455),
                            unsigned(bits),
                            Truth.overWhite(Truth.rounded(bits), alpha));
                }
        assertEquals(40, files);
    }

    private static double srgb(double light) {
        double clamped = Math.min(1, Math.max(0, light));
        return 255 * (clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055);
    }

    /** AdobeRGB to sRGB, both with the white D65. */
    private static double ofAdobe(int x, int y, int c, int bits) {
        double[][] matrix = {{1.398284, -0.398284, 0}, {0, 1, 0}, {0, -0.042939, 1.042939}};
        double light = 0;
        for (int i = 0; i < 3; i++)
            light += matrix[c][i] * Math.pow(Truth.rounded(bits).at(x, y, i) / 255, 1 / 0.4547);
        return srgb(light);
    }

    @Test
    void orientations() throws IOException {
        for (int number = 1; number <= 8; number++)
            for (boolean interlaced : INTERLACED) {
                int orientation = number;
                byte[] exif = {
                    'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) number, 0, 0, 0, 0, 0, 0
                };
                Path file = new PngWriter(2, 8, interlaced)
                        .chunk("eXIf", exif)
                        .write(folder.resolve("a" + files++ + ".png"), unsigned(8));
                Pixels pixels = ImageFiles.readPixels(file);
                boolean turned = number > 4;
                int width = turned ? Truth.HEIGHT : Truth.WIDTH, height = turned ? Truth.WIDTH : Truth.HEIGHT;
                Truth.check(
                        "orientation " + number, pixels, width, height, (x, y, c) -> upright(orientation, x, y, c), 1);
            }
        assertEquals(16, files);
    }

    private static double upright(int orientation, int x, int y, int c) {
        int right = Truth.WIDTH - 1, bottom = Truth.HEIGHT - 1;
        int[] from =
                switch (orientation) {
                    case 1 -> new int[] {x, y};
                    case 2 -> new int[] {right - x, y};
                    case 3 -> new int[] {right - x, bottom - y};
                    case 4 -> new int[] {x, bottom - y};
                    case 5 -> new int[] {y, x};
                    case 6 -> new int[] {y, bottom - x};
                    case 7 -> new int[] {right - y, bottom - x};
                    default -> new int[] {right - y, x};
                };
        return Truth.rounded(8).at(from[0], from[1], c);
    }
}
