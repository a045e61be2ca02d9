package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.OptionValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which losses are combined, and at which layers. A layer may be given with alternatives, as
 * {@code block5_conv2/block5_conv1}: the first that the model has is taken. The options are stated here once; the command
 * line and tables have them from here.
 */
public final class LossConfig extends OptionValues<LossConfig> {

    /** Names of {@link Losses#names()}. */
    public static final Option<List<String>> LOSSES = Option.names(
                    "losses",
                    List.of("neighbors", "gram", "hist", "content", "self-similarity"),
                    "The losses to combine, separated by commas.")
            .withLegal(() -> "some of " + String.join(", ", Losses.names()));

    /** Layers with weights relative to each other; shapes are recognisable here, but paint and brush are not. */
    public static final Option<Map<String, Double>> CONTENT_LAYERS =
            Option.weights("content-layers", equal("block4_conv2"), "Where content is compared.");

    /** Layers with weights relative to each other; by default one of each block (Gatys et al. 2016). */
    public static final Option<Map<String, Double>> STYLE_LAYERS = Option.weights(
            "style-layers",
            equal("block1_conv1", "block2_conv1", "block3_conv1", "block4_conv1", "block5_conv1"),
            "Where style is compared.");

    /** Layers with weights relative to each other. */
    public static final Option<Map<String, Double>> HISTOGRAM_LAYERS =
            Option.weights("histogram-layers", equal("block1_conv1", "block4_conv1"), "Where histograms are compared.");

    /**
     * In positions of a layer, the same at each; if empty, some for each block. At a layer only those act that are at most
     * a quarter of its shorter side.
     */
    public static final Option<List<Integer>> SHIFTS = Option.integers(
                    "shifts", List.of(), "Shifts of the shifted Gram matrices in positions of each layer.")
            .withLegal(() -> "whole numbers of at least 1")
            .withInitialText(() -> "16 and 64 in block 1, 8 and 32 in 2, 4 and 16 in 3, 4 and 8 in 4");

    public static final Option<Integer> BINS = Option.integer(HistogramMatching.BINS, "Bins of a channel's histogram.");

    public static final List<Option<?>> OPTIONS =
            List.of(LOSSES, CONTENT_LAYERS, STYLE_LAYERS, HISTOGRAM_LAYERS, SHIFTS, BINS);

    /** All options at their defaults. */
    public static final LossConfig DEFAULT = builder().build();

    private LossConfig(Map<String, Object> values) {
        super(values);
        Losses.check(losses());
        for (Option<Map<String, Double>> layers : List.of(CONTENT_LAYERS, STYLE_LAYERS, HISTOGRAM_LAYERS))
            check(layers.name(), get(layers));
        if (losses().contains("chain") && styleLayers().size() < 2)
            throw new IllegalArgumentException(
                    "style-layers has one layer; it must name at least two for the loss chain.");
        if (shifts().stream().anyMatch(shift -> shift < 1))
            throw new IllegalArgumentException("shifts is " + shifts() + "; it must be whole numbers of at least 1.");
    }

    private static void check(String option, Map<String, Double> layers) {
        if (layers.isEmpty())
            throw new IllegalArgumentException(option + " is empty; it must name at least one layer.");
        layers.forEach((layer, weight) -> {
            if (!(weight > 0) || weight.isInfinite())
                throw new IllegalArgumentException(
                        option + " has " + layer + "=" + weight + "; a layer's weight must be over 0.");
        });
    }

    /**
     * A builder that starts from the defaults.
     *
     * @see OptionValues.Builder#build() throws IllegalArgumentException for everything that can be checked without a model
     */
    public static Builder<LossConfig> builder() {
        return new Builder<>(OPTIONS, LossConfig::new);
    }

    /** The loss options among those of larger settings. */
    public static LossConfig of(OptionValues<?> settings) {
        Builder<LossConfig> builder = builder();
        OPTIONS.forEach(option -> copy(settings, option, builder));
        return builder.build();
    }

    private static <T> void copy(OptionValues<?> from, Option<T> option, Builder<LossConfig> to) {
        to.set(option, from.get(option));
    }

    @Override
    public Builder<LossConfig> toBuilder() {
        return new Builder<>(this, LossConfig::new);
    }

    @Override
    public List<Option<?>> options() {
        return OPTIONS;
    }

    /** Layers of equal weight. */
    public static Map<String, Double> equal(String... layers) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String layer : layers) weights.put(layer, 1.0);
        return Collections.unmodifiableMap(weights);
    }

    public List<String> losses() {
        return get(LOSSES);
    }

    public Map<String, Double> contentLayers() {
        return get(CONTENT_LAYERS);
    }

    public Map<String, Double> styleLayers() {
        return get(STYLE_LAYERS);
    }

    public Map<String, Double> histogramLayers() {
        return get(HISTOGRAM_LAYERS);
    }

    public List<Integer> shifts() {
        return get(SHIFTS);
    }

    public int bins() {
        return get(BINS);
    }

    public LossConfig withLosses(List<String> losses) {
        return with(LOSSES, losses);
    }

    public LossConfig withStyleLayers(Map<String, Double> layers) {
        return with(STYLE_LAYERS, layers);
    }

    public LossConfig withShifts(List<Integer> shifts) {
        return with(SHIFTS, shifts);
    }
}
