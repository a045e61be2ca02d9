package io.github.neuralstyle.model.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An array within a file, not read yet.
 *
 * @param shape row-major
 */
public record StoredTensor(List<Long> shape, ElementType type, ByteOrder order, Data data) {

    /** Fetches the bytes of an array. */
    @FunctionalInterface
    interface Data {
        ByteBuffer bytes() throws IOException;
    }

    /** How many bytes an array of a shape has. @throws WeightsException if there is no such array */
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

    /** Its numbers. Nothing is allocated that the file does not hold. */
    float[] floats() throws IOException {
        ByteBuffer bytes = data.bytes();
        if (bytes.remaining() != bytes(shape, type))
            throw new WeightsException("an array of the shape " + shape + " has " + bytes.remaining()
                    + " bytes and not " + bytes(shape, type));
        float[] values = new float[bytes.remaining() / type.size];
        type.read(bytes.order(order), values);
        return values;
    }
}
