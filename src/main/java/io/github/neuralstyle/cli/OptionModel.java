package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.transfer.MemoryEstimate;
import io.github.neuralstyle.util.Option;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Adds a command's {@link CommandOptions} to what picocli reads from its annotations, and gives their values. */
final class OptionModel implements IModelTransformer {

    @Override
    public CommandSpec transform(CommandSpec spec) {
        for (Option<?> option : CommandOptions.of(spec.name())) spec.addOption(of(option));
        return spec;
    }

    private static OptionSpec of(Option<?> option) {
        OptionSpec.Builder builder = OptionSpec.builder("--" + option.name())
                .paramLabel(option.placeholder())
                .description(option.description().replace("%", "%%"));
        if (option.isList())
            return builder.type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("1")
                    .build();
        if (option.initial() instanceof Boolean)
            return builder.type(String.class)
                    .arity("0..1")
                    .fallbackValue("true")
                    .build();
        return builder.type(String.class).arity("1").build();
    }

    /** The value that was given, or the default. @throws ParameterException if it is illegal */
    static <T> T value(CommandSpec spec, Option<T> option) {
        String text = text(spec, option);
        return text == null ? option.initial() : checked(spec, () -> option.check(option.parse(text)));
    }

    /** The preset's settings with the given options instead. @throws ParameterException if one is illegal */
    static Settings settings(CommandSpec spec) {
        return settings(spec, value(spec, Options.PRESET));
    }

    /** Settings with the values of some options that are given. @throws ParameterException if one is illegal */
    static Settings settings(CommandSpec spec, Settings settings, List<? extends Option<?>> options) {
        return checked(spec, () -> {
            Settings.Builder<Settings> builder = settings.toBuilder();
            for (Option<?> option : options) {
                String text = text(spec, option);
                if (text != null) builder.parse(option, text);
            }
            return builder.build();
        });
    }

    /** The same of another preset than the given one. @throws ParameterException if an option is illegal */
    static Settings settings(CommandSpec spec, Preset preset) {
        return checked(spec, () -> {
            Settings settings = settings(spec, preset.settings(), Options.SETTINGS);
            return settings.with(
                    LossConfig.STYLE_LAYERS,
                    value(spec, Options.LAYER_WEIGHTS).of(settings.lossConfig().styleLayers()));
        });
    }

    /** Sets the limit of memory that a command was given. @throws ParameterException if it is illegal */
    static void limitMemory(CommandSpec spec) {
        String limit = text(spec, CommandOptions.MEMORY);
        if (limit == null) return;
        checked(spec, () -> MemoryEstimate.bytes(limit));
        System.setProperty(MemoryEstimate.LIMIT, limit);
    }

    /** What an action returns. @throws ParameterException if it finds an option illegal, whose name its message begins with */
    static <T> T checked(CommandSpec spec, Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    /** Null if it is not given, or the command does not have it; lists that are given several times are one list. */
    private static String text(CommandSpec spec, Option<?> option) {
        OptionSpec of = spec.findOption("--" + option.name());
        Object given = of == null ? null : of.getValue();
        return given instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : (String) given;
    }
}
