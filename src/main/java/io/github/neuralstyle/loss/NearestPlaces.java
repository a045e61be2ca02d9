package io.github.neuralstyle.loss;

import io.github.neuralstyle.model.TensorFlowProcess;
import java.util.Arrays;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Finds for each of some places the nearest of others by the cosine distance of their features, those of each side less
 * their mean: so shapes are matched whose tones differ. Exhaustive, by matrix products of at most 64 MB.
 */
final class NearestPlaces implements AutoCloseable {

    private static final int MOST_PRODUCTS = 1 << 24;

    private final int channels, count;
    private final Graph graph = TensorFlowProcess.newGraph();
    private final Placeholder<TFloat32> queries, places;
    private final Operand<TInt32> nearest;
    private final Session session;
    private final TFloat32 all;

    /** @param features (places, channels), at least one place; not kept */
    NearestPlaces(float[] features, int channels) {
        this.channels = channels;
        count = features.length / channels;
        Ops tf = Ops.create(graph);
        Placeholder.Options matrix = Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, channels));
        queries = tf.placeholder(TFloat32.class, matrix);
        places = tf.placeholder(TFloat32.class, matrix);
        nearest = tf.math.argMax(
                tf.linalg.matMul(queries, places, MatMul.transposeB(true)), tf.constant(1), TInt32.class);
        session = new Session(graph);
        all = TFloat32.tensorOf(Shape.of(count, channels), DataBuffers.of(directions(features, channels)));
    }

    private static float[] directions(float[] features, int channels) {
        float[] directions = features.clone();
        Cosine.center(directions, channels);
        Cosine.normalize(directions, channels);
        return directions;
    }

    /** The index of the nearest place for each row of {@code features}, (rows, channels); of equals the first. */
    int[] of(float[] features) {
        float[] directions = directions(features, channels);
        int rows = features.length / channels, piece = Math.max(1, MOST_PRODUCTS / count);
        int[] found = new int[rows];
        for (int row = 0; row < rows; row += piece) {
            int size = Math.min(piece, rows - row);
            float[] part = Arrays.copyOfRange(directions, row * channels, (row + size) * channels);
            try (TFloat32 some = TFloat32.tensorOf(Shape.of(size, channels), DataBuffers.of(part));
                    Result result = session.runner()
                            .feed(queries, some)
                            .feed(places, all)
                            .fetch(nearest)
                            .run()) {
                result.get(0).asRawTensor().data().asInts().read(found, row, size);
            }
        }
        return found;
    }

    @Override
    public void close() {
        all.close();
        session.close();
        graph.close();
    }
}
