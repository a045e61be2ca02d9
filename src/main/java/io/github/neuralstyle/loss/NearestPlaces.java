package io.github.neuralstyle.loss;

import io.github.neuralstyle.model.TensorFlowProcess;
import java.util.Arrays;
import java.util.function.UnaryOperator;
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
 * Finds for each of some places the nearest of others. Exhaustive, by matrix products of at most 64 MB. By the cosine
 * distance of their features, those of each side less their mean: so shapes are matched whose tones differ; or by the
 * Euclidean distance, with which nothing may differ.
 */
public final class NearestPlaces implements AutoCloseable {

    private static final int MAX_PRODUCTS = 1 << 24;

    private final int channels, count;
    private final UnaryOperator<float[]> rows;
    private final Graph graph = TensorFlowProcess.newGraph();
    private final Placeholder<TFloat32> queries, places;
    private final Operand<TInt32> nearest;
    private final Session session;
    private final TFloat32 all;

    /**
     * By the cosine distance.
     *
     * @param features (places, channels), at least one place; not kept
     */
    NearestPlaces(float[] features, int channels) {
        this(directions(features, channels), channels, other -> directions(other, channels));
    }

    /**
     * By the Euclidean distance.
     *
     * @param features (places, channels), at least one place; not kept
     */
    public static NearestPlaces byDistance(float[] features, int channels) {
        double[] mean = Cosine.mean(features, channels);
        return new NearestPlaces(lifted(features, mean, true), channels + 1, other -> lifted(other, mean, false));
    }

    /**
     * By the largest product of rows.
     *
     * @param rows makes rows of the features of other places
     */
    private NearestPlaces(float[] places, int channels, UnaryOperator<float[]> rows) {
        this.channels = channels;
        this.rows = rows;
        count = places.length / channels;
        Ops tf = Ops.create(graph);
        Placeholder.Options matrix = Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, channels));
        queries = tf.placeholder(TFloat32.class, matrix);
        this.places = tf.placeholder(TFloat32.class, matrix);
        nearest = tf.math.argMax(
                tf.linalg.matMul(queries, this.places, MatMul.transposeB(true)), tf.constant(1), TInt32.class);
        session = new Session(graph);
        all = TFloat32.tensorOf(Shape.of(count, channels), DataBuffers.of(places));
    }

    private static float[] directions(float[] features, int channels) {
        float[] directions = features.clone();
        Cosine.center(directions, channels);
        Cosine.normalize(directions, channels);
        return directions;
    }

    /** Rows less a mean, with one number more: q p - |p|^2 / 2 is largest where |q - p| is smallest. */
    private static float[] lifted(float[] features, double[] mean, boolean places) {
        int channels = mean.length;
        float[] lifted = new float[features.length / channels * (channels + 1)];
        for (int from = 0, to = 0; from < features.length; to++) {
            double squares = 0;
            for (double average : mean) {
                float value = (float) (features[from++] - average);
                lifted[to++] = value;
                squares += (double) value * value;
            }
            lifted[to] = places ? (float) (-squares / 2) : 1;
        }
        return lifted;
    }

    /** The index of the nearest place for each of some features, (places, channels); of equals the first. */
    public int[] of(float[] features) {
        float[] wanted = rows.apply(features);
        int count = wanted.length / channels, piece = Math.max(1, MAX_PRODUCTS / this.count);
        int[] found = new int[count];
        for (int row = 0; row < count; row += piece) {
            int size = Math.min(piece, count - row);
            float[] part = Arrays.copyOfRange(wanted, row * channels, (row + size) * channels);
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
