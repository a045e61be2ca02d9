package io.github.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.loss.LossConfig;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsColumnsTest {

    private static final Settings OTHER = new Settings(
            100,
            64,
            7,
            0.123456789,
            1.5,
            Settings.Init.NOISE,
            Settings.Method.LBFGS,
            2147483647,
            "some, model",
            new LossConfig(
                    List.of("gram", "hist", "shift"),
                    Map.of("block1_conv1", 0.1),
                    LossConfig.equal("block2_conv1", "block5_conv2/block5_conv1"),
                    Map.of("block3_conv1", 2.0),
                    List.of(2, 4),
                    100));

    @Test
    void everySettingIsAColumn() {
        List<String> components = Stream.of(Settings.class, LossConfig.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType() != LossConfig.class)
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();
        assertEquals(components, SettingsColumns.names());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(OTHER, SettingsColumns.read(Settings.defaults(), SettingsColumns.write(OTHER)));
        assertEquals(
                Settings.defaults(),
                SettingsColumns.read(Settings.defaults(), SettingsColumns.write(Settings.defaults())));
        assertEquals("0.123456789", SettingsColumns.write(OTHER).get("strength"));
        assertEquals(
                "block2_conv1=1,block5_conv2/block5_conv1=1",
                SettingsColumns.write(OTHER).get("style-layers"));
    }

    @Test
    void aPresetTakesThePlaceOfWhatItDecidesAndOtherColumnsOfBoth() {
        Settings base = Settings.defaults().withSize(128).withSeed(3);
        assertEquals(
                Preset.ARTICLE.settings().withSize(128).withSeed(3),
                SettingsColumns.read(base, Map.of("preset", "Article")));
        assertEquals(
                Preset.DRAFT.settings().withSize(128).withSeed(4),
                SettingsColumns.read(base, Map.of("seed", "4", "preset", "draft", "steps", " ")));
        assertEquals(
                9,
                SettingsColumns.read(base, Map.of("preset", "draft", "steps", "9"))
                        .steps());
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
                "init | middle | init is middle; it must be content or noise.",
                "optimizer | sgd | optimizer is sgd; it must be adam or lbfgs.",
                "preset | best | preset is best; it must be one of draft, standard, high, article.",
                "losses | gramm | losses has gramm; it must be some of content, tv, gram, shift, hist, wasserstein, sliced, activation-shift, chain.",
                "shifts | 4,x | shifts has x; it must be a whole number.",
                "bins | 1 | bins is 1; it must be from 2 to 65536.",
                "style-layers | block1_conv1=x | style-layers has block1_conv1=x; a layer's weight must be over 0."
            })
    void illegalTexts(String name, String value, String message) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SettingsColumns.read(Settings.defaults(), Map.of(name, value)))
                        .getMessage());
    }
}
