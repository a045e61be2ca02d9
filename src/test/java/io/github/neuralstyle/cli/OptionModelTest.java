package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.Range;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The options of the command line derive from {@link Options}, which alone states what is legal. */
class OptionModelTest {

    private static Settings parse(String... args) {
        CommandLine main = Main.commandLine();
        String[] files = {"transfer", "--content", "a.png", "--style", "b.png", "--output", "c.png"};
        main.parseArgs(Stream.concat(Stream.of(files), Stream.of(args)).toArray(String[]::new));
        return OptionModel.settings(main.getSubcommands().get("transfer").getCommandSpec());
    }

    static Stream<Option<?>> options() {
        return Options.SETTINGS.stream();
    }

    static Stream<Option<?>> numbers() {
        return options().filter(option -> option.range() != null);
    }

    private static String help(String command) {
        return Main.commandLine()
                .getSubcommands()
                .get(command)
                .getUsageMessage()
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "batch", "benchmark"})
    void everySettingIsAnOptionAndInTheHelp(String command) {
        for (Option<?> option : Options.SETTINGS) {
            String value = "=" + option.placeholder(),
                    shown = option.initial() instanceof Boolean ? "[" + value + "]" : value;
            assertTrue(help(command).contains(" --" + option.name() + shown), option.name());
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void everySettingIsReadAsItIsWritten(Option<?> option) {
        Settings article = Preset.ARTICLE.settings();
        String written = article.texts().get(option.name()), text = written.isEmpty() ? "0.5,2" : written;
        assertEquals(text, parse("--" + option.name(), text).texts().get(option.name()));
    }

    @Test
    void withoutOptionsAllIsAtItsDefault() {
        assertEquals(Settings.defaults(), parse());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void endsOfARangeAreLegalAndBeyondIsNot(Option<?> option) {
        Range range = option.range();
        String name = "--" + option.name();
        for (double end : new double[] {range.min(), range.max()})
            assertEquals(Range.text(end), parse(name, Range.text(end)).texts().get(option.name()));
        double beyond = option.initial() instanceof Double ? 0.001 : 1;
        for (double value : new double[] {range.min() - beyond, range.max() + beyond}) {
            ParameterException e = assertThrows(ParameterException.class, () -> parse(name, Range.text(value)));
            assertEquals(name + " is " + Range.text(value) + "; it must be from " + range + ".", e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theHelpStatesRangeAndDefault(Option<?> option) {
        String initial = option == Options.STEPS
                ? ")"
                : "; default " + Range.text(option.range().initial()) + ")";
        assertTrue(help("transfer").contains("(from " + option.range() + initial), help("transfer"));
    }

    @Test
    void theHelpStatesNamesAndTheirDefaults() {
        String help = help("transfer").replaceAll(", ?", ", ");
        for (String words : List.of(
                "draft (14 steps), standard (60 steps), high (150 steps), statistics (75 steps), article (200 steps)",
                "default standard",
                "pyramid or pixels; default pyramid",
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
        assertEquals(Settings.Init.NOISE, parse("--init", "NOISE").init());
        assertEquals(Preset.DRAFT.settings(), parse("--preset", "Draft"));
    }

    @Test
    void listsMayBeGivenAtOnceOrOneByOne() {
        for (String[] args : new String[][] {{"--losses", "content,gram"}, {"--losses", "content", "--losses", "gram"}})
            assertEquals(List.of("content", "gram"), parse(args).lossConfig().losses());
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
        assertEquals(List.of(2, 8), changed.lossConfig().shifts());
        assertEquals(List.of("gram", "shift"), changed.lossConfig().losses());
        assertEquals(article.lossConfig().styleLayers(), changed.lossConfig().styleLayers());
        assertEquals(20, changed.steps());
        assertEquals(Settings.Init.NOISE, changed.init());
    }

    @Test
    void layersMayHaveWeights() {
        LossConfig config = parse(
                        "--style-layers", "block1_conv1=0.5,block2_conv1", "--histogram-layers", "block3_conv1=2")
                .lossConfig();
        assertEquals(Map.of("block1_conv1", 0.5, "block2_conv1", 1.0), config.styleLayers());
        assertEquals(
                List.of("block1_conv1", "block2_conv1"),
                List.copyOf(config.styleLayers().keySet()));
        assertEquals(Map.of("block3_conv1", 2.0), config.histogramLayers());
    }

    @Test
    void geometricWeightsMultiplyThoseGiven() {
        assertEquals(parse().lossConfig(), parse("--layer-weights", "equal").lossConfig());
        assertEquals(
                List.of(16.0, 8.0, 4.0, 2.0, 1.0),
                List.copyOf(parse("--layer-weights", "geometric")
                        .lossConfig()
                        .styleLayers()
                        .values()));
        assertEquals(
                Map.of("block1_conv1", 2.0, "block2_conv1", 3.0),
                parse("--layer-weights", "Geometric", "--style-layers", "block1_conv1,block2_conv1=3")
                        .lossConfig()
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
