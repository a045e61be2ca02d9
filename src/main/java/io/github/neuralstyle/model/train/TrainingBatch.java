package io.github.neuralstyle.model.train;

import io.github.neuralstyle.model.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * Some images and their classes.
 *
 * @param pixels (images, side, side, 3), RGB
 * @param label each image's class
 */
record TrainingBatch(int side, byte[] pixels, int[] label) {

    /**
     * The centre squares of images, in batches.
     *
     * @param indices of the images
     * @param size images per batch; the last batch may be smaller
     */
    static List<TrainingBatch> centred(ImageFolders data, int[] indices, int size, int side) {
        int margin = (data.side() - side) / 2;
        List<TrainingBatch> batches = new ArrayList<>();
        for (int from = 0; from < indices.length; from += size) {
            TrainingBatch batch = empty(side, Math.min(size, indices.length - from));
            for (int i = 0; i < batch.label.length; i++) batch.take(i, data, indices[from + i], margin, margin, false);
            batches.add(batch);
        }
        return batches;
    }

    /** Random squares of images, each mirrored left to right with a probability of a half. */
    static TrainingBatch augmented(ImageFolders data, int[] indices, int from, int to, int side, Random random) {
        int margin = data.side() - side + 1;
        TrainingBatch batch = empty(side, to - from);
        for (int i = 0; i < to - from; i++)
            batch.take(
                    i, data, indices[from + i], random.nextInt(margin), random.nextInt(margin), random.nextBoolean());
        return batch;
    }

    private static TrainingBatch empty(int side, int size) {
        return new TrainingBatch(side, new byte[size * side * side * 3], new int[size]);
    }

    private void take(int i, ImageFolders data, int index, int left, int top, boolean mirrored) {
        byte[] image = data.pixels().get(index);
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++) {
                int from = ((top + y) * data.side() + left + (mirrored ? side - 1 - x : x)) * 3;
                int to = ((i * side + y) * side + x) * 3;
                System.arraycopy(image, from, pixels, to, 3);
            }
        label[i] = data.labels()[index];
    }

    TUint8 images() {
        return TUint8.tensorOf(Shape.of(label.length, side, side, 3), DataBuffers.of(pixels));
    }

    /** (images, side, side, 3), 0..255. */
    TFloat32 pixelsAsFloat() {
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) values[i] = pixels[i] & 0xff;
        return Tensors.of(values, label.length, side, side, 3);
    }

    TInt32 labels() {
        return TInt32.vectorOf(label);
    }
}
