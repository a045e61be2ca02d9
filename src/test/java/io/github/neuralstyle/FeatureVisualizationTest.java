package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.neuralstyle.FeatureVisualization.Half;
import io.github.neuralstyle.FeatureVisualization.Picture;
import io.github.neuralstyle.FeatureVisualization.State;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.plot.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureVisualizationTest {

    private static final Pixels IMAGE = TestPictures.waves(96, 72, 1), STYLE = reddish(TestPictures.waves(80, 90, 2));
    private static final Pixels SMALL = Resampling.resize(IMAGE, 64, 48);
    private static final List<String> LAYERS = List.of("block1_conv1", "block4_conv1");
    private static final List<String> DEPTHS = List.of("block1_conv1", "block2_conv1", "block3_conv1");
    private static final Settings SETTINGS =
            FeatureVisualization.settings(List.of("gram"), DEPTHS).withSize(64).withSteps(40);

    @TempDir
    private static Path folder;

    private static FeatureModel model, embedded;
    private static FeatureVisualization explanation;
    private static final List<State> STATES = new ArrayList<>();

    @BeforeAll
    static void explain() {
        model = TestModels.tiny(folder);
        embedded = new ModelStore().load(Options.MODEL.initial());
        explanation = FeatureVisualization.run(embedded, IMAGE, STYLE, LAYERS, SETTINGS, STATES::add);
    }

    /** Much red, less green, little blue. */
    private static Pixels reddish(Pixels picture) {
        float[] values = picture.values().clone();
        for (int i = 0; i < values.length; i += 3) {
            values[i] = 155 + values[i] * 100 / 255;
            values[i + 2] *= 0.2f;
        }
        return new Pixels(picture.width(), picture.height(), values);
    }

    private static Pixels picture(int number) {
        return explanation.pictures().get(number).pixels();
    }

    @Test
    void aPictureForEachLayerAndEachDepth() {
        assertEquals(
                List.of(
                        "block1_conv1",
                        "block4_conv1",
                        "depth 1: block1_conv1",
                        "depth 2: to block2_conv1",
                        "depth 3: to block3_conv1"),
                explanation.pictures().stream().map(Picture::label).toList());
        assertEquals(DEPTHS, explanation.pictures().get(4).layers());
        assertFalse(explanation.stopped());
        for (Picture picture : explanation.pictures()) {
            assertEquals(64, picture.pixels().width());
            assertEquals(48, picture.pixels().height());
        }
        assertEquals(
                List.of("block1_conv1", "block2_conv1", "block3_conv1", "block4_conv1", "block4_conv2", "block5_conv1"),
                FeatureVisualization.contentLayers());
    }

    @Test
    void theFirstLayerHasThePixelsAndADeepOneItsFeaturesOnly() {
        double first = distance(SMALL.values(), picture(0).values()),
                deep = distance(SMALL.values(), picture(1).values());
        assertTrue(first < 12, "first layer: " + first);
        assertTrue(deep > 2 * first, "deep layer: " + deep + ", first: " + first);
        Map<String, float[]> image = TestModels.features(embedded, SMALL);
        double lost = distance(
                image.get("block4_conv1"),
                TestModels.features(embedded, Resampling.resize(STYLE, 64, 48)).get("block4_conv1"));
        double kept = distance(
                image.get("block4_conv1"),
                TestModels.features(embedded, picture(1)).get("block4_conv1"));
        assertTrue(kept < 0.6 * lost, "features kept: " + kept + ", of another image: " + lost);
    }

    @Test
    void texturesHaveTheColorsOfTheStyle() {
        double[] style = ColorStatistics.of(STYLE).mean();
        for (int depth = 1; depth <= 3; depth++) {
            double[] texture = ColorStatistics.of(picture(1 + depth)).mean();
            for (int channel = 0; channel < 3; channel++)
                assertEquals(style[channel], texture[channel], 20, "depth " + depth + ", channel " + channel);
        }
    }

    @Test
    void withoutAStyleItIsTheImageAndTheSeedRepeats() {
        Settings settings = SETTINGS.withSteps(2);
        List<Picture> one = FeatureVisualization.run(model, IMAGE, IMAGE, LAYERS, settings, state -> true)
                .pictures();
        List<Picture> again = FeatureVisualization.run(model, IMAGE, IMAGE, LAYERS, settings, state -> true)
                .pictures();
        for (int i = 0; i < one.size(); i++)
            assertArrayEquals(
                    one.get(i).pixels().values(), again.get(i).pixels().values());
    }

    @Test
    void progressGoesOverAllPictures() {
        assertEquals(5 * 40, STATES.size());
        for (int i = 0; i < STATES.size(); i++) {
            State state = STATES.get(i);
            assertEquals((i + 1) / 200.0, state.done(), 1e-9);
            assertEquals(1 + i / 40, state.number());
            assertEquals(5, state.count());
            assertEquals(explanation.pictures().get(i / 40).label(), state.label());
            assertFalse(state.left().isNegative());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "9, 2", "14, 3"})
    void stoppedOneHasThePicturesThatWereFinished(int steps, int pictures) {
        int[] count = {0};
        FeatureVisualization some = FeatureVisualization.run(
                model, IMAGE, STYLE, LAYERS, SETTINGS.withSteps(4), state -> ++count[0] < steps);
        assertTrue(some.stopped());
        assertEquals(pictures, some.pictures().size());
        List<Figure.Row> rows = some.figure().rows();
        assertEquals(
                2 + pictures, rows.get(0).panels().size() + rows.get(1).panels().size());
        assertTrue(some.figure().draw().dimension(0) > 64);
    }

    @Test
    void figureHasARowForEachHalf() {
        List<Figure.Row> rows = explanation.figure().rows();
        assertEquals(List.of("the image", "block1_conv1", "block4_conv1"), labels(rows.get(0)));
        assertEquals(
                List.of("the style", "depth 1: block1_conv1", "depth 2: to block2_conv1", "depth 3: to block3_conv1"),
                labels(rows.get(1)));
        assertEquals(picture(0), rows.get(0).panels().get(1).picture());
        assertEquals(Half.STYLE, explanation.pictures().get(2).half());
    }

    private static List<String> labels(Figure.Row row) {
        return row.panels().stream().map(Figure.Panel::label).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gram,shift", "hist", "gram,shift,hist"})
    void otherLossesOfStyle(String losses) {
        Settings settings = FeatureVisualization.settings(
                        List.of(losses.split(",")), List.of("block1_conv1", "block3_conv1"))
                .withSize(64)
                .withSteps(3);
        assertEquals(
                2,
                FeatureVisualization.run(model, IMAGE, STYLE, List.of(), settings, state -> true)
                        .pictures()
                        .size());
    }

    @Test
    void wrongInputIsRefusedBeforeAnyWork() {
        assertRefused(
                IMAGE, STYLE, List.of("block9_conv1"), SETTINGS, "no layer block9_conv1", "block1_conv1, block1_conv2");
        assertRefused(IMAGE, TestPictures.waves(31, 90, 1), LAYERS, SETTINGS, "style", "31x90", "32 pixels");
        assertRefused(TestPictures.waves(31, 90, 1), STYLE, LAYERS, SETTINGS, "31x90", "32 pixels");
        Exception loss = assertThrows(
                IllegalArgumentException.class, () -> FeatureVisualization.settings(List.of("content"), LAYERS));
        TestErrors.assertSentence(loss, "losses has content; it must be some of gram, shift, hist");
        Settings layer =
                FeatureVisualization.settings(List.of("gram"), List.of("relu1")).withSize(64);
        assertRefused(IMAGE, STYLE, LAYERS, layer, "no layer relu1");
    }

    private static void assertRefused(
            Pixels image, Pixels style, List<String> layers, Settings settings, String... words) {
        Exception error = assertThrows(
                IllegalArgumentException.class,
                () -> FeatureVisualization.run(model, image, style, layers, settings, state -> fail("work was begun")));
        TestErrors.assertSentence(error, words);
    }

    /** The root mean square of the difference. */
    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.sqrt(sum / a.length);
    }
}
