package io.github.neuralstyle.image.io.tiff;

/** The samples of one row: in bytes of the file's order if they fill some, else packed from the highest bit on. */
record BitRow(byte[] data, int start, int bits, boolean littleEndian) {

    /** The bits of a sample, the rest zero. */
    long get(int index) {
        return bits % 8 == 0 ? bytes(start + index * (bits / 8)) : packed((long) index * bits);
    }

    private long bytes(int at) {
        int count = bits / 8;
        long value = 0;
        for (int i = 0; i < count; i++) value = value << 8 | data[at + (littleEndian ? count - 1 - i : i)] & 0xff;
        return value;
    }

    private long packed(long firstBit) {
        long value = 0;
        int at = start + (int) (firstBit / 8), offset = (int) (firstBit % 8), held = 0;
        while (held < offset + bits) {
            value = value << 8 | data[at++] & 0xff;
            held += 8;
        }
        return value >> held - offset - bits & (1L << bits) - 1;
    }
}
