package io.github.neuralstyle.model.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An array in a file, read on demand.
 *
 * @param shape row-major
 */
public record StoredTensor(List<Long> shape, ElementType type, ByteOrder order, Data data) {

    /** Reads the bytes of an array. */
    @FunctionalInterface
    interface Data {
        ByteBuffer bytes() throws IOException;
    }

    /** The size in bytes of an array. @throws WeightsException if the shape is not valid */
    static long bytes(List<Long> shape, ElementType type) throws WeightsException {
        try {
            long bytes = type.size;
            for (long size : shape) {
                if (size < 0) throw new WeightsException("an array has the shape " + shape);
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw new WeightsException("an array has the shape " + shape);
        }
    }

    /** Reads the numbers. No more memory is allocated than the file has bytes for. */
    float[] floats() throws IOException {
        ByteBuffer bytes = data.bytes();
        if (bytes.remaining() != bytes(shape, type))
            throw new WeightsException("an array of the shape " + shape + " has " + bytes.remaining()
                    + " bytes and not " + bytes(shape, type));
        float[] values = new float[bytes.remaining() / type.size];
        type.read(bytes.order(order), values);
        return values;
    }

    /** The format of the numbers. */
    enum ElementType {
        F16(2),
        BF16(2),
        F32(4),
        F64(8);

        /** Bytes per number. */
        final int size;

        ElementType(int size) {
            this.size = size;
        }

        /** Reads the next numbers of a buffer, in its byte order. */
        void read(ByteBuffer from, float[] to) {
            switch (this) {
                case F32 -> from.asFloatBuffer().get(to);
                case F64 -> {
                    for (int i = 0; i < to.length; i++) to[i] = (float) from.getDouble();
                }
                case BF16 -> {
                    for (int i = 0; i < to.length; i++) to[i] = Float.intBitsToFloat(from.getShort() << 16);
                }
                case F16 -> {
                    for (int i = 0; i < to.length; i++) to[i] = half(from.getShort());
                }
            }
        }

        /** IEEE 754 binary16: 1 bit of sign, 5 of exponent, 10 of fraction. */
        static float half(short bits) {
            int exponent = bits >> 10 & 31, fraction = bits & 1023;
            float size =
                    switch (exponent) {
                        case 0 -> fraction * 0x1p-24f;
                        case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                        default -> Math.scalb(1024 + fraction, exponent - 25);
                    };
            return bits < 0 ? -size : size;
        }
    }
}
