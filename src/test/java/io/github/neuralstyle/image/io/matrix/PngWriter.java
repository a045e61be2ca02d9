package io.github.neuralstyle.image.io.matrix;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files of all kinds, chunk by chunk. */
final class PngWriter {

    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final int kind, bits, samples;
    private final boolean interlaced;

    /** @param kind 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha */
    PngWriter(int kind, int bits, boolean interlaced) throws IOException {
        this.kind = kind;
        this.bits = bits;
        this.interlaced = interlaced;
        samples = kind == 2 ? 3 : kind == 4 ? 2 : kind == 6 ? 4 : 1;
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeInt(Truth.WIDTH);
        data.writeInt(Truth.HEIGHT);
        data.write(new byte[] {(byte) bits, (byte) kind, 0, 0, (byte) (interlaced ? 1 : 0)});
        chunk("IHDR", header.toByteArray());
    }

    PngWriter chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
        return this;
    }

    PngWriter chunk(String type, int... numbers) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int number : numbers) new DataOutputStream(data).writeInt(number);
        return chunk(type, data.toByteArray());
    }

    PngWriter profile(byte[] profile) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(new byte[] {'p', 0, 0});
        data.write(deflated(profile));
        return chunk("iCCP", data.toByteArray());
    }

    Path write(Path file, TiffWriter.Bits values) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}})
            for (int y = pass[1]; y < Truth.HEIGHT && pass[0] < Truth.WIDTH; y += pass[3]) {
                rows.write(0);
                int held = 0, count = 0;
                for (int x = pass[0]; x < Truth.WIDTH; x += pass[2])
                    for (int sample = 0; sample < samples; sample++) {
                        long value = values.at(x, y, sample);
                        if (bits == 16) rows.write((int) (value >> 8));
                        if (bits >= 8) rows.write((int) value);
                        else {
                            held = held << bits | (int) value;
                            count += bits;
                            if (count == 8) {
                                rows.write(held);
                                held = count = 0;
                            }
                        }
                    }
                if (count > 0) rows.write(held << 8 - count);
            }
        chunk("IDAT", deflated(rows.toByteArray())).chunk("IEND", new byte[0]);
        return Files.write(file, bytes.toByteArray());
    }

    private static byte[] deflated(byte[] data) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(data);
        }
        return deflated.toByteArray();
    }
}
