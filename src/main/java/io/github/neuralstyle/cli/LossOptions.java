package io.github.neuralstyle.cli;

import io.github.neuralstyle.loss.LayerWeights;
import io.github.neuralstyle.loss.LossConfig;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of a {@link LossConfig}. */
final class LossOptions {

    @Option(
            names = "--losses",
            paramLabel = "NAME",
            split = ",",
            description = "The losses to combine, separated by commas (${bundle:legal.losses}).")
    private List<String> losses;

    @Option(
            names = "--content-layers",
            paramLabel = "NAME[=WEIGHT]",
            split = ",",
            mapFallbackValue = "1",
            description = "Where content is compared (${bundle:legal.content-layers}).")
    private Map<String, Double> contentLayers;

    @Option(
            names = "--style-layers",
            paramLabel = "NAME[=WEIGHT]",
            split = ",",
            mapFallbackValue = "1",
            description = "Where style is compared (${bundle:legal.style-layers}).")
    private Map<String, Double> styleLayers;

    @Option(
            names = "--layer-weights",
            paramLabel = "NAME",
            description =
                    "Factors of the style layers' weights: 1, or each twice that of the next (${bundle:legal.layer-weights}).")
    private LayerWeights layerWeights = LayerWeights.EQUAL;

    @Option(
            names = "--histogram-layers",
            paramLabel = "NAME[=WEIGHT]",
            split = ",",
            mapFallbackValue = "1",
            description = "Where histograms are compared (${bundle:legal.histogram-layers}).")
    private Map<String, Double> histogramLayers;

    @Option(
            names = "--shifts",
            paramLabel = "N",
            split = ",",
            description = "Shifts of the shifted Gram matrices in positions of each layer (${bundle:legal.shifts}).")
    private List<Integer> shifts;

    @Option(names = "--bins", paramLabel = "N", description = "Bins of a channel's histogram (${bundle:legal.bins}).")
    private Integer bins;

    /** A recipe with the given options instead of its own. @throws IllegalArgumentException if one is illegal */
    LossConfig recipe(LossConfig initial) {
        LossConfig recipe = initial;
        if (losses != null) recipe = recipe.withLosses(losses);
        if (contentLayers != null) recipe = recipe.withContentLayers(contentLayers);
        if (styleLayers != null) recipe = recipe.withStyleLayers(styleLayers);
        recipe = recipe.withStyleLayers(layerWeights.of(recipe.styleLayers()));
        if (histogramLayers != null) recipe = recipe.withHistogramLayers(histogramLayers);
        if (shifts != null) recipe = recipe.withShifts(shifts);
        return bins == null ? recipe : recipe.withBins(bins);
    }
}
