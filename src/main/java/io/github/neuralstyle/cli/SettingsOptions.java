package io.github.neuralstyle.cli;

import java.util.List;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@link Settings}, shared by all commands that make pictures. */
final class SettingsOptions {

	private static final Settings DEFAULTS = Settings.defaults();

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	@Option(names = "--size", paramLabel = "N",
		description = "Longest side of the result in pixels (${bundle:legal.size}).")
	private int size = DEFAULTS.size();

	@Option(names = "--preset", paramLabel = "NAME",
		description = "How long to work (${bundle:legal.preset}).")
	private Preset preset;

	@Option(names = "--steps", paramLabel = "N",
		description = "Steps of the optimiser at each scale, instead of the preset's (${bundle:legal.steps}).")
	private Integer steps;

	@Option(names = "--strength", paramLabel = "X",
		description = "From the content alone to the style alone (${bundle:legal.strength}).")
	private double strength = DEFAULTS.strength();

	@Option(names = "--style-scale", paramLabel = "X",
		description = "Longest side of the style image relative to the result's; it is never enlarged (${bundle:legal.style-scale}).")
	private double styleScale = DEFAULTS.styleScale();

	@Option(names = "--init", paramLabel = "IMAGE",
		description = "What the optimisation starts from (${bundle:legal.init}).")
	private Settings.Init init = DEFAULTS.init();

	@Option(names = "--optimizer", paramLabel = "NAME",
		description = "The method of optimisation (${bundle:legal.optimizer}).")
	private Settings.Method optimizer = DEFAULTS.optimizer();

	@Option(names = "--seed", paramLabel = "N",
		description = "Seed of all random numbers (${bundle:legal.seed}).")
	private long seed = DEFAULTS.seed();

	@Option(names = "--model", paramLabel = "NAME|DIR",
		description = "An installed network, or the folder of a TensorFlow SavedModel (${bundle:legal.model}).")
	private String model = DEFAULTS.model();

	@Option(names = "--losses", paramLabel = "NAME", split = ",",
		description = "The losses to combine, separated by commas (${bundle:legal.losses}).")
	private List<String> losses = DEFAULTS.losses();

	/** The settings. @throws ParameterException if one is illegal */
	Settings settings() {
		try {
			return new Settings(size, chosenSteps(), strength, styleScale, init, optimizer, seed, model, losses);
		}
		catch (IllegalArgumentException e) {
			throw new ParameterException(command.commandLine(), "--" + e.getMessage());
		}
	}

	private int chosenSteps() {
		if (steps != null)
			return steps;
		return preset == null ? DEFAULTS.steps() : preset.steps();
	}
}
