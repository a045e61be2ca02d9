package io.github.neuralstyle.model.weights;

import java.nio.ByteBuffer;

/** How a file stores real numbers. */
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

    /** The next numbers of a buffer, in its byte order. */
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
