package io.github.neuralstyle.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/**
 * A network that turns an image into feature maps, read from a TensorFlow SavedModel. The signature
 * {@code serving_default} has the input {@code image}, float32 (batch, height, width, 3), sRGB 0..255, height and width
 * unknown, and one output per feature map, float32 (batch, height, width, channels), by any name and of
 * a known number of channels. Variables are turned
 * into constants, so that nothing native stays open.
 */
public final class FeatureModel {

    /** Where a network begins and ends within a graph; tensors are named as {@code operation:index}. */
    public record Endpoints(String image, Map<String, String> features) {}

    private static final String INPUT = "image";

    private final String name;
    private final GraphDef graph;
    private final Endpoints endpoints;

    private FeatureModel(String name, GraphDef graph, Endpoints endpoints) {
        this.name = name;
        this.graph = graph;
        this.endpoints = endpoints;
    }

    /**
     * Loads a SavedModel. Its graph is executed: load only what you trust.
     *
     * @throws IllegalArgumentException if the folder holds no SavedModel, or one without the named input and outputs
     */
    public static FeatureModel load(Path folder) {
        Path name = folder.getFileName();
        return load(name == null ? folder.toString() : name.toString(), folder);
    }

    static FeatureModel load(String name, Path folder) {
        if (!Files.isRegularFile(folder.resolve("saved_model.pb")))
            throw new IllegalArgumentException(
                    "Cannot load the model " + folder
                            + ": it is not a folder with a saved_model.pb in it; give a model's name or the folder of a TensorFlow SavedModel.");
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString(), "serve")) {
            Endpoints endpoints =
                    endpoints(folder, bundle.metaGraphDef().getSignatureDefMap().get("serving_default"));
            return new FeatureModel(name, Freezer.freeze(bundle, endpoints.features.values()), endpoints);
        } catch (TensorFlowException e) {
            throw new IllegalArgumentException(
                    "Cannot load the model " + folder + ": TensorFlow says \""
                            + e.getMessage().split("\\.? *\\R|\\. ")[0] + "\".",
                    e);
        }
    }

    private static Endpoints endpoints(Path folder, SignatureDef signature) {
        TensorInfo image = signature == null ? null : signature.getInputsMap().get(INPUT);
        if (image == null || image.getDtype() != DataType.DT_FLOAT)
            throw new IllegalArgumentException(
                    "Cannot use the model " + folder + ": its signature serving_default has no float input called "
                            + INPUT + " of shape (batch, height, width, 3).");
        Map<String, String> features = new LinkedHashMap<>();
        signature.getOutputsMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(output -> isFeatureMap(output.getValue()))
                .forEach(output ->
                        features.put(output.getKey(), output.getValue().getName()));
        if (features.isEmpty())
            throw new IllegalArgumentException(
                    "Cannot use the model " + folder
                            + ": its signature serving_default names no feature map of shape (batch, height, width, channels).");
        return new Endpoints(image.getName(), features);
    }

    private static boolean isFeatureMap(TensorInfo output) {
        return output.getDtype() == DataType.DT_FLOAT
                && output.getTensorShape().getDimCount() == 4
                && output.getTensorShape().getDim(3).getSize() > 0;
    }

    /** What users call it. */
    public String name() {
        return name;
    }

    /** The names of its feature maps. */
    public Set<String> layers() {
        return endpoints.features.keySet();
    }

    /** Adds the network to a graph that is still empty. */
    public Endpoints addTo(Graph empty) {
        empty.importGraphDef(graph);
        return endpoints;
    }

    @Override
    public String toString() {
        return name + " " + layers();
    }
}
