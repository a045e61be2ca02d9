package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.Options;
import io.github.neuralstyle.batch.BlendSheet;
import io.github.neuralstyle.imagej.OptionFields;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.texture.TextureSynthesis;
import io.github.neuralstyle.util.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** The parameters of the commands, whose annotations must be constants, are those of the registry. */
class OptionParametersTest {

    /** What is given to a command besides options. */
    private static final Set<String> OTHERS = Set.of(
            "image",
            "styleimage",
            "second",
            "guide",
            "styleguide",
            "fill",
            "labels",
            "source",
            "template",
            "input",
            "output",
            "showplot",
            "stack",
            "stains",
            "liveview",
            "forecast",
            "lastsettings",
            "defaults",
            "log",
            "preferences",
            "context");

    private static final List<Option<?>> OPTIONS = Stream.concat(
                    Options.DIALOG.stream(),
                    Stream.of(
                            Options.MODE,
                            Options.METHOD,
                            TextureSynthesis.TILEABLE,
                            BlendSheet.COLUMNS,
                            BlendSheet.STRENGTHS,
                            LossConfig.BINS))
            .distinct()
            .toList();

    @ParameterizedTest
    @ValueSource(
            classes = {
                StyleTransferCommand.class,
                BatchCommand.class,
                WhatTheNetworkSeesCommand.class,
                MatchHistogramsCommand.class,
                SynthesizeTextureCommand.class,
                BlendSheetCommand.class
            })
    void rangesChoicesAndDefaultsAreThoseOfTheRegistry(Class<? extends Command> type) throws Exception {
        try (Context context = new Context()) {
            CommandService commands = context.service(CommandService.class);
            CommandInfo info = commands.getCommand(type);
            for (ModuleItem<?> item : info.inputs()) {
                boolean texture =
                        type == SynthesizeTextureCommand.class && item.getName().equals("size");
                Option<?> option = texture ? TextureSynthesis.SIZE : option(item.getName());
                if (option == null) {
                    assertTrue(OTHERS.contains(item.getName()), item.getName() + " is no option");
                    continue;
                }
                Object initial = commands.moduleService().createModule(info).getInput(item.getName());
                if (option.range() != null) checkRange(type, option, item, (Number) initial);
                else if (!String.valueOf(initial).isEmpty()) assertEquals(text(option), String.valueOf(initial));
                List<String> choices = item.getChoices() == null
                        ? List.of()
                        : item.getChoices().stream().map(String::valueOf).toList();
                if (item.getType() == String.class) assertEquals(option.choices(), choices, item.getName());
            }
        }
    }

    /** 0 steps, or a network size of 0, stand for those of the preset; pictures of what the network sees are smaller. */
    private static void checkRange(Class<?> type, Option<?> option, ModuleItem<?> item, Number initial) {
        boolean preset =
                (option == Options.STEPS || option == Options.NETWORK_SIZE) && type == StyleTransferCommand.class;
        double expected = preset
                ? 0
                : option == Options.SIZE && type == WhatTheNetworkSeesCommand.class
                        ? FeatureVisualization.SIZE.initial()
                        : option == Options.SIZE && type == BlendSheetCommand.class
                                ? BlendSheet.SIZE.initial()
                                : option.range().initial();
        assertEquals(expected, initial.doubleValue(), item.getName());
        assertEquals(
                preset ? 0 : option.range().min(), ((Number) item.getMinimumValue()).doubleValue(), item.getName());
        assertEquals(option.range().max(), ((Number) item.getMaximumValue()).doubleValue(), item.getName());
    }

    private static Option<?> option(String parameter) {
        return OPTIONS.stream()
                .filter(option -> option.parameter().equals(parameter))
                .findFirst()
                .orElse(null);
    }

    private static <T> String text(Option<T> option) {
        return option.format(option.initial());
    }

    static List<Option<?>> choices() {
        List<Option<?>> choices = new ArrayList<>(OPTIONS);
        choices.removeIf(option -> option.choices().isEmpty());
        return choices;
    }

    @ParameterizedTest
    @MethodSource("choices")
    void choicesMayBeInAnyCase(Option<?> option) {
        for (String choice : option.choices()) {
            assertEquals(option.parse(choice), option.parse(choice.toUpperCase(Locale.ROOT)));
            assertEquals(choice, again(option, choice));
        }
        String message = assertThrows(IllegalArgumentException.class, () -> option.parse("none of them"))
                .getMessage();
        assertTrue(message.startsWith(option.name() + " is none of them; it must be "), message);
    }

    private static <T> String again(Option<T> option, String text) {
        return option.format(option.parse(text));
    }

    @Test
    void textsOfParametersAreSpelledAsInTheRegistryAndCanBeSetAgain() {
        StyleTransferCommand command = new StyleTransferCommand();
        Map<String, String> fresh = OptionFields.read(command);
        assertEquals("", fresh.get("steps"));
        assertFalse(fresh.containsKey("image"));
        OptionFields.write(
                command, Map.of("slices", "Current", "regions", "ROI Manager", "steps", "9", "strength", "0.25"));
        Map<String, String> changed = OptionFields.read(command);
        assertEquals("current", changed.get("slices"));
        assertEquals("roi manager", changed.get("regions"));
        assertEquals("9", changed.get("steps"));
        assertEquals("0.25", changed.get("strength"));
        OptionFields.write(command, fresh);
        assertEquals(fresh, OptionFields.read(command));
    }
}
