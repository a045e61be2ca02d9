package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** Networks of random weights, small enough to be made for one test. */
public final class TestModels {

    /** All layers of the compact network, at a sixteenth of its widths or so. */
    public static final Vgg TINY = new Vgg("tiny", List.of(4, 6, 8, 8, 8), List.of(2, 2, 3, 3, 1));

    private TestModels() {}

    /** Random weights for images in 0..255. */
    public static VggWeights weights(Vgg vgg, long seed) {
        return VggWeights.random(vgg, seed).withInput(1 / 60f, -127.5f / 60);
    }

    /** The tiny network with average pooling and random weights. */
    public static FeatureModel tiny(Path folder) {
        return model(weights(TINY, 1), folder);
    }

    /** A network with average pooling, by way of its SavedModel in a folder. */
    public static FeatureModel model(VggWeights weights, Path folder) {
        return model(weights, Vgg.Pooling.AVERAGE, false, folder);
    }

    public static FeatureModel model(VggWeights weights, Vgg.Pooling pooling, boolean half, Path folder) {
        try {
            VggWriter.write(weights, pooling, half, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FeatureModel.load(folder);
    }

    /** Everything that a model sees in an image, (height, width, channels) by the names of the layers. */
    public static Map<String, float[]> features(FeatureModel model, Pixels image) {
        return features(model, List.of(image)).get(0);
    }

    /** The same for several images, by one session. */
    public static List<Map<String, float[]>> features(FeatureModel model, List<Pixels> images) {
        try (Graph graph = new Graph()) {
            FeatureModel.Endpoints endpoints = model.addTo(graph);
            try (Session session = new Session(graph)) {
                List<Map<String, float[]>> all = new ArrayList<>();
                for (Pixels image : images) all.add(features(session, endpoints, image));
                return all;
            }
        }
    }

    private static Map<String, float[]> features(Session session, FeatureModel.Endpoints endpoints, Pixels image) {
        try (TFloat32 x = Tensors.of(image)) {
            Session.Runner runner = session.runner().feed(endpoints.image(), x);
            endpoints.features().values().forEach(runner::fetch);
            Map<String, float[]> features = new LinkedHashMap<>();
            try (Result result = runner.run()) {
                int i = 0;
                for (String layer : endpoints.features().keySet()) features.put(layer, Tensors.values(result.get(i++)));
            }
            return features;
        }
    }

    /** The elements of a float32 tensor. */
    public static float[] values(Tensor tensor) {
        return Tensors.values(tensor);
    }

    /** Asserts that no element is off by more than a part of the largest. */
    public static void assertClose(String what, float[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what);
        double largest = 0, error = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            error = Math.max(error, Math.abs(actual[i] - expected[i]));
        }
        assertTrue(error <= tolerance * largest, what + ": off by " + error / largest + " of the largest element");
    }
}
