package io.github.neuralstyle.imagej;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.ModelStore;
import java.util.List;
import java.util.function.Predicate;

/** The work of {@code WhatTheNetworkSeesCommand}; tells of its progress by {@link FeatureVisualization.State}s. */
public record FeatureVisualizationJob(Pixels image, Pixels style, List<String> contentLayers, Settings settings)
        implements Job<FeatureVisualization> {

    @Override
    public FeatureVisualization run(Predicate<Object> progress) {
        return FeatureVisualization.run(
                new ModelStore().load(settings.model()), image, style, contentLayers, settings, progress::test);
    }
}
