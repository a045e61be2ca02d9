package io.github.neuralstyle.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * A network whose convolutions, and the operations between them, compute in bfloat16. Its nodes keep their names and give
 * float32, so that losses and their statistics are in float32 as before. So is the first convolution, which would see no
 * difference below one grey level of 256 otherwise.
 */
final class Bfloat16 {

    private static final String LOW = "/bfloat16", CONVOLUTION = "Conv2D";

    /** How many inputs of an operation, the first ones, have its type. */
    private static final Map<String, Integer> INPUTS = Map.of(
            CONVOLUTION,
            2,
            "BiasAdd",
            2,
            "Relu",
            1,
            "MirrorPad",
            1,
            "Pad",
            1,
            "AvgPool",
            1,
            "MaxPool",
            1,
            "MaxPoolV2",
            1);

    private final List<NodeDef> nodes;

    /** Names of nodes: those that a convolution leads to, those in bfloat16, and what is cast to it. */
    private final Set<String> deep = new HashSet<>(), low = new HashSet<>(), cast = new HashSet<>();

    private final GraphDef.Builder made;

    private Bfloat16(GraphDef graph) {
        nodes = graph.getNodeList();
        made = graph.toBuilder().clearNode();
        Set<String> convolutions = new HashSet<>();
        collect(convolutions, node -> node.getOp().equals(CONVOLUTION));
        collect(deep, node -> inputs(node).stream().anyMatch(in -> convolutions.contains(in) || deep.contains(in)));
        collect(low, this::isLow);
        nodes.forEach(this::add);
    }

    /** The same network in bfloat16. */
    static GraphDef of(GraphDef graph) {
        return new Bfloat16(graph).made.build();
    }

    /** Adds nodes until there are no more of a property that may depend on those that are collected. */
    private void collect(Set<String> names, Predicate<NodeDef> property) {
        int before;
        do {
            before = names.size();
            nodes.stream().filter(property).map(NodeDef::getName).forEach(names::add);
        } while (names.size() > before);
    }

    private static List<String> inputs(NodeDef node) {
        return node.getInputList().stream().map(FeatureModel::node).toList();
    }

    private boolean isLow(NodeDef node) {
        return INPUTS.containsKey(node.getOp())
                && node.getAttrOrThrow("T").getType() == DataType.DT_FLOAT
                && (node.getOp().equals(CONVOLUTION)
                        ? deep.contains(node.getName())
                        : low.contains(inputs(node).get(0)));
    }

    private void add(NodeDef node) {
        if (!low.contains(node.getName())) {
            made.addNode(node);
            return;
        }
        NodeDef.Builder own = node.toBuilder().setName(node.getName() + LOW).putAttr("T", type(DataType.DT_BFLOAT16));
        for (int i = 0; i < INPUTS.get(node.getOp()); i++) own.setInput(i, lowInput(node.getInput(i)));
        made.addNode(own);
        made.addNode(cast(node.getName(), own.getName(), DataType.DT_BFLOAT16, DataType.DT_FLOAT));
    }

    private String lowInput(String tensor) {
        String from = FeatureModel.node(tensor), to = from + LOW;
        if (!low.contains(from) && cast.add(from))
            made.addNode(cast(to, tensor, DataType.DT_FLOAT, DataType.DT_BFLOAT16));
        return to;
    }

    private static NodeDef cast(String name, String input, DataType from, DataType to) {
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Cast")
                .addInput(input)
                .putAttr("SrcT", type(from))
                .putAttr("DstT", type(to))
                .build();
    }

    private static AttrValue type(DataType type) {
        return AttrValue.newBuilder().setType(type).build();
    }
}
