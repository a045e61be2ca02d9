package io.github.neuralstyle.model.install;

import io.github.neuralstyle.model.weights.StoredTensor;
import io.github.neuralstyle.model.weights.TensorBundle;
import io.github.neuralstyle.model.weights.WeightFile;
import io.github.neuralstyle.model.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the layers of a network are, read from its variables without loading its graph.
 *
 * @param layers from the image upwards
 */
public record ModelInfo(List<Layer> layers) {

    /**
     * One convolution.
     *
     * @param kernel (3, 3, in, out)
     * @param stride pixels of the image from one position to the next
     * @param receptiveField side in pixels of the square of the image that one position sees
     * @param parameters how many numbers its kernel and bias have
     */
    public record Layer(String name, List<Long> kernel, int stride, int receptiveField, long parameters) {}

    private static final Pattern KERNEL = Pattern.compile("(block(\\d)_conv\\d+)/kernel");

    /** @throws IOException if the variables of a SavedModel cannot be read or are not those of a VGG */
    public static ModelInfo of(Path folder) throws IOException {
        try (WeightFile file = TensorBundle.open(folder)) {
            return new ModelInfo(layers(file.tensors()));
        } catch (WeightsException | RuntimeException e) {
            throw new IOException(
                    "Cannot tell the layers of " + folder + ": "
                            + (e instanceof WeightsException ? e.getMessage() : "its variables are damaged") + ".",
                    e);
        }
    }

    /** A 3x3 convolution sees one stride more on each side; pooling, half of the next stride more. */
    private static List<Layer> layers(Map<String, StoredTensor> tensors) throws WeightsException {
        List<Layer> layers = new ArrayList<>();
        int stride = 1, field = 1, block = 1;
        for (String name : tensors.keySet().stream().sorted().toList()) {
            Matcher matcher = KERNEL.matcher(name);
            if (!matcher.matches()) continue;
            for (; block < Integer.parseInt(matcher.group(2)); block++) {
                field += stride;
                stride *= 2;
            }
            field += 2 * stride;
            List<Long> kernel = tensors.get(name).shape();
            long parameters = kernel.stream().reduce(1L, (a, b) -> a * b) + kernel.get(3);
            layers.add(new Layer(matcher.group(1), kernel, stride, field, parameters));
        }
        if (layers.isEmpty()) throw new WeightsException("it has no variables named as in block1_conv1/kernel");
        return layers;
    }

    /** How many numbers all kernels and biases have. */
    public long parameters() {
        return layers.stream().mapToLong(Layer::parameters).sum();
    }
}
