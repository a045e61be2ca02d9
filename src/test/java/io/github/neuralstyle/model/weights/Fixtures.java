package io.github.neuralstyle.model.weights;

import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;

/** The files that vgg19_files.py has made of one network, and more of the same. */
public final class Fixtures {

    public static final List<String> FILES = List.of(
            "keras-2016.h5", "keras-2.h5", "keras-3.weights.h5", "torch.pth", "torch-2017.pth", "torch.safetensors");

    private Fixtures() {}

    public static Path file(String name) {
        try {
            return Path.of(Fixtures.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The network's weights as stored. */
    public static VggWeights weights() {
        try {
            return VggReader.read(file("torch.safetensors")).weights();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Variables of a SavedModel, written by TensorFlow, named after their convolutions. */
    public static Path savedModel(Path folder, UnaryOperator<String> kernelName, UnaryOperator<String> biasName)
            throws IOException {
        VggWeights weights = weights();
        List<String> names = new ArrayList<>();
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            List<Operand<?>> tensors = new ArrayList<>();
            for (Vgg.Convolution c : weights.vgg().convolutions()) {
                names.add(kernelName.apply(c.name()));
                tensors.add(tf.constant(
                        Shape.of(3, 3, c.in(), c.out()),
                        DataBuffers.of(weights.kernels().get(c.name()))));
                names.add(biasName.apply(c.name()));
                tensors.add(tf.constant(
                        Shape.of(c.out()), DataBuffers.of(weights.biases().get(c.name()))));
            }
            names.add("_CHECKPOINTABLE_OBJECT_GRAPH");
            tensors.add(tf.constant("no array"));
            String[] whole = new String[names.size()];
            java.util.Arrays.fill(whole, "");
            Files.createDirectories(folder.resolve("variables"));
            try (Session session = new Session(graph)) {
                session.runner()
                        .addTarget(tf.train.save(
                                tf.constant(
                                        folder.resolve("variables/variables").toString()),
                                tf.array(names.toArray(String[]::new)),
                                tf.array(whole),
                                tensors))
                        .run()
                        .close();
            }
        }
        return folder;
    }
}
