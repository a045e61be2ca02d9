package io.github.neuralstyle.image.io.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.io.matrix.TiffWriter.Bits;
import io.github.neuralstyle.image.io.matrix.Truth.Expected;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TIFF files of all layouts against computed pixels. */
class TiffMatrixTest {

    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    private static final int[] OWN_COMPRESSIONS = {1, 5, 8, 32946, 32773};

    @TempDir
    private Path folder;

    private int files;

    private void check(TiffWriter tiff, Expected expected) throws IOException {
        String name = tiff.bits + " bits, " + tiff.samples + " samples, " + (tiff.planar ? "planar, " : "")
                + (tiff.big ? "big, " : "") + "compression " + tiff.compression + ", predictor " + tiff.predictor
                + ", tile " + tiff.tile + ", " + tiff.order + ", format " + first(tiff, 339) + ", photometric "
                + first(tiff, 262) + ", extra " + first(tiff, 338);
        Path file = tiff.write(folder.resolve("a" + files++ + ".tif"));
        try {
            Truth.check(name, ImageFiles.readPixels(file), expected, 1);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    private static long first(TiffWriter tiff, int tag) {
        return tiff.tags.containsKey(tag) ? tiff.tags.get(tag)[0] : -1;
    }

    static TiffWriter tiff(ByteOrder order, int bits, int photometric, int samples, Bits values) {
        TiffWriter tiff = new TiffWriter();
        tiff.order = order;
        tiff.bits = bits;
        tiff.samples = samples;
        tiff.values = values;
        return tiff.tag(262, photometric);
    }

    static Bits unsigned(int bits) {
        return (x, y, c) -> Truth.unsigned(x, y, c, bits);
    }

    /** Grey and RGB of every depth; grey of more than 8 bits goes from minimum to maximum, which are 0 and white here. */
    @Test
    void unsignedIntegers() throws IOException {
        for (ByteOrder order : ORDERS)
            for (int bits : new int[] {1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 15, 16, 24, 32}) {
                Expected grey = Truth.grey(Truth.rounded(bits));
                for (int compression : new int[] {1, 8}) {
                    Bits inverted = (x, y, c) -> ((1L << bits) - 1) - Truth.unsigned(x, y, c, bits);
                    TiffWriter[] tiffs = {
                        tiff(order, bits, 0, 1, inverted),
                        tiff(order, bits, 1, 1, unsigned(bits)),
                        tiff(order, bits, 2, 3, unsigned(bits)),
                        tiff(order, bits, 2, 3, unsigned(bits))
                    };
                    tiffs[3].planar = true;
                    for (TiffWriter tiff : tiffs) {
                        tiff.compression = compression;
                        check(tiff, tiff.samples == 1 ? grey : Truth.rounded(bits));
                    }
                }
            }
        assertEquals(2 * 14 * 2 * 4, files);
    }

    /** From minimum to maximum of all channels. */
    @Test
    void signedIntegersAndFloats() throws IOException {
        for (ByteOrder order : ORDERS)
            for (int samples : new int[] {1, 3})
                for (int compression : OWN_COMPRESSIONS) {
                    Expected expected = samples == 1 ? Truth.grey(Truth.rounded(16)) : Truth.rounded(16);
                    for (int bits : new int[] {8, 12, 16, 32}) {
                        long half = 1L << bits - 1;
                        TiffWriter tiff = tiff(
                                order,
                                bits,
                                samples == 1 ? 1 : 2,
                                samples,
                                (x, y, c) -> Truth.unsigned(x, y, c, bits) - half & (1L << bits) - 1);
                        tiff.compression = compression;
                        check(tiff.tag(339, 2), expected);
                    }
                    for (int bits : new int[] {16, 32, 64}) {
                        TiffWriter tiff = tiff(order, bits, samples == 1 ? 1 : 2, samples, floats(bits));
                        tiff.compression = compression;
                        tiff.planar = samples == 3 && compression == 5;
                        check(tiff.tag(339, 3), expected);
                    }
                }
        assertEquals(2 * 2 * 5 * 7, files);
    }

    /** From -1 to 3. */
    static Bits floats(int bits) {
        return (x, y, c) -> {
            double value = 4 * Truth.at(x, y, c) - 1;
            return switch (bits) {
                case 64 -> Double.doubleToLongBits(value);
                case 32 -> Float.floatToIntBits((float) value) & 0xffffffffL;
                default -> half(value);
            };
        };
    }

    private static long half(double value) {
        if (value == 0) return 0;
        int exponent = Math.max(-14, Math.getExponent(value));
        long mantissa = Math.round(Math.abs(value) * Math.pow(2, 10 - exponent));
        long bits = mantissa < 1024 ? mantissa : (exponent + 15L) * 1024 + mantissa - 1024;
        return (value < 0 ? 0x8000 : 0) + bits;
    }

    @Test
    void predictors() throws IOException {
        for (ByteOrder order : ORDERS)
            for (int samples : new int[] {1, 3})
                for (int compression : new int[] {5, 8})
                    for (boolean planar : new boolean[] {false, true}) {
                        for (int bits : new int[] {8, 16, 32}) {
                            TiffWriter tiff = tiff(order, bits, samples == 1 ? 1 : 2, samples, unsigned(bits));
                            tiff.predictor = 2;
                            tiff.compression = compression;
                            tiff.planar = planar;
                            check(tiff, samples == 1 ? Truth.grey(Truth.rounded(bits)) : Truth.rounded(bits));
                        }
                        for (int bits : new int[] {16, 32, 64}) {
                            TiffWriter tiff = tiff(order, bits, samples == 1 ? 1 : 2, samples, floats(bits));
                            tiff.predictor = 3;
                            tiff.compression = compression;
                            tiff.planar = planar;
                            check(tiff.tag(339, 3), samples == 1 ? Truth.grey(Truth.rounded(16)) : Truth.rounded(16));
                        }
                    }
        assertEquals(96, files);
    }

    @Test
    void tilesStripsAndBigFiles() throws IOException {
        for (int bits : new int[] {1, 8, 12, 16, 32})
            for (boolean planar : new boolean[] {false, true})
                for (int tile : new int[] {0, 16})
                    for (boolean big : new boolean[] {false, true}) {
                        TiffWriter tiff = tiff(ByteOrder.LITTLE_ENDIAN, bits, 2, 3, unsigned(bits));
                        tiff.planar = planar;
                        tiff.tile = tile;
                        tiff.big = big;
                        tiff.rowsPerStrip = bits == 8 ? 1 : 100;
                        tiff.compression = big ? 5 : 32773;
                        tiff.reversedBits = bits == 12;
                        check(tiff, Truth.rounded(bits));
                    }
        assertEquals(40, files);
    }

    @Test
    void alpha() throws IOException {
        for (int bits : new int[] {8, 16})
            for (int colours : new int[] {1, 3})
                for (boolean planar : new boolean[] {false, true})
                    for (int extra : new int[] {0, 1, 2}) {
                        TiffWriter tiff =
                                tiff(ByteOrder.BIG_ENDIAN, bits, colours == 1 ? 1 : 2, colours + 1, (x, y, s) -> {
                                    double alpha = Truth.at(x, y, 3);
                                    double value = s == colours ? alpha : Truth.at(x, y, s) * (extra == 1 ? alpha : 1);
                                    return Math.round(value * ((1L << bits) - 1));
                                });
                        tiff.planar = planar;
                        tiff.tag(338, extra);
                        Expected colour = (x, y, c) -> 255 * Truth.at(x, y, colours == 1 ? 0 : c);
                        Expected opacity = (x, y, c) -> 255 * Truth.at(x, y, 3);
                        if (extra == 0 && bits == 16 && colours == 1) check(tiff, Truth.grey(Truth.rounded(16)));
                        else if (extra == 1) {
                            double most = (1L << bits) - 1;
                            check(
                                    tiff,
                                    (x, y, c) -> 255
                                            + (tiff.values.at(x, y, colours == 1 ? 0 : c)
                                                            - tiff.values.at(x, y, colours))
                                                    * 255
                                                    / most);
                        } else check(tiff, extra == 0 ? colour : Truth.overWhite(colour, opacity));
                        if (extra == 0)
                            assertTrue(ImageFiles.open(folder.resolve("a" + (files - 1) + ".tif"), 64)
                                    .notes()
                                    .get(0)
                                    .startsWith("1 of the " + (colours + 1) + " channels"));
                    }
        assertEquals(24, files);
    }

    @Test
    void palettes() throws IOException {
        for (ByteOrder order : ORDERS)
            for (int bits : new int[] {1, 2, 4, 8})
                for (int full : new int[] {255, 65535}) {
                    int size = 1 << bits;
                    long[] map = new long[3 * size];
                    for (int i = 0; i < map.length; i++) map[i] = Math.round((i * 37 % 101) / 100.0 * full);
                    map[0] = full;
                    check(
                            tiff(order, bits, 3, 1, unsigned(bits)).tag(320, map),
                            (x, y, c) -> map[c * size + (int) Truth.unsigned(x, y, 0, bits)] * 255.0 / full);
                }
        assertEquals(16, files);
    }

    /** 16 bits hold values of 10 and 12, with or without a tag that says so. */
    @Test
    void containers() throws IOException {
        for (int bits : new int[] {10, 12, 14})
            for (boolean tagged : new boolean[] {false, true}) {
                if (bits == 14 && !tagged) continue;
                TiffWriter tiff = tiff(ByteOrder.LITTLE_ENDIAN, 16, 2, 3, unsigned(bits));
                if (tagged) tiff.tag(281, (1 << bits) - 1);
                check(tiff, Truth.rounded(bits));
            }
        assertEquals(5, files);
    }
}
