package io.github.neuralstyle.image.io.tiff;

/** Undoes the differences that rows are stored as. */
final class TiffPredictor {

    private TiffPredictor() {}

    /**
     * Undoes it in one row.
     *
     * @param data the bytes of the chunk; changed in place
     * @param start of the row
     * @param length of the row in bytes
     * @param samples of a pixel in this plane
     * @param bytes of a sample
     */
    static void undo(int predictor, byte[] data, int start, int length, int samples, int bytes, boolean littleEndian) {
        if (predictor == 2) sum(data, start, length, samples, bytes, littleEndian);
        if (predictor == 3) floats(data, start, length, samples, bytes, littleEndian);
    }

    private static void sum(byte[] data, int start, int length, int samples, int bytes, boolean littleEndian) {
        for (int at = start + samples * bytes; at < start + length; at += bytes) {
            int carry = 0;
            for (int i = 0; i < bytes; i++) {
                int place = littleEndian ? i : bytes - 1 - i;
                int sum = (data[at + place] & 0xff) + (data[at - samples * bytes + place] & 0xff) + carry;
                data[at + place] = (byte) sum;
                carry = sum >> 8;
            }
        }
    }

    /** The bytes of one significance lie together, the highest first, as differences. */
    private static void floats(byte[] data, int start, int length, int samples, int bytes, boolean littleEndian) {
        for (int i = start + samples; i < start + length; i++) data[i] += data[i - samples];
        byte[] row = new byte[length];
        int count = length / bytes;
        for (int value = 0; value < count; value++)
            for (int i = 0; i < bytes; i++)
                row[value * bytes + (littleEndian ? bytes - 1 - i : i)] = data[start + i * count + value];
        System.arraycopy(row, 0, data, start, length);
    }
}
