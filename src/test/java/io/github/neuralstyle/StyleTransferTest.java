package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleTransferTest extends StyleTransferRuns {

    @ParameterizedTest
    @CsvSource({"ADAM, CONTENT", "ADAM, NOISE", "LBFGS, CONTENT", "LBFGS, NOISE"})
    void sameSeedGivesTheSamePixels(Settings.Method method, Settings.Init init) {
        Settings settings = SETTINGS.withOptimizer(method).withInit(init).withSeed(5);
        TransferResult result = transfer(settings), again = transfer(settings);
        assertArrayEquals(result.picture().values(), again.picture().values());
        assertEquals(182, result.picture().width());
        assertEquals(137, result.picture().height());
        assertEquals(12, result.steps());
        assertFalse(result.stopped());
        for (float value : result.picture().values())
            assertTrue(value >= 0 && value <= 255, () -> "out of range: " + value);
    }

    @Test
    void anotherSeedGivesAnotherPicture() {
        Settings settings = SMALL.withInit(Settings.Init.NOISE);
        assertTrue(difference(
                        transfer(settings.withSeed(1)).picture(),
                        transfer(settings.withSeed(2)).picture())
                > 1);
    }

    @ParameterizedTest
    @EnumSource
    void totalFallsAtEveryScale(Settings.Method method) {
        List<TransferState> states = new ArrayList<>();
        StyleTransfer.run(model, CONTENT, List.of(STYLE), new double[] {1}, SETTINGS.withOptimizer(method), state -> {
            Pixels picture = state.picture().get();
            assertEquals(state.width(), picture.width());
            assertEquals(state.height(), picture.height());
            return states.add(state);
        });
        assertEquals(12, states.size());
        for (int i = 0; i < 12; i++) {
            TransferState state = states.get(i);
            assertEquals(1 + i / 6, state.scale());
            assertEquals(2, state.scales());
            assertEquals(1 + i % 6, state.step());
            assertEquals(6, state.steps());
            assertEquals(
                    Set.copyOf(SETTINGS.lossConfig().losses()), state.losses().keySet());
            assertTrue(Double.isFinite(total(state)) && total(state) > 0, state::toString);
            assertTrue(state.done() > (i == 0 ? 0 : states.get(i - 1).done()), state::toString);
            assertFalse(state.left().isNegative());
        }
        assertEquals(1, states.get(11).done(), 1e-9);
        assertTrue(total(states.get(5)) < 0.9 * total(states.get(0)), states::toString);
        assertTrue(total(states.get(11)) < 0.9 * total(states.get(6)), states::toString);
    }

    private static double total(TransferState state) {
        return state.losses().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @ParameterizedTest
    @CsvSource({"ADAM, 1", "ADAM, 4", "LBFGS, 4", "ADAM, 8"})
    void stoppedOneHasTheFullSize(Settings.Method method, int steps) {
        int[] count = {0};
        TransferResult result = StyleTransfer.run(
                model,
                CONTENT,
                List.of(STYLE),
                new double[] {1},
                SETTINGS.withOptimizer(method),
                state -> ++count[0] < steps);
        assertTrue(result.stopped());
        assertEquals(steps, result.steps());
        assertEquals(182, result.picture().width());
        assertEquals(137, result.picture().height());
    }

    @Test
    void strengthGoesFromContentToStyle() {
        Settings settings = SMALL.withSteps(30);
        double[] content = new double[3], style = new double[3], pixels = new double[3];
        for (int i = 0; i < 3; i++) {
            Pixels picture = transfer(settings.withStrength(i / 2.0)).picture();
            content[i] = distance(picture, CONTENT, "block4_conv2");
            style[i] = gramDistance(picture, STYLE);
            pixels[i] = difference(CONTENT, picture);
        }
        assertTrue(
                content[0] < 0.1 * content[2] && content[0] < content[1] && content[1] < content[2],
                Arrays.toString(content));
        assertTrue(style[0] > style[1] && style[1] > style[2], Arrays.toString(style));
    }

    /** Also over two scales: what the coarser one lacks is added at the finer one. */
    @Test
    void contentAloneIsReproduced() {
        Pixels large = TestPictures.waves(182, 137, 1);
        for (Settings settings : List.of(
                SETTINGS.withLosses("content", "tv").withStrength(0),
                SETTINGS.withLosses("content"),
                SETTINGS.withStrength(0)))
            assertEquals(
                    0,
                    difference(
                            large,
                            StyleTransfer.run(
                                            model,
                                            large,
                                            List.of(STYLE),
                                            new double[] {1},
                                            settings,
                                            ProgressListener.none())
                                    .picture()),
                    0.01);
    }

    private static double distance(Pixels a, Pixels b, String layer) {
        float[] x = TestModels.features(model, a).get(layer),
                y = TestModels.features(model, b).get(layer);
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]);
        return sum;
    }

    private static double gramDistance(Pixels a, Pixels b) {
        double[] x = gram(TestModels.features(model, a).get("block3_conv1"), 8),
                y = gram(TestModels.features(model, b).get("block3_conv1"), 8);
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += (x[i] - y[i]) * (x[i] - y[i]);
        return sum;
    }

    private static double[] gram(float[] features, int channels) {
        double[] gram = new double[channels * channels];
        for (int position = 0; position < features.length; position += channels)
            for (int i = 0; i < gram.length; i++)
                gram[i] += features[position + i / channels]
                        * features[position + i % channels]
                        * channels
                        / features.length;
        return gram;
    }

    @Test
    void stylesAreMixedByTheirProportions() {
        Pixels mixed = transfer(SMALL, STYLE, 1, OTHER, 3);
        assertArrayEquals(mixed.values(), transfer(SMALL, STYLE, 2, OTHER, 6).values());
        double one = difference(mixed, transfer(SMALL).picture()),
                three = difference(mixed, transfer(SMALL, STYLE, 3, OTHER, 1));
        assertTrue(one > 0.1 && three > 0.1 && three < one, one + " and " + three);
    }

    private static Pixels transfer(Settings settings, Pixels style, double weight, Pixels other, double otherWeight) {
        return StyleTransfer.run(
                        model,
                        CONTENT,
                        List.of(style, other),
                        new double[] {weight, otherWeight},
                        settings,
                        ProgressListener.none())
                .picture();
    }

    @Test
    void eachLossAlone() {
        Pixels content = transfer(SMALL.withLosses("content").withInit(Settings.Init.NOISE))
                .picture();
        Pixels gram =
                transfer(SMALL.withLosses("gram").withInit(Settings.Init.NOISE)).picture();
        assertTrue(distance(content, CONTENT, "block4_conv2") < distance(gram, CONTENT, "block4_conv2"));
        assertTrue(gramDistance(gram, STYLE) < gramDistance(content, STYLE));
    }

    /** Images of odd sizes, by which the maps of neighbouring layers are not multiples of each other. */
    @ParameterizedTest
    @ValueSource(strings = {"wasserstein", "sliced", "activation-shift", "chain"})
    void eachFurtherLossTakesTheStyle(String loss) {
        Pixels picture = transfer(SETTINGS.withSteps(10).withLosses("content", loss, "tv"))
                .picture();
        Pixels content =
                transfer(SETTINGS.withSteps(10).withLosses("content", "tv")).picture();
        assertTrue(gramDistance(picture, STYLE) < 0.7 * gramDistance(content, STYLE));
        assertArrayEquals(
                picture.values(),
                transfer(SETTINGS.withSteps(10).withLosses("content", loss, "tv"))
                        .picture()
                        .values());
    }

    private static TransferResult transfer(Settings settings) {
        return StyleTransfer.run(model, CONTENT, List.of(STYLE), new double[] {1}, settings, ProgressListener.none());
    }

    /** The mean absolute difference in grey levels, at the size of the second. */
    private static double difference(Pixels a, Pixels b) {
        float[] x = Resampling.resize(a, b.width(), b.height()).values();
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += Math.abs(x[i] - b.values()[i]);
        return sum / x.length;
    }
}
