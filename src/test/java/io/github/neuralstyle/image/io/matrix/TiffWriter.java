package io.github.neuralstyle.image.io.matrix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** Writes TIFF files of all layouts, tag by tag. */
final class TiffWriter {

    /** The bits of a sample. */
    interface Bits {
        long at(int x, int y, int sample);
    }

    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    int bits = 8, samples = 1, compression = 1, predictor = 1, tile, rowsPerStrip = 5;
    boolean planar, big, reversedBits;
    final Map<Integer, long[]> tags = new TreeMap<>();
    Bits values;

    TiffWriter tag(int tag, long... numbers) {
        tags.put(tag, numbers);
        return this;
    }

    Path write(Path file) throws IOException {
        int width = Truth.WIDTH, height = Truth.HEIGHT, planes = planar ? samples : 1;
        int across = tile > 0 ? tile : width, down = tile > 0 ? tile : rowsPerStrip;
        List<byte[]> chunks = new ArrayList<>();
        for (int plane = 0; plane < planes; plane++)
            for (int y = 0; y < height; y += down)
                for (int x = 0; x < width; x += across)
                    chunks.add(chunk(plane, x, y, across, tile > 0 ? tile : Math.min(down, height - y)));
        long[] depths = new long[samples];
        Arrays.fill(depths, bits);
        tag(256, width).tag(257, height).tag(258, depths).tag(259, compression).tag(277, samples);
        tag(284, planar ? 2 : 1);
        if (predictor > 1) tag(317, predictor);
        if (reversedBits) tag(266, 2);
        if (tile > 0) tag(322, tile).tag(323, tile);
        else tag(278, rowsPerStrip);
        long offset = big ? 16 : 8;
        long[] offsets = new long[chunks.size()], lengths = new long[chunks.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            lengths[i] = chunks.get(i).length;
            offset += lengths[i] + lengths[i] % 2;
        }
        tag(tile > 0 ? 324 : 273, offsets).tag(tile > 0 ? 325 : 279, lengths);
        return Files.write(file, assemble(chunks, offset));
    }

    private byte[] assemble(List<byte[]> chunks, long directory) {
        int entry = big ? 20 : 12;
        long extra = directory + (big ? 8 : 2) + (long) tags.size() * entry + (big ? 8 : 4);
        ByteBuffer out = ByteBuffer.allocate((int) extra
                        + tags.values().stream().mapToInt(t -> 8 * t.length).sum())
                .order(order);
        out.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        if (big)
            out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
        else out.putShort((short) 42).putInt((int) directory);
        for (byte[] chunk : chunks) {
            out.put(chunk);
            if (chunk.length % 2 == 1) out.put((byte) 0);
        }
        if (big) out.putLong(tags.size());
        else out.putShort((short) tags.size());
        for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            int type = tag.getKey() == 34675 ? 1 : Arrays.stream(tag.getValue()).allMatch(v -> v < 65536) ? 3 : 4;
            int bytes = type == 1 ? 1 : type == 3 ? 2 : 4, count = tag.getValue().length;
            out.putShort((short) (int) tag.getKey()).putShort((short) type);
            if (big) out.putLong(count);
            else out.putInt(count);
            int at = out.position(), inline = big ? 8 : 4;
            if (bytes * count > inline) {
                if (big) out.putLong(extra);
                else out.putInt((int) extra);
                out.position((int) extra);
                extra += bytes * count + bytes * count % 2;
            }
            for (long value : tag.getValue()) {
                if (bytes == 1) out.put((byte) value);
                else if (bytes == 2) out.putShort((short) value);
                else out.putInt((int) value);
            }
            out.position(at + inline);
        }
        return out.array();
    }

    private byte[] chunk(int plane, int x, int y, int across, int lines) throws IOException {
        int perPixel = planar ? 1 : samples, rowBytes = (across * perPixel * bits + 7) / 8;
        ByteBuffer data = ByteBuffer.allocate(rowBytes * lines).order(order);
        for (int line = 0; line < lines; line++) {
            long[] row = new long[across * perPixel];
            for (int i = 0; i < row.length; i++)
                row[i] = values.at(
                        Math.min(x + i / perPixel, Truth.WIDTH - 1),
                        Math.min(y + line, Truth.HEIGHT - 1),
                        planar ? plane : i % perPixel);
            if (predictor == 2) for (int i = row.length - 1; i >= perPixel; i--) row[i] -= row[i - perPixel];
            byte[] packed = predictor == 3 ? floatDifferences(row, perPixel) : packed(row, rowBytes);
            data.put(packed);
        }
        byte[] stored = compress(data.array());
        if (reversedBits)
            for (int i = 0; i < stored.length; i++) stored[i] = (byte) (Integer.reverse(stored[i] & 0xff) >>> 24);
        return stored;
    }

    private byte[] packed(long[] row, int rowBytes) {
        byte[] out = new byte[rowBytes];
        int at = 0;
        for (long value : row)
            for (int bit = bits - 1; bit >= 0; bit--, at++) {
                // Whole bytes in the order of the file, other bits from the highest on
                int place = bits % 8 == 0 && order == ByteOrder.LITTLE_ENDIAN
                        ? at / bits * bits + (bit / 8) * 8 + 7 - bit % 8
                        : at;
                if ((value >> bit & 1) == 1) out[place / 8] |= (byte) (0x80 >> place % 8);
            }
        return out;
    }

    private byte[] floatDifferences(long[] row, int perPixel) {
        int bytes = bits / 8;
        byte[] out = new byte[row.length * bytes];
        for (int i = 0; i < row.length; i++)
            for (int b = 0; b < bytes; b++) out[b * row.length + i] = (byte) (row[i] >> 8 * (bytes - 1 - b));
        for (int i = out.length - 1; i >= perPixel; i--) out[i] -= out[i - perPixel];
        return out;
    }

    private byte[] compress(byte[] data) {
        return switch (compression) {
            case 5 -> lzw(data);
            case 8, 32946 -> deflate(data);
            case 32773 -> packBits(data);
            default -> data;
        };
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] buffer = new byte[data.length + 100];
        return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }

    private static byte[] packBits(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < data.length; ) {
            int run = 1;
            while (run < 128 && i + run < data.length && data[i + run] == data[i]) run++;
            if (run > 1) {
                out.write(1 - run);
                out.write(data[i]);
                i += run;
            } else {
                int count = Math.min(3, data.length - i);
                out.write(count - 1);
                out.write(data, i, count);
                i += count;
            }
        }
        return out.toByteArray();
    }

    /** As libtiff writes it: a code is a bit longer from 511, 1023 and 2047 on, and the table is cleared when it is full. */
    private static byte[] lzw(byte[] data) {
        StringBuilder out = new StringBuilder();
        Map<String, Integer> table = new HashMap<>();
        int free = 258, width = 9;
        append(out, 256, width);
        String held = "";
        for (byte b : data) {
            String longer = held + (char) (b & 0xff);
            if (longer.length() == 1 || table.containsKey(longer)) {
                held = longer;
                continue;
            }
            append(out, held.length() == 1 ? held.charAt(0) : table.get(held), width);
            table.put(longer, free++);
            if (free == 512 || free == 1024 || free == 2048) width++;
            if (free == 4094) {
                append(out, 256, width);
                table.clear();
                free = 258;
                width = 9;
            }
            held = longer.substring(longer.length() - 1);
        }
        append(out, held.length() == 1 ? held.charAt(0) : table.get(held), width);
        if (++free == 512 || free == 1024 || free == 2048) width++;
        append(out, 257, width);
        while (out.length() % 8 > 0) out.append('0');
        byte[] bytes = new byte[out.length() / 8];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(out.substring(8 * i, 8 * i + 8), 2);
        return bytes;
    }

    private static void append(StringBuilder out, int code, int width) {
        for (int bit = width - 1; bit >= 0; bit--) out.append(code >> bit & 1);
    }
}
