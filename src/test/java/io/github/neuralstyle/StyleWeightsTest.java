package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Styles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleWeightsTest extends StyleTransferRuns {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3 | one for each style, and there are 2",
                "1 | one for each style",
                "-1,2 | number from 0",
                "0,0 | over 0",
                "NaN,1 | number from 0",
                "Infinity,1 | number from 0",
                "1,b | number",
                "1,,2 | nothing"
            })
    void wrongWeightsAreNamed(String text, String reason) {
        Exception error =
                assertThrows(IllegalArgumentException.class, () -> Style.weights(Options.STYLE_WEIGHTS.parse(text), 2));
        TestErrors.assertSentence(error, "style-weights", reason);
    }

    @Test
    void noneAreEqualOnesAndZerosAreLeftOut() {
        assertArrayEquals(new double[] {1, 1, 1}, Style.weights(List.of(), 3));
        Styles two = Styles.of(List.of(STYLE, OTHER, CONTENT)).withWeights(0, 1, 3);
        assertEquals(List.of(OTHER, CONTENT), two.images());
        assertEquals(Arrays.asList(null, null), two.parts());
        assertArrayEquals(new double[] {0.25, 0.75}, two.proportions());
        assertEquals(CONTENT, two.main());
        assertNull(two.parts().get(0));
    }

    /** In the settings, as in the styles themselves; one without weight is not there. */
    @Test
    void weightsOfTheSettingsAreThoseOfTheStyles() {
        Settings settings = SMALL.withSteps(2).withLosses("neighbors", "gram");
        Pixels own = picture(settings, new Style(image(STYLE), 0.9), new Style(image(OTHER), 0.1));
        Settings weighted = settings.with(Options.STYLE_WEIGHTS, List.of(9.0, 1.0));
        assertArrayEquals(
                own.values(),
                picture(weighted, new Style(image(STYLE)), new Style(image(OTHER)))
                        .values());
        Settings only = settings.with(Options.STYLE_WEIGHTS, List.of(0.0, 1.0));
        assertArrayEquals(
                picture(settings, new Style(image(OTHER))).values(),
                picture(only, new Style(image(STYLE)), new Style(image(OTHER))).values());
        assertThrows(IllegalArgumentException.class, () -> picture(weighted, new Style(image(STYLE))));
    }

    /** A style of dark and one of light places share the picture as asked, though the content is all dark. */
    @Test
    void eachStyleHasItsShareOfThePicture() {
        Pixels dark = shaded(STYLE, 0), light = shaded(OTHER, 160), content = shaded(CONTENT, 0);
        double[] means = new double[3];
        for (int i = 0; i < 3; i++) {
            double weight = new double[] {0.1, 0.5, 0.9}[i];
            Settings settings = SMALL.withSteps(12)
                    .withLosses("neighbors")
                    .withLastSteps(0)
                    .withStrength(1)
                    .withFinish("0.5")
                    .with(Options.STYLE_WEIGHTS, List.of(1 - weight, weight));
            Pixels picture = StyleTransfer.run(
                            model, content, List.of(dark, light), new double[] {1, 1}, settings, state -> true)
                    .picture();
            int bright = 0;
            for (int p = 0; p < picture.values().length; p += 3) if (picture.values()[p + 1] > 128) bright++;
            means[i] = 3.0 * bright / picture.values().length;
        }
        assertEquals(0.1, means[0], 0.08, Arrays.toString(means));
        assertEquals(0.5, means[1], 0.1, Arrays.toString(means));
        assertEquals(0.9, means[2], 0.08, Arrays.toString(means));
        assertTrue(means[0] < means[1] && means[1] < means[2]);
    }

    private static Pixels shaded(Pixels image, float least) {
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = least + values[i] * 90 / 255;
        return new Pixels(image.width(), image.height(), values);
    }

    private static net.imglib2.img.Img<?> image(Pixels pixels) {
        return Images.fromPixels(pixels.values(), pixels.width(), pixels.height());
    }

    private static Pixels picture(Settings settings, Style... styles) {
        return StyleTransfer.run(model, image(CONTENT), List.of(styles), settings, state -> true)
                .picture();
    }
}
