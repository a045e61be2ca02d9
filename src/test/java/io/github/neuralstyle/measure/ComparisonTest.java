package io.github.neuralstyle.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Npz;
import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.LossGoldenTest;
import io.github.neuralstyle.measure.Comparison.Measures;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.Vgg;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final Pixels CONTENT = TestPictures.waves(136, 128, 1), STYLE = TestPictures.waves(136, 128, 2);

    @TempDir
    private static Path folder;

    private static FeatureModel model;

    @BeforeAll
    static void load() {
        model = TestModels.tiny(folder.resolve("tiny"));
    }

    private static Map<String, Double> measure(Pixels content, Pixels style, Pixels result) {
        return Comparison.compare(model, content, List.of(style), List.of(result))
                .get(0)
                .values();
    }

    private static boolean ofStyle(String name) {
        return name.startsWith("gram")
                || name.startsWith("shift")
                || name.startsWith("hist")
                || name.startsWith("nearest")
                || name.startsWith("coverage");
    }

    /** Against PyTorch in float64; {@code measure_golden.py} has written the values. */
    @Test
    void measuresBetweenTwoStyles() throws Exception {
        Npz golden = new Npz(ComparisonTest.class, "measure_golden.npz"),
                weights = new Npz(LossGoldenTest.class, "loss_golden.npz");
        FeatureModel network = LossGoldenTest.network(weights, Vgg.Pooling.AVERAGE, folder.resolve("golden"));
        List<Pixels> images = List.of("content", "style1", "style2", "result").stream()
                .map(name -> LossGoldenTest.picture(golden, name))
                .toList();
        Map<String, Double> found = Comparison.compare(
                        network, images.get(0), images.subList(1, 3), images.subList(3, 4))
                .get(0)
                .values();
        double[] told = found.entrySet().stream()
                .filter(e -> !e.getKey().endsWith(" mean") && !Double.isNaN(e.getValue()))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
        assertArrayEquals(golden.get("values").values(), told, 1e-3, found.toString());
        assertEquals(
                (found.get("shift block1_conv1") + found.get("shift block2_conv1")) / 2,
                found.get("shift mean"),
                1e-12);
        assertTrue(
                found.get("shift block3_conv1").isNaN()
                        && found.get("shift block4_conv1").isNaN(),
                "too small for a shift");
    }

    @Test
    void theStyleItselfHasItsStatisticsAndItsNoise() {
        Map<String, Double> found = measure(CONTENT, STYLE, STYLE);
        assertTrue(found.remove("shift block5_conv1").isNaN(), "too small for a shift");
        assertTrue(found.remove("layout") > 0.1);
        found.forEach((name, value) ->
                assertEquals(ofStyle(name) ? 0 : 1, value, name.startsWith("border") ? 10 : 1e-6, name));
    }

    @Test
    void theContentItselfIsAsFarFromTheStyleAsTheContent() {
        Map<String, Double> found = measure(CONTENT, STYLE, CONTENT);
        assertEquals(0, found.get("content block4_conv2"));
        found.forEach((name, value) -> {
            if (!List.of("shift block5_conv1", "nearest", "coverage").contains(name)
                    && (ofStyle(name) || name.startsWith("border"))) assertEquals(1, value, 1e-6, name);
        });
        assertEquals(0, found.get("layout"));
    }

    @Test
    void aLittleOfTheStyleMixedInIsNearTheContent() {
        float[] values = new float[CONTENT.values().length];
        for (int i = 0; i < values.length; i++) values[i] = 0.9f * CONTENT.values()[i] + 0.1f * STYLE.values()[i];
        double content = measure(CONTENT, STYLE, new Pixels(136, 128, values)).get("content block4_conv2");
        assertTrue(content > 0.01 && content < 0.6, () -> "content " + content);
    }

    @Test
    void histogramsDoNotSeeWherePixelsAre() {
        float[] values = {5, 1, 4, 2, 3, 0}, permuted = {0, 1, 2, 3, 4, 5};
        assertArrayEquals(FeatureStatistics.parts(values.clone(), 6), FeatureStatistics.parts(permuted.clone(), 6));
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, FeatureStatistics.parts(values.clone(), 6));
    }

    @Test
    void partsShareValuesAcrossTheirBorders() {
        assertArrayEquals(new float[] {4 / 3f, 8 / 3f}, FeatureStatistics.parts(new float[] {3, 1, 2}, 2), 1e-6f);
        assertArrayEquals(new float[] {1, 1, 3, 3}, FeatureStatistics.parts(new float[] {3, 1}, 4), 1e-6f);
        assertArrayEquals(new float[] {0, 0, 7}, FeatureStatistics.parts(new float[] {0, 7, 0, 0, 7, 0}, 3), 1e-6f);
    }

    @Test
    void resultsOfSeveralSizesAreMeasuredInTheirOrder() {
        Pixels small = TestPictures.waves(64, 48, 4), large = TestPictures.waves(96, 72, 5);
        List<Measures> all = Comparison.compare(model, CONTENT, List.of(STYLE), List.of(small, large, small));
        assertEquals(
                List.of(new Size(64, 48), new Size(96, 72), new Size(64, 48)),
                all.stream().map(Measures::size).toList());
        assertEquals(measure(CONTENT, STYLE, large), all.get(1).values());
        assertEquals(measure(CONTENT, STYLE, small), all.get(2).values());
        assertEquals(all.get(0), all.get(2));
    }

    @Test
    void whereContentAndStyleDoNotDifferNothingIsRelative() {
        Map<String, Double> found = measure(CONTENT, CONTENT, STYLE);
        assertTrue(
                found.get("gram block1_conv1").isNaN()
                        && found.get("content block4_conv2").isNaN()
                        && found.get("nearest relative").isNaN(),
                found::toString);
        assertTrue(found.get("noise") > 0);
    }

    @Test
    void imagesOfOneColourHaveNoInfiniteMeasures() {
        Pixels flat = TestPictures.constant(136, 128, 90);
        for (Map<String, Double> found :
                List.of(measure(flat, STYLE, CONTENT), measure(CONTENT, flat, STYLE), measure(CONTENT, STYLE, flat)))
            found.forEach((name, value) -> assertTrue(!(value > 1e4), () -> name + " " + value));
        assertEquals(1, measure(flat, flat, flat).get("noise"));
        assertEquals(1, measure(flat, flat, flat).get("border tone"));
    }

    @Test
    void imagesThatAreTooSmall() {
        Pixels dot = TestPictures.constant(40, 31, 0);
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> measure(CONTENT, STYLE, dot)), "result", "40x31");
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> measure(CONTENT, dot, STYLE)), "style", "40x31");
    }
}
