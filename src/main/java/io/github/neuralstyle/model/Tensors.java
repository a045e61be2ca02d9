package io.github.neuralstyle.model;

import io.github.neuralstyle.image.Pixels;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Conversion of images and float arrays to tensors and back. */
public final class Tensors {

    private Tensors() {}

    /** An image as a tensor (1, height, width, 3); to be closed. */
    public static TFloat32 of(Pixels image) {
        return of(image.values(), 1, image.height(), image.width(), 3);
    }

    /** Row-major values as a tensor; to be closed. */
    public static TFloat32 of(float[] values, long... shape) {
        return TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
    }

    /** A float32 tensor of its own with the same elements; to be closed. */
    public static TFloat32 copy(Tensor tensor) {
        return of(values(tensor), tensor.shape().asArray());
    }

    /** The elements of a float32 tensor, row-major. */
    public static float[] values(Tensor tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }
}
