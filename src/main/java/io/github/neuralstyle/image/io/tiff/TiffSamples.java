package io.github.neuralstyle.image.io.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads grey, RGB and palette samples of every depth and format. ImageIO's readers, TwelveMonkeys' and the JDK's, take signed
 * ones for unsigned, packed ones of 10 to 14 bits for 16, cut float ones to 0..1 and refuse planes of other depths than 8.
 */
public final class TiffSamples {

    private static final int BAND_BYTES = 1 << 22;

    private final ImageInputStream in;
    private final TiffDirectory page;
    private final TiffLayout layout;
    private final int step, width, height;
    private final int[] bands;
    private final float[][] floats;
    private final double[][] doubles;
    private final int[][] integers;

    private TiffSamples(ImageInputStream in, TiffDirectory page, TiffLayout layout, int step) {
        this.in = in;
        this.page = page;
        this.layout = layout;
        this.step = step;
        width = (layout.width() + step - 1) / step;
        height = (layout.height() + step - 1) / step;
        bands = new int[layout.colours() + (layout.alpha() < 0 ? 0 : 1)];
        for (int i = 0; i < bands.length; i++) bands[i] = i < layout.colours() ? i : layout.alpha();
        boolean real = layout.format() == TiffLayout.Format.FLOAT, wide = layout.bits() == 64;
        int size = Math.multiplyExact(width, height);
        integers = real ? null : new int[bands.length][size];
        floats = real && !wide ? new float[bands.length][size] : null;
        doubles = real && wide ? new double[bands.length][size] : null;
    }

    /** @param step every how many columns and rows are kept @throws IOException if the file is truncated or damaged */
    public static TiffSamples read(ImageInputStream in, TiffDirectory page, TiffLayout layout, int step)
            throws IOException {
        TiffSamples samples = new TiffSamples(in, page, layout, step);
        samples.read();
        return samples;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The colours, then alpha if there is one; of unsigned 32 bits the same bits; null if they are floats. */
    public int[][] integers() {
        return integers;
    }

    /** The colours if they are of 16 or 32-bit floats, else null. */
    public float[][] floats() {
        return floats;
    }

    /** The colours if they are of 64-bit floats, else null. */
    public double[][] doubles() {
        return doubles;
    }

    private void read() throws IOException {
        boolean tiled = page.has(322);
        int across = tiled ? (int) page.number(322, 0) : layout.width();
        int down = (int) Math.min(
                tiled ? page.number(323, 0) : page.number(278, layout.height()),
                tiled ? Integer.MAX_VALUE : layout.height());
        long[] offsets = page.numbers(tiled ? 324 : 273), lengths = page.numbers(tiled ? 325 : 279);
        if (offsets == null || across < 1 || down < 1) throw new IOException("no data");
        int columns = (layout.width() + across - 1) / across, rows = (layout.height() + down - 1) / down;
        int planes = layout.planar() ? layout.samples() : 1;
        if (offsets.length < columns * rows * planes) throw new EOFException();
        for (int plane = 0; plane < planes; plane++)
            for (int row = 0; row < rows; row++)
                for (int column = 0; column < columns; column++) {
                    int index = (plane * rows + row) * columns + column;
                    int lines = tiled ? down : Math.min(down, layout.height() - row * down);
                    bands(
                            offsets[index],
                            lengths == null ? -1 : lengths[index],
                            plane,
                            column * across,
                            row * down,
                            across,
                            lines);
                }
    }

    /** Uncompressed strips in parts, as one may be the whole image. */
    private void bands(long offset, long length, int plane, int x, int y, int across, int lines) throws IOException {
        int perPixel = layout.planar() ? 1 : layout.samples();
        long rowBytes = ((long) across * perPixel * layout.bits() + 7) / 8;
        if (layout.compression() != 1) {
            chunk(offset, length, plane, x, y, across, lines);
            return;
        }
        if (length >= 0 && length < rowBytes * Math.min(lines, layout.height() - y)) throw new EOFException();
        int part = (int) Math.max(1, BAND_BYTES / rowBytes);
        for (int line = 0; line < lines && y + line < layout.height(); line += part) {
            int count = Math.min(part, Math.min(lines - line, layout.height() - y - line));
            chunk(offset + line * rowBytes, -1, plane, x, y + line, across, count);
        }
    }

    private void chunk(long offset, long length, int plane, int x, int y, int across, int lines) throws IOException {
        int perPixel = layout.planar() ? 1 : layout.samples();
        int rowBytes = Math.toIntExact(((long) across * perPixel * layout.bits() + 7) / 8);
        int decodedLength = Math.multiplyExact(rowBytes, lines);
        byte[] stored = new byte[(int) Math.min(length < 0 ? decodedLength : length, Integer.MAX_VALUE - 8)];
        if (in.length() >= 0 && offset + stored.length > in.length()) throw new EOFException();
        in.seek(offset);
        in.readFully(stored);
        if (page.number(266, 1) == 2)
            for (int i = 0; i < stored.length; i++) stored[i] = (byte) (Integer.reverse(stored[i]) >> 24);
        byte[] data = TiffCompression.decode(layout.compression(), stored, decodedLength);
        boolean little = in.getByteOrder() == ByteOrder.LITTLE_ENDIAN;
        boolean predicted = layout.compression() != 1 && layout.compression() != 32773;
        for (int line = 0; line < lines && y + line < layout.height(); line++) {
            if ((y + line) % step != 0) continue;
            if (predicted)
                TiffPredictor.undo(
                        layout.predictor(), data, line * rowBytes, rowBytes, perPixel, layout.bits() / 8, little);
            row(new BitRow(data, line * rowBytes, layout.bits(), little), plane, perPixel, x, y + line, across);
        }
    }

    private void row(BitRow bits, int plane, int perPixel, int x, int y, int across) {
        int first = (x + step - 1) / step * step;
        for (int band = 0; band < bands.length; band++) {
            int sample = layout.planar() ? 0 : bands[band];
            if (layout.planar() && bands[band] != plane) continue;
            int target = y / step * width + first / step;
            for (int column = first; column < Math.min(x + across, layout.width()); column += step)
                put(band, target++, bits.get((column - x) * perPixel + sample));
        }
    }

    private void put(int band, int index, long bits) {
        if (doubles != null) doubles[band][index] = Double.longBitsToDouble(bits);
        else if (floats != null)
            floats[band][index] = layout.bits() == 16 ? half((int) bits) : Float.intBitsToFloat((int) bits);
        else if (layout.format() == TiffLayout.Format.SIGNED)
            integers[band][index] = (int) bits << 32 - layout.bits() >> 32 - layout.bits();
        else integers[band][index] = (int) bits;
    }

    private static float half(int bits) {
        int sign = bits >> 15, exponent = bits >> 10 & 31, fraction = bits & 1023;
        double value = exponent == 0
                ? fraction * Math.pow(2, -24)
                : exponent == 31
                        ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                        : (1024 + fraction) * Math.pow(2, exponent - 25);
        return (float) (sign == 0 ? value : -value);
    }
}
