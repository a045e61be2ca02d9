package io.github.neuralstyle.model;

import com.google.protobuf.ByteString;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.Folders;
import io.github.neuralstyle.util.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;

/**
 * A network that computes feature maps of an image, read from a TensorFlow SavedModel. Its signature
 * {@code serving_default} has the input {@code image}, float32 (batch, height, width, 3), sRGB 0..255, height and width
 * unknown, and one output per feature map, float32 (batch, height, width, channels), with any name and a known number of
 * channels. Variables become constants, so no native resource stays open.
 */
public final class FeatureModel {

    /**
     * The network in a graph.
     *
     * @param image float32 (batch, height, width, 3), to be fed
     * @param features float32 (batch, height, width, channels) by layer name
     */
    public record Endpoints(Output<TFloat32> image, Map<String, Output<TFloat32>> features) {}

    private static final String INPUT = "image";
    private static final Set<String> VARIABLE_READS = Set.of("VariableV2", "Variable", "ReadVariableOp");

    private final String name;
    private final Path folder;
    private final GraphDef graph;

    /** Tensor names, as {@code operation:index}. */
    private final String image;

    private final Map<String, String> features;

    private FeatureModel(String name, Path folder, SavedModelBundle bundle) {
        this.name = name;
        this.folder = folder;
        SignatureDef signature = bundle.metaGraphDef().getSignatureDefMap().get("serving_default");
        image = image(folder, signature);
        features = features(folder, signature);
        graph = freeze(bundle, features.values());
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
        Path graph = folder.resolve("saved_model.pb");
        if (Folders.isHidden(graph))
            throw new IllegalArgumentException("Cannot load the model " + folder
                    + ": its permissions, or those of a folder on the way, forbid it; allow it to be read.");
        if (!Files.isRegularFile(graph))
            throw new IllegalArgumentException(
                    "Cannot load the model " + folder
                            + ": it is not a folder with a saved_model.pb in it; give a model's name or the folder of a TensorFlow SavedModel.");
        try (SavedModelBundle bundle = TensorFlowProcess.load(folder)) {
            return new FeatureModel(name, folder, bundle);
        } catch (TensorFlowException e) {
            throw new IllegalArgumentException(
                    "Cannot load the model " + folder + ": TensorFlow says \"" + Messages.firstSentence(e.getMessage())
                            + "\".",
                    e);
        }
    }

    private static String image(Path folder, SignatureDef signature) {
        TensorInfo image = signature == null ? null : signature.getInputsMap().get(INPUT);
        if (image == null || image.getDtype() != DataType.DT_FLOAT)
            throw new IllegalArgumentException(
                    "Cannot use the model " + folder + ": its signature serving_default has no float input called "
                            + INPUT + " of shape (batch, height, width, 3).");
        return image.getName();
    }

    private static Map<String, String> features(Path folder, SignatureDef signature) {
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
        return features;
    }

    private static boolean isFeatureMap(TensorInfo output) {
        return output.getDtype() == DataType.DT_FLOAT
                && output.getTensorShape().getDimCount() == 4
                && output.getTensorShape().getDim(3).getSize() > 0;
    }

    /** The name that users give. */
    public String name() {
        return name;
    }

    /** A checksum of its files. @throws IOException if they cannot be read */
    public String fingerprint() throws IOException {
        return Checksum.sha256OfFolder(folder);
    }

    /** The names of its feature maps. */
    public Set<String> layers() {
        return features.keySet();
    }

    /** @throws IllegalArgumentException naming the layers there are, if there is none of this name */
    public void requireLayer(String layer) {
        if (!layers().contains(layer)) throw noLayer(layer, "");
    }

    /** The error for a layer that this model lacks. @param purpose as " for the loss gram", or empty */
    public IllegalArgumentException noLayer(String layer, String purpose) {
        return new IllegalArgumentException("The model " + name + " has no layer " + layer + purpose + "; it has "
                + String.join(", ", new TreeSet<>(layers())) + ".");
    }

    /** What a layer sees. @throws IllegalArgumentException if that cannot be told, naming the operation that hinders */
    public ReceptiveField field(String layer) {
        return ReceptiveField.of(graph, name, node(image), node(features.get(layer)));
    }

    /** Adds the network to a graph that is still empty. */
    public Endpoints addTo(Graph empty) {
        return addTo(empty, Precision.FLOAT32);
    }

    /** The same in another precision; image and features are float32 with each. */
    public Endpoints addTo(Graph empty, Precision precision) {
        empty.importGraphDef(precision.here() == Precision.BFLOAT16 ? Bfloat16.of(graph) : graph);
        Map<String, Output<TFloat32>> outputs = new LinkedHashMap<>();
        features.forEach((layer, tensor) -> outputs.put(layer, output(empty, tensor)));
        return new Endpoints(output(empty, image), outputs);
    }

    private static Output<TFloat32> output(Graph graph, String tensor) {
        return graph.outputOrThrow(tensor).expect(TFloat32.class);
    }

    @Override
    public String toString() {
        return name + " " + layers();
    }

    /** Replaces variables by constants and drops the nodes that the outputs do not need. */
    private static GraphDef freeze(SavedModelBundle bundle, Collection<String> outputs) {
        GraphDef whole = bundle.graph().toGraphDef();
        Map<String, NodeDef> nodes = new HashMap<>();
        whole.getNodeList().forEach(node -> nodes.put(node.getName(), node));
        GraphDef.Builder frozen =
                GraphDef.newBuilder().setVersions(whole.getVersions()).setLibrary(whole.getLibrary());
        for (String name : ancestors(nodes, outputs)) {
            NodeDef node = nodes.get(name);
            frozen.addNode(VARIABLE_READS.contains(node.getOp()) ? constant(bundle, name) : node);
        }
        return frozen.build();
    }

    private static Set<String> ancestors(Map<String, NodeDef> nodes, Collection<String> outputs) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        outputs.forEach(output -> open.add(node(output)));
        while (!open.isEmpty()) {
            String name = open.poll();
            NodeDef node = nodes.get(name);
            if (found.add(name) && !VARIABLE_READS.contains(node.getOp()))
                node.getInputList().forEach(input -> open.add(node(input)));
        }
        return found;
    }

    /** The operation that a tensor ("name:0") or a control input ("^name") comes from. */
    static String node(String tensor) {
        String name = tensor.startsWith("^") ? tensor.substring(1) : tensor;
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static NodeDef constant(SavedModelBundle bundle, String name) {
        try (Result result = bundle.session().runner().fetch(name).run()) {
            Tensor value = result.get(0);
            TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
            for (long size : value.shape().asArray())
                shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
            byte[] bytes = new byte[(int) value.numBytes()];
            value.asRawTensor().data().read(bytes);
            DataType type = DataType.forNumber(value.dataType().getNumber());
            TensorProto tensor = TensorProto.newBuilder()
                    .setDtype(type)
                    .setTensorShape(shape)
                    .setTensorContent(ByteString.copyFrom(bytes))
                    .build();
            return NodeDef.newBuilder()
                    .setName(name)
                    .setOp("Const")
                    .putAttr("dtype", AttrValue.newBuilder().setType(type).build())
                    .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
                    .build();
        }
    }
}
