package io.github.neuralstyle.model.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Damages files, mostly where they are structure and not weights. */
public final class Mutations {

    private static final long[] EXTREMES = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0xffff,
        0x10000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffffffffL,
        0x7fffffff0L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 40
    };

    private final byte[] original;
    private final int[] structure;
    private final Random random;

    /** @param weights whether each byte is part of a weight */
    Mutations(byte[] original, boolean[] weights, long seed) {
        this.original = original;
        structure = IntStream.range(0, original.length).filter(i -> !weights[i]).toArray();
        random = new Random(seed);
    }

    /** A file with one to four damages. */
    byte[] next() {
        byte[] bytes = original.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 16; i--) bytes = damaged(bytes);
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        int place = Math.min(
                random.nextInt(20) == 0 ? random.nextInt(bytes.length) : structure[random.nextInt(structure.length)],
                bytes.length - 9);
        switch (random.nextInt(16)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> {
                return removed(bytes, place, 1 + random.nextInt(8));
            }
            case 2 -> {
                int from = structure[random.nextInt(structure.length)],
                        length = Math.min(1 + random.nextInt(64), bytes.length - place);
                System.arraycopy(original, Math.min(from, original.length - length), bytes, place, length);
            }
            case 3, 4, 5 -> {
                ByteBuffer buffer = ByteBuffer.wrap(bytes)
                        .order(random.nextInt(8) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                long value = random.nextInt(4) == 0
                        ? random.nextInt(2 * bytes.length)
                        : EXTREMES[random.nextInt(EXTREMES.length)];
                switch (random.nextInt(3)) {
                    case 0 -> buffer.putShort(place, (short) value);
                    case 1 -> buffer.putInt(place, (int) value);
                    default -> buffer.putLong(place, value);
                }
            }
            case 6, 7, 8 -> bytes[place] += (byte) (1 - 2 * random.nextInt(2));
            case 9, 10, 11 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
            default -> bytes[place] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] removed(byte[] bytes, int place, int count) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(
                bytes,
                Math.min(place + count, bytes.length),
                shorter,
                Math.min(place, shorter.length),
                Math.max(0, shorter.length - place));
        return shorter;
    }
}
