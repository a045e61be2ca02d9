import java.util.function.IntBinaryOperator;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;

/** Adds with TensorFlow 1.15, as a plugin that brings it along would use it. */
public class OldTensorFlow implements IntBinaryOperator {

    @Override
    public int applyAsInt(int a, int b) {
        if (!TensorFlow.version().equals("1.15.0"))
            throw new IllegalStateException("TensorFlow is " + TensorFlow.version());
        try (Graph graph = new Graph()) {
            Output<Integer> sum = graph.opBuilder("Add", "sum")
                    .addInput(constant(graph, "a", a))
                    .addInput(constant(graph, "b", b))
                    .build()
                    .output(0);
            try (Session session = new Session(graph);
                    Tensor<?> result = session.runner().fetch(sum).run().get(0)) {
                return result.intValue();
            }
        }
    }

    private static Output<Integer> constant(Graph graph, String name, int value) {
        try (Tensor<Integer> tensor = Tensor.create(value, Integer.class)) {
            return graph.opBuilder("Const", name)
                    .setAttr("dtype", tensor.dataType())
                    .setAttr("value", tensor)
                    .build()
                    .output(0);
        }
    }
}
