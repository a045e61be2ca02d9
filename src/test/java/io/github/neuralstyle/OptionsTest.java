package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {

    private static final Settings OTHER = Settings.builder()
            .set(Options.SIZE, 100)
            .set(Options.COARSEST, 64)
            .set(Options.STEPS, 7)
            .set(Options.STRENGTH, 0.123456789)
            .set(Options.STYLE_SCALE, 1.5)
            .set(Options.FINISH, "0.25")
            .set(Options.FINISH_ROTATIONS, true)
            .set(Options.NETWORK_SIZE, 700)
            .set(Options.INIT, Settings.Init.NOISE)
            .set(Options.OPTIMIZER, Settings.Method.LBFGS)
            .set(Options.SEED, 2147483647L)
            .set(Options.MODEL, "some, model")
            .set(LossConfig.LOSSES, List.of("gram", "hist", "shift"))
            .set(LossConfig.CONTENT_LAYERS, Map.of("block1_conv1", 0.1))
            .set(LossConfig.STYLE_LAYERS, LossConfig.equal("block2_conv1", "block5_conv2/block5_conv1"))
            .set(LossConfig.HISTOGRAM_LAYERS, Map.of("block3_conv1", 2.0))
            .set(LossConfig.SHIFTS, List.of(2, 4))
            .set(LossConfig.BINS, 100)
            .build();

    static Stream<Option<?>> numbersAndChoices() {
        return Options.SETTINGS.stream()
                .filter(option -> option != Options.PRECISION)
                .filter(option -> option.range() != null || !option.choices().isEmpty());
    }

    @Test
    void settingsSayInWhichPrecisionAPictureIsMade() {
        Precision here = Precision.AUTO.here();
        for (Settings settings : List.of(
                Settings.defaults(),
                Settings.defaults().with(Options.PRECISION, Precision.AUTO),
                Options.read(Settings.defaults(), Map.of("precision", "Auto")))) {
            assertEquals(here, settings.get(Options.PRECISION));
            assertEquals(Option.text(here), settings.texts().get("precision"));
        }
        assertEquals(
                "float32",
                Options.read(Settings.defaults(), Map.of("precision", "float32"))
                        .withSeed(1)
                        .texts()
                        .get("precision"));
    }

    @ParameterizedTest
    @MethodSource("numbersAndChoices")
    void theLastLegalValueOfEachOptionIsReadAndWritten(Option<?> option) {
        String initial = Settings.defaults().texts().get(option.name());
        String last = option.range() != null
                ? Range.text(option.range().max())
                : option.choices().stream()
                        .filter(choice -> !choice.equals(initial))
                        .reduce((before, choice) -> choice)
                        .get();
        Settings read = Options.read(Settings.defaults(), Map.of(option.name(), last));
        assertEquals(last, read.texts().get(option.name()));
        assertNotEquals(Settings.defaults(), read);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(OTHER, Options.read(Settings.defaults(), OTHER.texts()));
        assertEquals(
                Settings.defaults(),
                Options.read(Settings.defaults(), Settings.defaults().texts()));
        assertEquals("0.123456789", OTHER.texts().get("strength"));
        assertEquals("block2_conv1=1,block5_conv2/block5_conv1=1", OTHER.texts().get("style-layers"));
    }

    @Test
    void aPresetTakesThePlaceOfWhatItDecidesAndOtherColumnsOfBoth() {
        Settings base = Settings.defaults().withSize(128).withSeed(3);
        assertEquals(
                Preset.ARTICLE.settings().withSize(128).withSeed(3), Options.read(base, Map.of("preset", "Article")));
        assertEquals(
                Preset.DRAFT.settings().withSize(128).withSeed(4),
                Options.read(base, Map.of("seed", "4", "preset", "draft", "steps", " ")));
        assertEquals(
                9, Options.read(base, Map.of("preset", "draft", "steps", "9")).steps());
    }

    @Test
    void choicesInTablesMayBeInAnyCase() {
        Settings read =
                Options.read(Settings.defaults(), Map.of("preset", "DRAFT", "init", "Noise", "optimizer", "LBFGS"));
        assertEquals(Preset.DRAFT.settings().withInit(Settings.Init.NOISE).withOptimizer(Settings.Method.LBFGS), read);
    }

    @Test
    void valuesDoNotChangeWithWhatTheyWereMadeOf() {
        List<String> losses = new ArrayList<>(List.of("content", "gram"));
        Settings settings = Settings.builder().set(LossConfig.LOSSES, losses).build();
        losses.clear();
        assertEquals(List.of("content", "gram"), settings.lossConfig().losses());
        assertThrows(
                UnsupportedOperationException.class,
                () -> settings.lossConfig().losses().clear());
    }

    @Test
    void optionsOfOtherValuesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Settings.defaults().get(Options.FEATHER));
        assertThrows(IllegalArgumentException.class, () -> Settings.builder().set(Options.JOINT, true));
    }

    @Test
    void namesAreDistinct() {
        for (List<Option<?>> group : List.of(Options.SETTINGS, Options.STACK, Options.DIALOG))
            assertEquals(
                    group.size(), group.stream().map(Option::name).distinct().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size | 63 | size is 63; it must be from 64 to 16384.",
                "size | many | size is many; it must be from 64 to 16384.",
                "steps | 1.5 | steps is 1.5; it must be a whole number from 1 to 100000.",
                "strength | 2 | strength is 2; it must be from 0 to 1.",
                "strength | 0,5 | strength is 0,5; it must be from 0 to 1.",
                "finish | 2 | finish is 2; it must be on, off or from 0 to 1.",
                "finish | full | finish is full; it must be on, off or from 0 to 1.",
                "network-size | 20 | network-size is 20; it must be from 64 to 16384.",
                "finish-rotations | some | finish-rotations is some; it must be true or false.",
                "init | middle | init is middle; it must be content or noise.",
                "optimizer | sgd | optimizer is sgd; it must be adam or lbfgs.",
                "preset | best | preset is best; it must be draft, standard, high, statistics or article.",
                "losses | gramm | losses has gramm; it must be some of content, self-similarity, tv, gram, shift, hist, wasserstein, sliced, activation-shift, chain, neighbors.",
                "shifts | 4,x | shifts has x; it must be a whole number.",
                "bins | 1 | bins is 1; it must be from 2 to 65536.",
                "style-layers | block1_conv1=x | style-layers has block1_conv1=x; a layer's weight must be over 0."
            })
    void illegalTexts(String name, String value, String message) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Options.read(Settings.defaults(), Map.of(name, value)))
                        .getMessage());
    }
}
