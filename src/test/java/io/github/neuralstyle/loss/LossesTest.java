package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.TestErrors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which terms a config becomes. */
class LossesTest {

    private static final List<String> VGG16 = List.of(
            "block1_conv1",
            "block1_conv2",
            "block2_conv1",
            "block2_conv2",
            "block3_conv1",
            "block3_conv2",
            "block4_conv1",
            "block4_conv2",
            "block5_conv1",
            "block5_conv2");

    private static final List<String> COMPACT = VGG16.subList(0, 9);

    @Test
    void sharesFollowStrengthAndWeights() {
        LossConfig config = LossConfig.DEFAULT
                .withLosses(List.of("content", "gram", "hist"))
                .withStyleLayers(Map.of("block1_conv1", 3.0, "block2_conv1", 1.0));
        List<Term> terms = Losses.terms(config, VGG16, 0.8, 512);
        assertEquals(0.3, share(terms, "gram", "block1_conv1"), 1e-9);
        assertEquals(0.1, share(terms, "gram", "block2_conv1"), 1e-9);
        assertEquals(0.2, share(terms, "hist", "block1_conv1"), 1e-9);
        assertEquals(0.2, share(terms, "hist", "block4_conv1"), 1e-9);
        assertEquals(
                share(Losses.terms(config, VGG16, 0.2, 512), "content", "block4_conv2"),
                4 * share(terms, "content", "block4_conv2"),
                1e-9);
    }

    private static double share(List<Term> terms, String loss, String layer) {
        return terms.stream()
                .filter(term -> term.loss().name().equals(loss) && term.layer().equals(layer))
                .mapToDouble(Term::share)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"512, '16 64, 8 32, 4 16, 4 8'", "128, '16, 8, 4, 4'", "64, '16, 8, 4'"})
    void shiftsByLayerUpToAQuarterOfItsSide(int side, String expected) {
        assertEquals(expected, shifts(LossConfig.DEFAULT.withLosses(List.of("shift")), side));
    }

    @Test
    void shiftsOfOnesOwnAreTheSameAtEachLayer() {
        LossConfig config = LossConfig.DEFAULT.withLosses(List.of("shift")).withShifts(List.of(4, 3, 4));
        assertEquals("4 3, 4 3, 4 3, 4 3, 4 3", shifts(config, 512));
        assertEquals("4 3, 4 3, 4 3", shifts(config, 64));
    }

    private static String shifts(LossConfig config, int side) {
        return String.join(
                ", ",
                Losses.terms(config, VGG16, 1, side).stream()
                        .map(term -> String.join(
                                " ",
                                ((ShiftedGram) term.loss())
                                        .shifts().stream().map(String::valueOf).toList()))
                        .toList());
    }

    @Test
    void aShiftThatFitsNowhereIsRefused() {
        LossConfig config = LossConfig.DEFAULT.withLosses(List.of("shift"));
        assertDoesNotThrow(() -> Losses.checkShifts(config.withShifts(List.of(4, 85)), 341));
        TestErrors.assertSentence(
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Losses.checkShifts(config.withShifts(List.of(4, 86)), 341)),
                "shifts has 86",
                "at most 85");
        TestErrors.assertSentence(
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Losses.checkShifts(
                                config.withShifts(List.of(22))
                                        .withStyleLayers(LossConfig.equal("block3_conv1", "block4_conv1")),
                                341)),
                "shifts has 22",
                "at most 21");
        assertDoesNotThrow(
                () -> Losses.checkShifts(config.withLosses(List.of("gram")).withShifts(List.of(86)), 341));
    }

    @ParameterizedTest
    @CsvSource({"shift, 15", "shift;tv, 40"})
    void aRecipeWithoutATermIsRefused(String losses, int side) {
        LossConfig config = LossConfig.DEFAULT
                .withLosses(List.of(losses.split(";")))
                .withStyleLayers(LossConfig.equal("block1_conv1"));
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Losses.terms(config, VGG16, 1, side)),
                "losses is [" + losses.split(";")[0],
                side + " pixels",
                "larger scale");
    }

    @Test
    void theArticlesLayersAreThoseOfVgg16() {
        LossConfig article = Preset.ARTICLE.settings().lossConfig();
        List<Term> terms = Losses.terms(article, VGG16, 0.6, 512), compact = Losses.terms(article, COMPACT, 0.6, 512);
        double[] weights = {0.05, 0.2, 0.2, 0.25, 0.3};
        for (int block = 1; block <= 5; block++)
            for (String loss : List.of("gram", "shift"))
                assertEquals(0.2 * weights[block - 1], share(terms, loss, "block" + block + "_conv2"), 1e-9);
        assertEquals(0.2 * 0.3, share(compact, "gram", "block5_conv1"), 1e-9);
        assertEquals(
                List.of(new Term(new Histogram(255), "block1_conv1", 0.6 / 3)),
                terms.stream().filter(term -> term.loss() instanceof Histogram).toList());
        assertTrue(terms.stream()
                .allMatch(term -> !(term.loss() instanceof ShiftedGram shift)
                        || shift.shifts().equals(List.of(4))));
        assertTrue(share(terms, "content", "block4_conv2") > 0);
    }
}
