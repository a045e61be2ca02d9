package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.util.Range;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Holds the options of the command line to {@link Settings}, which alone states what is legal. */
class SettingsOptionsTest {

    @Command
    static final class Some {
        @Mixin
        SettingsOptions options;
    }

    private static Settings parse(String... args) {
        Some some = new Some();
        new CommandLine(some).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        return some.options.settings();
    }

    static Stream<RecordComponent> components() {
        return Stream.of(Settings.class, LossConfig.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType() != LossConfig.class);
    }

    static Stream<Range> ranges() throws IllegalAccessException {
        List<Range> ranges = new ArrayList<>();
        for (var field : Settings.class.getFields())
            if (field.getType() == Range.class) ranges.add((Range) field.get(null));
        return ranges.stream();
    }

    private static String option(String component) {
        return "--" + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("components")
    void everySettingIsAnOptionOfItsType(RecordComponent component) {
        for (String command : List.of("transfer", "batch", "benchmark")) {
            OptionSpec option = Main.commandLine()
                    .getSubcommands()
                    .get(command)
                    .getCommandSpec()
                    .findOption(option(component.getName()));
            assertNotNull(option, component.getName());
            assertEquals(
                    MethodType.methodType(component.getType()).wrap().returnType(), option.type(), component.getName());
        }
    }

    @Test
    void withoutOptionsAllIsAtItsDefault() {
        assertEquals(Settings.defaults(), parse());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void endsOfARangeAreLegalAndBeyondIsNot(Range range) throws Exception {
        boolean whole = range.most() > 100 || range.name().equals("seed");
        for (double end : new double[] {range.least(), range.most()})
            assertEquals(end, value(range, parse("--" + range.name(), Range.text(end))));
        double beyond = whole ? 1 : 0.001;
        for (double value : new double[] {range.least() - beyond, range.most() + beyond}) {
            ParameterException e =
                    assertThrows(ParameterException.class, () -> parse("--" + range.name(), Range.text(value)));
            String message = whole && value > Integer.MAX_VALUE ? "" : range.toString();
            assertTrue(e.getMessage().contains(message), e.getMessage());
        }
    }

    private static double value(Range range, Settings settings) throws ReflectiveOperationException {
        for (RecordComponent component : Settings.class.getRecordComponents())
            if (option(component.getName()).equals("--" + range.name()))
                return ((Number) component.getAccessor().invoke(settings)).doubleValue();
        throw new AssertionError(range + " is of no setting");
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void theHelpTellsRangeAndDefault(Range range) {
        String help = Main.commandLine()
                .getSubcommands()
                .get("transfer")
                .getUsageMessage()
                .replaceAll("\\s+", " ");
        String initial = range == Settings.STEPS ? ")" : "; default " + Range.text(range.initial()) + ")";
        assertTrue(help.contains("(from " + range + initial), help);
    }

    @Test
    void theHelpTellsNamesAndTheirDefaults() {
        String help = Main.commandLine()
                .getSubcommands()
                .get("transfer")
                .getUsageMessage()
                .replaceAll("\\s+", " ")
                .replaceAll(", ?", ", ");
        for (String words : List.of(
                "draft (30 steps), standard (75 steps), high (300 steps), article (200 steps); default standard",
                "content or noise; default content",
                "adam or lbfgs; default adam",
                "default compact-vgg",
                "default " + String.join(", ", LossConfig.DEFAULT.losses())))
            assertTrue(help.contains(words), words + " in " + help);
    }

    @Test
    void stepsOverrideThePreset() {
        assertEquals(Preset.HIGH.steps(), parse("--preset", "high").steps());
        assertEquals(7, parse("--preset", "high", "--steps", "7").steps());
    }

    @Test
    void namesMayBeInAnyCase() {
        assertEquals(Settings.Method.LBFGS, parse("--optimizer", "LbFGS").optimizer());
        assertEquals(
                List.of("content", "gram"),
                parse("--losses", "content,gram").recipe().losses());
    }

    @Test
    void theArticlesRecipeGivesWayToOptions() {
        Settings article = parse("--preset", "article"),
                changed =
                        parse(
                                "--preset",
                                "article",
                                "--init",
                                "noise",
                                "--shifts",
                                "2,8",
                                "--steps",
                                "20",
                                "--losses",
                                "gram,shift");
        assertEquals(Preset.ARTICLE.settings(), article);
        assertEquals(Settings.Method.LBFGS, changed.optimizer());
        assertEquals(List.of(2, 8), changed.recipe().shifts());
        assertEquals(List.of("gram", "shift"), changed.recipe().losses());
        assertEquals(article.recipe().styleLayers(), changed.recipe().styleLayers());
        assertEquals(20, changed.steps());
        assertEquals(Settings.Init.NOISE, changed.init());
    }

    @Test
    void layersMayHaveWeights() {
        LossConfig recipe = parse(
                        "--style-layers", "block1_conv1=0.5,block2_conv1", "--histogram-layers", "block3_conv1=2")
                .recipe();
        assertEquals(Map.of("block1_conv1", 0.5, "block2_conv1", 1.0), recipe.styleLayers());
        assertEquals(
                List.of("block1_conv1", "block2_conv1"),
                List.copyOf(recipe.styleLayers().keySet()));
        assertEquals(Map.of("block3_conv1", 2.0), recipe.histogramLayers());
    }

    @Test
    void geometricWeightsMultiplyThoseGiven() {
        assertEquals(parse().recipe(), parse("--layer-weights", "equal").recipe());
        assertEquals(
                List.of(16.0, 8.0, 4.0, 2.0, 1.0),
                List.copyOf(parse("--layer-weights", "geometric")
                        .recipe()
                        .styleLayers()
                        .values()));
        assertEquals(
                Map.of("block1_conv1", 2.0, "block2_conv1", 3.0),
                parse("--layer-weights", "Geometric", "--style-layers", "block1_conv1,block2_conv1=3")
                        .recipe()
                        .styleLayers());
    }

    @Test
    void aChainNeedsTwoLayers() {
        assertEquals(
                "--style-layers has one layer; it must name at least two for the loss chain.",
                assertThrows(
                                ParameterException.class,
                                () -> parse("--losses", "chain", "--style-layers", "block1_conv1"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "--bins, 1, --bins is 1; it must be from 2 to 65536.",
        "--bins, 65537, --bins is 65537; it must be from 2 to 65536.",
        "--shifts, 0, --shifts is [0]; it must be whole numbers of at least 1.",
        "--style-layers, block1_conv1=-1, --style-layers has block1_conv1=-1.0; a layer's weight must be over 0.",
        "--content-layers, block1_conv1=NaN, --content-layers has block1_conv1=NaN; a layer's weight must be over 0.",
        "--histogram-layers, block1_conv1=Infinity, --histogram-layers has block1_conv1=Infinity; a layer's weight must be over 0."
    })
    void illegalOptionsOfARecipe(String option, String value, String message) {
        assertEquals(
                message,
                assertThrows(ParameterException.class, () -> parse(option, value))
                        .getMessage());
    }
}
