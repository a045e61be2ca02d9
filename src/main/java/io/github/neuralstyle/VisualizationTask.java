package io.github.neuralstyle;

import io.github.neuralstyle.FeatureVisualization.Half;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A picture of a {@link FeatureVisualization} to be made, with the settings of its style transfer. */
record VisualizationTask(Half half, List<String> layers, Settings settings) {

    /**
     * The share of a strength that goes to total variation in reconstructions: deep layers leave much of an image open, and
     * without this it would be noise. At the first layer it changes nothing that can be seen.
     */
    private static final double SMOOTHNESS = 0.2;

    /**
     * The tasks of a visualization, first all reconstructions, then all textures.
     *
     * @param scales of which a reconstruction has steps
     * @throws IllegalArgumentException if the model lacks a layer
     */
    static List<VisualizationTask> all(FeatureModel model, List<String> contentLayers, Settings settings, int scales) {
        checkLayers(model, contentLayers);
        checkLayers(model, settings.lossConfig().styleLayers().keySet());
        List<VisualizationTask> tasks = new ArrayList<>();
        for (String layer : contentLayers)
            tasks.add(new VisualizationTask(Half.CONTENT, List.of(layer), reconstruction(settings, layer)));
        for (int depth = 1; depth <= settings.lossConfig().styleLayers().size(); depth++)
            tasks.add(texture(settings, depth, scales));
        return tasks;
    }

    private static void checkLayers(FeatureModel model, Collection<String> layers) {
        for (String layer : layers)
            if (Stream.of(layer.split("/")).noneMatch(model.layers()::contains)) throw model.noLayer(layer, "");
    }

    /**
     * From coarse to fine, as a deep layer sees large shapes and areas of colour at a coarse scale only; L-BFGS comes much
     * nearer to an image than Adam does.
     */
    private static Settings reconstruction(Settings settings, String layer) {
        return settings.withInit(Settings.Init.NOISE)
                .withOptimizer(Settings.Method.LBFGS)
                .withStrength(SMOOTHNESS)
                .withLossConfig(settings.lossConfig()
                        .withLosses(List.of("content", "tv"))
                        .with(LossConfig.CONTENT_LAYERS, LossConfig.equal(layer)));
    }

    /**
     * At one scale, with the steps of all: after coarser ones, what the first layers alone make would be as large as they saw
     * it there.
     */
    private static VisualizationTask texture(Settings settings, int depth, int scales) {
        int steps = (int) Math.min(Options.STEPS.range().max(), (double) settings.steps() * scales);
        Map<String, Double> layers = new LinkedHashMap<>();
        settings.lossConfig().styleLayers().entrySet().stream()
                .limit(depth)
                .forEach(layer -> layers.put(layer.getKey(), layer.getValue()));
        LossConfig losses = settings.lossConfig().withStyleLayers(layers).with(LossConfig.HISTOGRAM_LAYERS, layers);
        return new VisualizationTask(
                Half.STYLE,
                List.copyOf(layers.keySet()),
                settings.withInit(Settings.Init.NOISE)
                        .withOptimizer(Settings.Method.LBFGS)
                        .withStrength(1)
                        .withSteps(steps)
                        .withCoarsest((int) Options.COARSEST.range().max())
                        .withLossConfig(losses));
    }

    private static Pixels negative(Pixels image) {
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = 255 - values[i];
        return new Pixels(image.width(), image.height(), values);
    }

    /**
     * In place of the image that this half does not look at it gets a negative: that has other features than both images,
     * but edges and areas like a photograph, and losses are balanced by how they pull there.
     */
    TransferResult run(LossGraph graph, Pixels image, Pixels style, ProgressListener<TransferState> progress) {
        boolean content = half == Half.CONTENT;
        Styles styles = Styles.of(List.of(content ? negative(image) : style), 1);
        try (Painter painter = StyleTransfer.painter(graph, styles, settings, false)) {
            return painter.paint(content ? image : negative(image), null, progress);
        }
    }
}
