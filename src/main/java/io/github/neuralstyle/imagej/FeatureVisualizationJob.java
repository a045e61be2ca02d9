package io.github.neuralstyle.imagej;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.util.ProgressListener;
import java.util.List;

/** The work of {@code WhatTheNetworkSeesCommand}; tells of its progress by {@link FeatureVisualization.State}s. */
public record FeatureVisualizationJob(Pixels image, Pixels style, List<String> contentLayers, Settings settings)
        implements Job<FeatureVisualization, FeatureVisualization.State> {

    @Override
    public FeatureVisualization run(ProgressListener<FeatureVisualization.State> progress) {
        return FeatureVisualization.run(
                new ModelStore().load(settings.model()), image, style, contentLayers, settings, progress);
    }
}
