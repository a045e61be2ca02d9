package io.github.neuralstyle.model;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Turns the variables of a loaded model into constants and drops what its outputs do not need. */
final class Freezer {

    private static final Set<String> VARIABLE_READS = Set.of("VariableV2", "Variable", "ReadVariableOp");

    private Freezer() {}

    static GraphDef freeze(SavedModelBundle bundle, Collection<String> outputs) {
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
    private static String node(String tensor) {
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
