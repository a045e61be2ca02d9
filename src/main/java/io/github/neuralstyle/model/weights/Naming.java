package io.github.neuralstyle.model.weights;

import io.github.neuralstyle.model.Vgg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How files name the convolutions of a VGG, and in which order of axes they store its kernels. */
enum Naming {

    /** Keras applications: block1_conv1; whatever groups and endings the versions of Keras put around it. */
    KERAS("(?:.*/)?block(\\d)_conv(\\d)(?:_\\d+)?[/_]" + Naming.KERAS_ENDING, true),

    /** Keras where layers have no names of their own, and checkpoints of TensorFlow: numbered in their order. */
    KERAS_NUMBERED(
            "(?:.*/)?(?:conv2d(?:_(\\d{1,4}))?|layer_with_weights-(\\d{1,4}))/" + "(?:conv2d(?:_\\d+)?[/_])?"
                    + Naming.KERAS_ENDING,
            true),

    /** torchvision, timm and conversions from Caffe: features.N, where ReLU and pooling are counted too. */
    FEATURES("(?:.*\\.)?features\\.(\\d{1,4})\\.(?:weight|(?<bias>bias))", false),

    /** Caffe's own names, in the file of Gatys et al.: conv1_1. */
    CAFFE("(?:.*\\.)?conv(\\d)_(\\d)\\.(?:weight|(?<bias>bias))", false);

    private static final String KERAS_ENDING =
            "(?:kernel|W|vars/0|(?<bias>bias|b|vars/1))(?:_\\d+)?(?::0)?(?:/\\.ATTRIBUTES/VARIABLE_VALUE)?";

    private static final Pattern OPTIMIZER = Pattern.compile("optimizer", Pattern.CASE_INSENSITIVE);

    /** One convolution's arrays by their names in the file; null where there is none. */
    record Pair(String kernel, String bias) {}

    private final Pattern pattern;

    /** Whether kernels are (3, 3, in, out) as in TensorFlow, or (out, in, 3, 3) as in PyTorch. */
    final boolean channelsLast;

    Naming(String pattern, boolean channelsLast) {
        this.pattern = Pattern.compile(pattern);
        this.channelsLast = channelsLast;
    }

    /** The convolutions of a file by their positions, which {@link #position} counts too. */
    Map<Integer, Pair> convolutions(Map<String, StoredTensor> tensors) throws WeightsException {
        Map<Integer, Pair> pairs = new TreeMap<>();
        for (Map.Entry<String, StoredTensor> tensor : tensors.entrySet()) {
            Matcher matcher = pattern.matcher(tensor.getKey());
            if (!matcher.matches() || OPTIMIZER.matcher(tensor.getKey()).find()) continue;
            boolean bias = matcher.group("bias") != null;
            Pair before = pairs.getOrDefault(position(matcher), new Pair(null, null));
            if ((bias ? before.bias : before.kernel) != null)
                throw new WeightsException("it has two arrays for one layer, " + (bias ? before.bias : before.kernel)
                        + " and " + tensor.getKey());
            pairs.put(
                    position(matcher),
                    bias ? new Pair(before.kernel, tensor.getKey()) : new Pair(tensor.getKey(), before.bias));
        }
        return this == KERAS_NUMBERED ? ranked(pairs, tensors) : pairs;
    }

    private int position(Matcher matcher) {
        return switch (this) {
            case FEATURES -> Integer.parseInt(matcher.group(1));
            case KERAS, CAFFE -> 10 * Integer.parseInt(matcher.group(1)) + Integer.parseInt(matcher.group(2));
            case KERAS_NUMBERED -> Optional.ofNullable(matcher.group(1))
                    .or(() -> Optional.ofNullable(matcher.group(2)))
                    .map(Integer::parseInt)
                    .orElse(0);
        };
    }

    /** Renumbered without the top layers, whose kernels are matrices. */
    private static Map<Integer, Pair> ranked(Map<Integer, Pair> pairs, Map<String, StoredTensor> tensors) {
        Map<Integer, Pair> ranked = new TreeMap<>();
        for (Pair pair : pairs.values())
            if (pair.kernel != null && tensors.get(pair.kernel).shape().size() == 4) ranked.put(ranked.size(), pair);
        return ranked;
    }

    /** The positions of a network's convolutions in a file, from the image upwards. */
    List<Integer> positions(Vgg vgg) {
        List<Integer> positions = new ArrayList<>();
        int layers = 0;
        for (int block = 0; block < vgg.depths().size(); block++) {
            for (int i = 0; i < vgg.depths().get(block); i++) {
                positions.add(
                        switch (this) {
                            case FEATURES -> layers;
                            case KERAS, CAFFE -> 10 * (block + 1) + i + 1;
                            case KERAS_NUMBERED -> positions.size();
                        });
                layers += 2;
            }
            layers++;
        }
        return positions;
    }

    /** What the file would call the convolution at a position. */
    String name(int position) {
        return switch (this) {
            case FEATURES -> "features." + position;
            case KERAS -> "block" + position / 10 + "_conv" + position % 10;
            case CAFFE -> "conv" + position / 10 + "_" + position % 10;
            case KERAS_NUMBERED -> "convolution " + (position + 1);
        };
    }

    /** The naming with the most matches in a file. @throws WeightsException if none matches */
    static Naming of(Map<String, StoredTensor> tensors) throws WeightsException {
        Naming best = null;
        int max = 0;
        for (Naming naming : values()) {
            int found = (int) tensors.keySet().stream()
                    .filter(name -> naming.pattern.matcher(name).matches())
                    .count();
            if (found > max) best = naming;
            max = Math.max(max, found);
        }
        if (best == null)
            throw new WeightsException("it has no layers with names as in Keras (block1_conv1) or PyTorch (features.0)"
                    + (tensors.isEmpty()
                            ? ", and no arrays at all"
                            : ", but " + new TreeSet<>(tensors.keySet()).first() + " and the like"));
        return best;
    }
}
