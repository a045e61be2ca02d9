package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.histogram.HistogramMatching;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which losses are combined, and at which layers. A layer may be given with alternatives, as
 * {@code block5_conv2/block5_conv1}: the first that the model has is taken.
 *
 * @param losses their names, some of {@link Losses#names()}
 * @param contentLayers where content is compared, with weights relative to each other
 * @param styleLayers where style is compared, with weights relative to each other
 * @param histogramLayers where histograms are compared, with weights relative to each other
 * @param shifts of the shifted Gram matrices, in positions of a layer, the same at each; if empty, 16 and
 *          64 in the first block, 8 and 32 in the second, 4 and 16 in the third, 4 and 8 in the fourth. At a layer only those act that are at most a
 *          quarter of its shorter side.
 * @param bins of a channel's histogram
 */
public record LossConfig(
        List<String> losses,
        Map<String, Double> contentLayers,
        Map<String, Double> styleLayers,
        Map<String, Double> histogramLayers,
        List<Integer> shifts,
        int bins)
        implements Serializable {

    /** All losses; content where shapes are recognisable but paint and brush are not, style at each block (Gatys et al. 2016). */
    public static final LossConfig DEFAULT = new LossConfig(
            List.of("content", "gram", "shift", "hist", "tv"),
            equal("block4_conv2"),
            equal("block1_conv1", "block2_conv1", "block3_conv1", "block4_conv1", "block5_conv1"),
            equal("block1_conv1", "block4_conv1"),
            List.of(),
            (int) HistogramMatching.BINS.initial());

    /** Checks everything that can be checked without a model. @throws IllegalArgumentException saying what is legal */
    public LossConfig {
        losses = List.copyOf(losses);
        shifts = List.copyOf(shifts);
        contentLayers = layers("content-layers", contentLayers);
        styleLayers = layers("style-layers", styleLayers);
        histogramLayers = layers("histogram-layers", histogramLayers);
        Losses.check(losses);
        if (losses.contains("chain") && styleLayers.size() < 2)
            throw new IllegalArgumentException(
                    "style-layers has one layer; it must name at least two for the loss chain.");
        if (shifts.stream().anyMatch(shift -> shift < 1))
            throw new IllegalArgumentException("shifts is " + shifts + "; it must be whole numbers of at least 1.");
        HistogramMatching.BINS.check(bins);
    }

    /** Layers of equal weight. */
    public static Map<String, Double> equal(String... layers) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String layer : layers) weights.put(layer, 1.0);
        return weights;
    }

    private static Map<String, Double> layers(String option, Map<String, Double> layers) {
        if (layers.isEmpty())
            throw new IllegalArgumentException(option + " is empty; it must name at least one layer.");
        layers.forEach((layer, weight) -> {
            if (!(weight > 0) || weight.isInfinite())
                throw new IllegalArgumentException(
                        option + " has " + layer + "=" + weight + "; a layer's weight must be over 0.");
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    public LossConfig withLosses(List<String> newLosses) {
        return new LossConfig(newLosses, contentLayers, styleLayers, histogramLayers, shifts, bins);
    }

    public LossConfig withContentLayers(Map<String, Double> layers) {
        return new LossConfig(losses, layers, styleLayers, histogramLayers, shifts, bins);
    }

    public LossConfig withStyleLayers(Map<String, Double> layers) {
        return new LossConfig(losses, contentLayers, layers, histogramLayers, shifts, bins);
    }

    public LossConfig withHistogramLayers(Map<String, Double> layers) {
        return new LossConfig(losses, contentLayers, styleLayers, layers, shifts, bins);
    }

    public LossConfig withShifts(List<Integer> newShifts) {
        return new LossConfig(losses, contentLayers, styleLayers, histogramLayers, newShifts, bins);
    }

    public LossConfig withBins(int newBins) {
        return new LossConfig(losses, contentLayers, styleLayers, histogramLayers, shifts, newBins);
    }
}
