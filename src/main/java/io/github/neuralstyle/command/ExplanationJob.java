package io.github.neuralstyle.command;

import java.util.List;
import java.util.function.Predicate;

import io.github.neuralstyle.Explanation;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.ModelStore;

/** The work of {@link WhatTheNetworkSeesCommand}; tells of its progress by {@link Explanation.State}s. */
record ExplanationJob(Pixels image, Pixels style, List<String> contentLayers, Settings settings) implements Job<Explanation> {

	@Override
	public Explanation run(Predicate<Object> progress) {
		return Explanation.run(new ModelStore().load(settings.model()), image, style, contentLayers, settings, progress::test);
	}
}
