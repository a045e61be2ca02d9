package io.github.neuralstyle.image.io.tiff;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/** Decodes strips and tiles, whose decoded length is known. */
final class TiffCompression {

    private static final int CLEAR = 256, END = 257, MAX_BITS = 12;

    private TiffCompression() {}

    /** @throws IOException if the data end early or are damaged */
    static byte[] decode(int compression, byte[] data, int length) throws IOException {
        return switch (compression) {
            case 1 -> whole(data, length);
            case 5 -> lzw(data, length);
            case 32773 -> packBits(data, length);
            default -> inflate(data, length);
        };
    }

    private static byte[] whole(byte[] data, int length) throws IOException {
        if (data.length < length) throw new EOFException();
        return data;
    }

    private static byte[] inflate(byte[] data, int length) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(data))) {
            return whole(in.readNBytes(length), length);
        }
    }

    private static byte[] packBits(byte[] data, int length) throws IOException {
        byte[] decoded = new byte[length];
        int from = 0, to = 0;
        while (to < length) {
            if (from + 1 >= data.length) throw new EOFException();
            int control = data[from++];
            int count = Math.min(control >= 0 ? control + 1 : 1 - control, length - to);
            if (control == -128) continue;
            if (control >= 0) {
                if (from + count > data.length) throw new EOFException();
                System.arraycopy(data, from, decoded, to, count);
                from += control + 1;
            } else {
                Arrays.fill(decoded, to, to + count, data[from++]);
            }
            to += count;
        }
        return decoded;
    }

    /** The codes grow one code early, as TIFF 6.0 has it. */
    private static byte[] lzw(byte[] data, int length) throws IOException {
        byte[] decoded = new byte[length], suffix = new byte[1 << MAX_BITS], reversed = new byte[1 << MAX_BITS];
        int[] prefix = new int[1 << MAX_BITS];
        int to = 0, width = 9, free = END + 1, last = -1, first = 0, buffer = 0, held = 0, from = 0;
        while (to < length) {
            while (held < width) {
                if (from >= data.length) throw new EOFException();
                buffer = buffer << 8 | data[from++] & 0xff;
                held += 8;
            }
            held -= width;
            int code = buffer >> held & (1 << width) - 1;
            buffer &= (1 << held) - 1;
            if (code == END) throw new EOFException();
            if (code == CLEAR) {
                width = 9;
                free = END + 1;
                last = -1;
                continue;
            }
            if (code > free || last < 0 && code > 255) throw new IOException("damaged LZW");
            int entry = code, count = 0;
            if (code == free) {
                reversed[count++] = (byte) first;
                entry = last;
            }
            for (; entry > 255; entry = prefix[entry]) reversed[count++] = suffix[entry];
            first = entry;
            reversed[count++] = (byte) entry;
            while (count > 0 && to < length) decoded[to++] = reversed[--count];
            if (last >= 0 && free < 1 << MAX_BITS) {
                prefix[free] = last;
                suffix[free++] = (byte) first;
                if (free + 1 >= 1 << width && width < MAX_BITS) width++;
            }
            last = code;
        }
        return decoded;
    }
}
