package io.github.neuralstyle.loss;

import io.github.neuralstyle.model.Tensors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * The places of an image.
 *
 * @param rows the features (places, channels) of some places, given by their indices, each at most once
 * @param each gives the features of all places piece by piece
 */
record PlacesMap(int height, int width, int channels, Function<int[], float[]> rows, Consumer<PlacesMap.Visitor> each) {

    /** Receives some places. */
    interface Visitor {

        /** @param features (places, channels) */
        void accept(int[] places, float[] features);
    }

    /** Of features (1, height, width, channels), all in memory. */
    static PlacesMap of(TFloat32 map) {
        Shape shape = map.shape();
        int height = (int) shape.get(1), width = (int) shape.get(2), channels = (int) shape.get(3);
        float[] features = Tensors.values(map);
        Function<int[], float[]> rows = places -> {
            if (places.length * channels == features.length) return features;
            float[] some = new float[places.length * channels];
            for (int i = 0; i < places.length; i++)
                System.arraycopy(features, places[i] * channels, some, i * channels, channels);
            return some;
        };
        return new PlacesMap(
                height,
                width,
                channels,
                rows,
                visitor -> visitor.accept(IntStream.range(0, height * width).toArray(), features));
    }

    /** Of the features of all places. */
    double[] mean() {
        double[] mean = new double[channels];
        each.accept((places, features) -> {
            for (int i = 0; i < features.length; i++) mean[i % channels] += features[i];
        });
        for (int i = 0; i < channels; i++) mean[i] /= height * width;
        return mean;
    }
}
