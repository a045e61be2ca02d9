package io.github.neuralstyle.model.install;

import io.github.neuralstyle.model.InstalledModels;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.weights.StoredTensor;
import io.github.neuralstyle.model.weights.TensorBundle;
import io.github.neuralstyle.model.weights.WeightFile;
import io.github.neuralstyle.model.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reports on the networks of a store, as text. */
public final class ModelReport {

    private static final String COLUMNS = "%-14s %-18s %8s %6s %15s %11s %16s%n",
            ROW = "%-14s %-18s %8d %6d %15d %11d %16.6g%n";

    private static final Pattern KERNEL = Pattern.compile("(block(\\d)_conv\\d+)/kernel");

    /**
     * One convolution.
     *
     * @param kernel (3, 3, in, out)
     * @param stride pixels of the image from one position to the next
     * @param receptiveField side of the square of the image that one position depends on, in pixels
     * @param parameters the number of weights of kernel and bias
     */
    private record Layer(String name, List<Long> kernel, int stride, int receptiveField, long parameters) {}

    private ModelReport() {}

    /** The names, one per line. */
    public static String list(ModelStore store) {
        List<String> installed = store.installed().names();
        return store.names().stream()
                .map(name -> name + (installed.contains(name) ? "" : " (comes with this program)"))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * A table of a network's layers, with their mean activations on a fixed picture.
     *
     * @param nameOrFolder as for {@link ModelStore#load}
     */
    public static String info(ModelStore store, String nameOrFolder) throws IOException {
        Path folder = store.folder(nameOrFolder);
        List<Layer> layers = layers(folder);
        Map<String, Double> answers = KnownAnswers.of(folder);
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                COLUMNS,
                "layer",
                "kernel",
                "channels",
                "stride",
                "receptive field",
                "parameters",
                "mean activation"));
        for (Layer layer : layers)
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    layer.name(),
                    layer.kernel(),
                    layer.kernel().get(3),
                    layer.stride(),
                    layer.receptiveField(),
                    layer.parameters(),
                    answers.get(layer.name())));
        return table.append(layers.stream().mapToLong(Layer::parameters).sum())
                .append(" parameters, ")
                .append(folder)
                .toString();
    }

    /** Reads the layers from the variables, without loading the graph. */
    private static List<Layer> layers(Path folder) throws IOException {
        try (WeightFile file = TensorBundle.open(folder)) {
            return layers(file.tensors());
        } catch (WeightsException | RuntimeException e) {
            throw new IOException(
                    "Cannot read the layers of " + folder + ": "
                            + (e instanceof WeightsException ? e.getMessage() : "its variables are damaged") + ".",
                    e);
        }
    }

    /** A 3x3 convolution extends the receptive field by one stride on each side; pooling by half of the next stride. */
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

    /**
     * Compares a network's files with their checksums, and its mean activations with the stored ones.
     *
     * @throws IOException if something differs; the message names it
     * @throws IllegalArgumentException if there is no network of this name
     */
    public static String verify(ModelStore store, String name) throws IOException {
        InstalledModels installed = store.installed();
        if (store.names().contains(name) && !installed.contains(name))
            return name + ": " + store.load(name).layers().size() + " layers, its files as they came with this program";
        return name + ": " + installed.verify(name) + " files as they were imported, "
                + KnownAnswers.check(installed.folder(name)) + " layers with the known answer";
    }
}
