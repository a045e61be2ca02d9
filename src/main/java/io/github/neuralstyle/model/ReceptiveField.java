package io.github.neuralstyle.model;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * What positions of a layer see of an image: position i lies at pixel i * stride and sees those from {@code before} pixels
 * earlier up to {@code after} pixels later, along each axis.
 *
 * @param stride pixels from one position to the next, a power of two
 */
public record ReceptiveField(int stride, int before, int after) {

    /** Of the pixels themselves. */
    public static final ReceptiveField PIXEL = new ReceptiveField(1, 0, 0);

    private static final Set<String> POINTWISE = Set.of(
            "Identity",
            "BiasAdd",
            "Relu",
            "Relu6",
            "LeakyRelu",
            "Elu",
            "Selu",
            "Softplus",
            "Sigmoid",
            "Tanh",
            "Add",
            "AddV2",
            "Sub",
            "Mul",
            "RealDiv",
            "Maximum",
            "Minimum",
            "Cast");

    private static final Set<String> PADS = Set.of("MirrorPad", "Pad", "PadV2"), POOLS = Set.of("AvgPool", "MaxPool");

    /** The field that covers both. */
    public ReceptiveField union(ReceptiveField other) {
        return new ReceptiveField(
                Math.max(stride, other.stride), Math.max(before, other.before), Math.max(after, other.after));
    }

    /** The field of what looks some positions around each. */
    public ReceptiveField widened(int positions) {
        return new ReceptiveField(stride, before + positions * stride, after + positions * stride);
    }

    /**
     * The field of a node of a network: convolutions of a step of 1, poolings of 2x2, and what acts on each position alone.
     *
     * @param name of the network
     * @throws IllegalArgumentException if there is something else, naming it
     */
    static ReceptiveField of(GraphDef graph, String name, String image, String node) {
        return new Walk(graph, name, image).field(node);
    }

    /** From a node back to the image. */
    private static final class Walk {

        /** A field, and by how many positions a map is larger on each side than the image. */
        private record Padded(ReceptiveField field, int surplus) {}

        private final String model;
        private final Map<String, NodeDef> nodes = new HashMap<>();

        /** Null for what does not depend on the image. */
        private final Map<String, Padded> known = new HashMap<>();

        Walk(GraphDef graph, String model, String image) {
            this.model = model;
            graph.getNodeList().forEach(each -> nodes.put(each.getName(), each));
            known.put(image, new Padded(PIXEL, 0));
        }

        ReceptiveField field(String node) {
            Padded padded = of(node);
            require(padded != null && padded.surplus == 0, nodes.get(node));
            return padded.field;
        }

        private Padded of(String node) {
            if (!known.containsKey(node)) known.put(node, compute(nodes.get(node)));
            return known.get(node);
        }

        private Padded compute(NodeDef node) {
            List<Padded> inputs = node.getInputList().stream()
                    .map(input -> of(FeatureModel.node(input)))
                    .flatMap(Stream::ofNullable)
                    .toList();
            if (inputs.isEmpty()) return null;
            Padded in = inputs.get(0);
            ReceptiveField field = in.field;
            if (POINTWISE.contains(node.getOp())) {
                for (Padded other : inputs) {
                    require(other.surplus == in.surplus && other.field.stride == field.stride, node);
                    field = field.union(other.field);
                }
                return new Padded(field, in.surplus);
            }
            require(inputs.size() == 1, node);
            if (PADS.contains(node.getOp())) return new Padded(field, in.surplus + padding(node));
            boolean same = node.getAttrOrDefault("padding", null) != null
                    && node.getAttrOrThrow("padding").getS().toStringUtf8().equals("SAME");
            if (POOLS.contains(node.getOp())) {
                require(same && in.surplus == 0 && isTwo(node, "ksize") && isTwo(node, "strides"), node);
                return new Padded(new ReceptiveField(2 * field.stride, field.before, field.after + field.stride), 0);
            }
            require(node.getOp().equals("Conv2D") && ones(node, "strides") && ones(node, "dilations"), node);
            TensorShapeProto kernel = constant(node.getInput(1), node);
            long side = kernel.getDim(0).getSize();
            require(side % 2 == 1 && kernel.getDim(1).getSize() == side, node);
            int half = (int) side / 2;
            return new Padded(field.widened(half), same ? in.surplus : in.surplus - half);
        }

        private int padding(NodeDef pad) {
            NodeDef paddings = nodes.get(FeatureModel.node(pad.getInput(1)));
            require(paddings.getOp().equals("Const"), pad);
            int[] values = new int[8];
            TensorProto tensor = paddings.getAttrOrThrow("value").getTensor();
            require(tensor.getTensorContent().size() == 4 * values.length, pad);
            tensor.getTensorContent()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(values);
            int width = values[2];
            require(values[0] + values[1] + values[6] + values[7] == 0, pad);
            for (int i = 2; i < 6; i++) require(values[i] == width, pad);
            return width;
        }

        /** The shape of a constant, by way of what only passes it on. */
        private TensorShapeProto constant(String input, NodeDef user) {
            NodeDef node = nodes.get(FeatureModel.node(input));
            while (POINTWISE.contains(node.getOp())) node = nodes.get(FeatureModel.node(node.getInput(0)));
            require(node.getOp().equals("Const"), user);
            return node.getAttrOrThrow("value").getTensor().getTensorShape();
        }

        private boolean isTwo(NodeDef node, String attribute) {
            return node.getAttrOrThrow(attribute).getList().getIList().equals(List.of(1L, 2L, 2L, 1L));
        }

        private boolean ones(NodeDef node, String attribute) {
            return node.getAttrOrThrow(attribute).getList().getIList().stream().allMatch(step -> step == 1);
        }

        private void require(boolean usable, NodeDef node) {
            if (!usable)
                throw new IllegalArgumentException("The model " + model + " cannot be computed tile by tile: "
                        + node.getName() + " (" + node.getOp() + ") is no 3x3 convolution, 2x2 pooling or the like.");
        }
    }
}
