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
 * Finds for each of some places the nearest of others. Exhaustive, by matrix products of at most 16 MB. By the cosine
 * distance of their features, those of each side less their mean: so shapes are matched whose tones differ; or by the
 * Euclidean distance, with which nothing may differ.
 */
public final class NearestPlaces implements AutoCloseable {

    private static final int MAX_PRODUCTS = 1 << 22, PIECE = 1024;

    /** Some of the places, to be changed. */
    private interface Piece {

        void accept(int first, float[] features);
    }

    private final int channels, columns, count;

    /** Of the places, if it is subtracted from both sides and distances are Euclidean; else null. */
    private final double[] mean;

    /** What is subtracted from the places for the cosine distance. */
    private final double[] centre;

    private final Graph graph = TensorFlowProcess.newGraph();
    private final Placeholder<TFloat32> queries, places;
    private final Operand<TInt32> nearest;
    private final Operand<TFloat32> nearness;
    private final Session session;
    private final TFloat32 all;

    /**
     * By the cosine distance.
     *
     * @param features (places, channels), at least one place; not kept
     */
    NearestPlaces(float[] features, int channels) {
        this(features, channels, Cosine.mean(features, channels));
    }

    /**
     * By the cosine distance, the places less something else than their mean.
     *
     * @param features (places, channels), at least one place; not kept
     * @param centre (channels)
     */
    NearestPlaces(float[] features, int channels, double[] centre) {
        this(features, channels, channels, null, centre);
    }

    /**
     * By the Euclidean distance.
     *
     * @param features (places, channels), at least one place; not kept
     */
    public static NearestPlaces byDistance(float[] features, int channels) {
        return new NearestPlaces(features, channels, channels + 1, Cosine.mean(features, channels), null);
    }

    private NearestPlaces(float[] features, int channels, int columns, double[] mean, double[] centre) {
        this.channels = channels;
        this.columns = columns;
        this.mean = mean;
        this.centre = centre;
        count = features.length / channels;
        Ops tf = Ops.create(graph);
        Placeholder.Options matrix = Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, columns));
        queries = tf.placeholder(TFloat32.class, matrix);
        this.places = tf.placeholder(TFloat32.class, matrix);
        Operand<TFloat32> products = tf.linalg.matMul(queries, this.places, MatMul.transposeB(true));
        nearest = tf.math.argMax(products, tf.constant(1), TInt32.class);
        nearness = tf.max(products, tf.constant(1));
        session = new Session(graph);
        all = TFloat32.tensorOf(
                Shape.of(count, columns),
                tensor -> eachPiece(features, PIECE, (first, part) -> tensor.asRawTensor()
                        .data()
                        .asFloats()
                        .offset((long) first * columns)
                        .write(rows(part, centre, true))));
    }

    /** What products are taken of: changes and returns the features, or others. */
    private float[] rows(float[] features, double[] subtracted, boolean places) {
        if (mean != null) return lifted(features, mean, places);
        Cosine.subtract(subtracted, features);
        Cosine.normalize(features, channels);
        return features;
    }

    private void eachPiece(float[] features, int places, Piece work) {
        int all = features.length / channels;
        for (int first = 0; first < all; first += places)
            work.accept(
                    first, Arrays.copyOfRange(features, first * channels, Math.min(all, first + places) * channels));
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
        return of(features, null);
    }

    /** The same. @param products where the cosines, or products, of the nearest go, (places); null for nowhere */
    int[] of(float[] features, float[] products) {
        return of(features, mean == null ? Cosine.mean(features, channels) : null, products);
    }

    /** The same of some of all features. @param subtracted the mean of all */
    int[] of(float[] features, double[] subtracted, float[] products) {
        int[] found = new int[features.length / channels];
        eachPiece(features, Math.max(1, MAX_PRODUCTS / count), (first, part) -> {
            int size = part.length / channels;
            try (TFloat32 some =
                            TFloat32.tensorOf(Shape.of(size, columns), DataBuffers.of(rows(part, subtracted, false)));
                    Result result = run(some, products != null)) {
                result.get(0).asRawTensor().data().asInts().read(found, first, size);
                if (products != null)
                    result.get(1).asRawTensor().data().asFloats().read(products, first, size);
            }
        });
        return found;
    }

    private Result run(TFloat32 some, boolean withProducts) {
        Session.Runner runner =
                session.runner().feed(queries, some).feed(places, all).fetch(nearest);
        return (withProducts ? runner.fetch(nearness) : runner).run();
    }

    @Override
    public void close() {
        all.close();
        session.close();
        graph.close();
    }
}
