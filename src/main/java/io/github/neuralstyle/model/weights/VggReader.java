package io.github.neuralstyle.model.weights;

import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the convolutions of a VGG-16 or VGG-19 from a file; the layers of its top, and everything else, are left out. A
 * network whose blocks are all narrower, or wider, by one factor is read too.
 */
public final class VggReader {

    /**
     * What a file holds.
     *
     * @param format the name of the file format
     * @param weights as stored: for the input that the file's source is trained with
     */
    public record Contents(String format, Naming naming, Set<String> names, VggWeights weights) {}

    private static final int MAX_WIDTH = 1024;

    private final WeightFile file;
    private final Naming naming;
    private final Map<Integer, Naming.Pair> pairs;
    private final Vgg vgg;
    private final List<Integer> positions;

    private VggReader(WeightFile file) throws WeightsException {
        this.file = file;
        naming = Naming.of(file.tensors());
        pairs = naming.convolutions(file.tensors());
        Vgg table = matches(Vgg.VGG16) >= matches(Vgg.VGG19) ? Vgg.VGG16 : Vgg.VGG19;
        positions = naming.positions(table);
        vgg = table.withFirstWidth(firstWidth(table));
    }

    /** @throws WeightsException with a sentence, if the file is no VGG or is damaged */
    public static Contents read(Path path) throws IOException {
        try (WeightFile file = WeightFile.open(path)) {
            VggReader reader = new VggReader(file);
            return new Contents(file.format(), reader.naming, file.tensors().keySet(), reader.weights());
        } catch (WeightsException e) {
            throw WeightsException.of(path, e);
        } catch (NoSuchFileException e) {
            throw WeightsException.of(path, new WeightsException("there is no file " + e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            throw WeightsException.of(path, new WeightsException("it is truncated or damaged", e));
        }
    }

    private long matches(Vgg table) {
        return naming.positions(table).stream().filter(pairs::containsKey).count();
    }

    /** The channels of the first convolution, unless it is misshapen anyway. */
    private int firstWidth(Vgg table) {
        Naming.Pair first = pairs.get(positions.get(0));
        List<Long> shape = first == null || first.kernel() == null
                ? List.of()
                : file.tensors().get(first.kernel()).shape();
        long width = shape.isEmpty() ? 0 : shape.get(naming.channelsLast ? shape.size() - 1 : 0);
        return width >= 1 && width <= MAX_WIDTH ? (int) width : table.widths().get(0);
    }

    private VggWeights weights() throws IOException {
        refuseOthers();
        Map<String, float[]> kernels = new LinkedHashMap<>(), biases = new LinkedHashMap<>();
        for (int i = 0; i < positions.size(); i++) {
            Vgg.Convolution c = vgg.convolutions().get(i);
            Naming.Pair pair = pairs.getOrDefault(positions.get(i), new Naming.Pair(null, null));
            String layer = c.name() + (naming == Naming.KERAS ? "" : " (" + naming.name(positions.get(i)) + ")");
            StoredTensor kernel = tensor(
                    layer,
                    "kernel",
                    pair.kernel(),
                    naming.channelsLast ? List.of(3, 3, c.in(), c.out()) : List.of(c.out(), c.in(), 3, 3));
            StoredTensor bias = tensor(layer, "bias", pair.bias(), List.of(c.out()));
            float[] values = finite(layer, kernel.floats());
            kernels.put(c.name(), naming.channelsLast ? values : channelsLast(values, c));
            biases.put(c.name(), finite(layer, bias.floats()));
        }
        return new VggWeights(vgg, kernels, biases);
    }

    private void refuseOthers() throws WeightsException {
        if (file.tensors().keySet().stream().anyMatch(name -> name.endsWith("running_mean")))
            throw new WeightsException("it has batch normalisation; only VGG-16 and VGG-19 without it can be imported");
        for (int position : pairs.keySet())
            if (!positions.contains(position))
                throw new WeightsException("it has the layer " + naming.name(position) + ", which "
                        + (vgg.depths().equals(Vgg.VGG16.depths()) ? "VGG-16" : "VGG-19") + " has not");
    }

    private StoredTensor tensor(String layer, String part, String name, List<Integer> expected)
            throws WeightsException {
        if (name == null)
            throw new WeightsException(
                    "the " + part + " of layer " + layer + " is missing; it must have the shape " + expected);
        StoredTensor tensor = file.tensors().get(name);
        if (!tensor.shape().equals(expected.stream().map(Long::valueOf).toList()))
            throw new WeightsException("the " + part + " of layer " + layer + " has the shape " + tensor.shape()
                    + "; it must have " + expected);
        return tensor;
    }

    private static float[] finite(String layer, float[] values) throws WeightsException {
        for (float value : values)
            if (!Float.isFinite(value))
                throw new WeightsException("the layer " + layer + " has a weight that is " + value);
        return values;
    }

    /** From (out, in, 3, 3) to (3, 3, in, out). */
    private static float[] channelsLast(float[] kernel, Vgg.Convolution c) {
        float[] moved = new float[kernel.length];
        int from = 0;
        for (int out = 0; out < c.out(); out++)
            for (int in = 0; in < c.in(); in++)
                for (int place = 0; place < 9; place++) moved[(place * c.in() + in) * c.out() + out] = kernel[from++];
        return moved;
    }
}
