package io.github.neuralstyle.cli;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@link Settings}, shared by all commands that make pictures. */
final class SettingsOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Longest side of the result in pixels (${bundle:legal.size}).")
    private Integer size;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "How long to work, or the whole recipe of the article (${bundle:legal.preset}).")
    private Preset preset = Preset.STANDARD;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the optimiser at each scale, instead of the preset's (${bundle:legal.steps}).")
    private Integer steps;

    @Option(
            names = "--strength",
            paramLabel = "X",
            description = "From the content alone to the style alone (${bundle:legal.strength}).")
    private Double strength;

    @Option(
            names = "--style-scale",
            paramLabel = "X",
            description =
                    "Longest side of the style image relative to the result's; it is never enlarged (${bundle:legal.style-scale}).")
    private Double styleScale;

    @Option(
            names = "--init",
            paramLabel = "IMAGE",
            description = "What the optimisation starts from (${bundle:legal.init}).")
    private Settings.Init init;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "The method of optimisation (${bundle:legal.optimizer}).")
    private Settings.Method optimizer;

    @Option(
            names = "--coarsest",
            paramLabel = "N",
            description = "Longest side of the first scale in pixels, about (${bundle:legal.coarsest}).")
    private Integer coarsest;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers (${bundle:legal.seed}).")
    private Long seed;

    @Option(
            names = "--model",
            paramLabel = "NAME|DIR",
            description = "An installed network, or the folder of a TensorFlow SavedModel (${bundle:legal.model}).")
    private String model;

    @Mixin
    private LossOptions recipe;

    /** The preset's settings with the given options instead. @throws ParameterException if one is illegal */
    Settings settings() {
        try {
            Settings preset = this.preset.settings();
            return new Settings(
                    or(size, preset.size()),
                    or(coarsest, preset.coarsest()),
                    or(steps, preset.steps()),
                    or(strength, preset.strength()),
                    or(styleScale, preset.styleScale()),
                    or(init, preset.init()),
                    or(optimizer, preset.optimizer()),
                    or(seed, preset.seed()),
                    or(model, preset.model()),
                    recipe.recipe(preset.recipe()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage());
        }
    }

    private static <T> T or(T given, T initial) {
        return given == null ? initial : given;
    }
}
