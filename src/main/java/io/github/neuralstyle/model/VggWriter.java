package io.github.neuralstyle.model;

import io.github.neuralstyle.model.Vgg.Convolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TNumber;

/** Writes a {@link Vgg} with its weights as a SavedModel that {@link FeatureModel} reads. */
public final class VggWriter {

    private final Graph graph = TensorFlowProcess.newGraph();
    private final Ops tf = Ops.create(graph);
    private final Class<? extends TFloating> stored;
    private final List<Op> assignments = new ArrayList<>();
    private final Map<Placeholder<TFloat32>, Tensor> feeds = new HashMap<>();

    private VggWriter(Class<? extends TFloating> stored) {
        this.stored = stored;
    }

    /**
     * Writes a SavedModel.
     *
     * @param folder made if absent
     * @param half whether weights are stored in half precision (11 bits); features are computed in float32 either way
     */
    public static void write(VggWeights weights, Vgg.Pooling pooling, boolean half, Path folder) throws IOException {
        new VggWriter(half ? TFloat16.class : TFloat32.class).write(weights, pooling, folder);
    }

    private void write(VggWeights weights, Vgg.Pooling pooling, Path folder) throws IOException {
        try (graph) {
            Placeholder<TFloat32> image =
                    tf.withName("image").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 3)));
            Signature.Builder signature =
                    Signature.builder().key("serving_default").input("image", image);
            weights.vgg()
                    .features(tf, image, pooling, (c, in) -> layer(weights, c, in))
                    .forEach(signature::output);
            try (Session session = new Session(graph)) {
                Session.Runner runner = session.runner();
                assignments.forEach(runner::addTarget);
                feeds.forEach(runner::feed);
                runner.run().close();
                SavedModelBundle.exporter(folder.toString())
                        .withSession(session)
                        .withSignature(signature.build())
                        .export();
            }
        } finally {
            feeds.values().forEach(Tensor::close);
        }
    }

    private Operand<TFloat32> layer(VggWeights weights, Convolution c, Operand<TFloat32> in) {
        Ops scope = tf.withSubScope(c.name());
        Operand<TFloat32> kernel = variable(scope, "kernel", weights.kernels().get(c.name()), 3, 3, c.in(), c.out());
        Operand<TFloat32> bias = variable(scope, "bias", weights.biases().get(c.name()), c.out());
        return scope.nn.relu(scope.nn.biasAdd(Vgg.convolve(scope, in, kernel), bias));
    }

    private Operand<TFloat32> variable(Ops scope, String name, float[] values, long... size) {
        Shape shape = Shape.of(size);
        Placeholder<TFloat32> initial = scope.placeholder(TFloat32.class, Placeholder.shape(shape));
        feeds.put(initial, TFloat32.tensorOf(shape, DataBuffers.of(values)));
        return variable(scope, name, initial, shape, stored);
    }

    private <T extends TNumber> Operand<TFloat32> variable(
            Ops scope, String name, Operand<TFloat32> initial, Shape shape, Class<T> type) {
        Variable<T> variable = scope.withName(name).variable(shape, type);
        assignments.add(scope.assign(variable, scope.dtypes.cast(initial, type)));
        return type == TFloat32.class
                ? scope.identity(variable).asOutput().expect(TFloat32.class)
                : scope.dtypes.cast(variable, TFloat32.class);
    }
}
