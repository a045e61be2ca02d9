package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossGraphTest {

    @TempDir
    private static Path folder;

    private static FeatureModel model;

    @BeforeAll
    static void load() {
        model = TestModels.tiny(folder.resolve("small"));
    }

    @Test
    void lossesOfTheirOwnReferenceAreNought() {
        Pixels content = TestPictures.waves(40, 36, 1), style = TestPictures.waves(36, 44, 2);
        List<Term> terms = List.of(new Term(new Content(), "block4_conv2", 1), new Term(new Gram(), "block3_conv1", 1));
        try (LossGraph losses = new LossGraph(model, terms)) {
            losses.targets(content, List.of(style), new double[] {1});
            losses.evaluate(content.values(), new float[content.values().length]);
            assertEquals(0, losses.weightedValues()[0]);
            assertTrue(losses.weightedValues()[1] > 0);
            losses.targets(style, List.of(style), new double[] {1});
            float[] gradient = new float[style.values().length];
            assertEquals(0, losses.evaluate(style.values(), gradient));
            assertArrayEquals(new float[gradient.length], gradient);
        }
    }

    @Test
    void oneGraphServesSeveralSizes() {
        List<Term> terms =
                Losses.terms(LossConfig.DEFAULT.withLosses(List.of("content", "gram", "tv")), model.layers(), 0.5, 64);
        try (LossGraph reused = new LossGraph(model, terms)) {
            for (int size : new int[] {64, 33, 51})
                assertEquals(valueAtSize(reused, size), valueOfItsOwnGraph(terms, size));
        }
    }

    private static double valueOfItsOwnGraph(List<Term> terms, int size) {
        try (LossGraph fresh = new LossGraph(model, terms)) {
            return valueAtSize(fresh, size);
        }
    }

    private static double valueAtSize(LossGraph losses, int size) {
        losses.targets(
                TestPictures.waves(size, size - 1, 1), List.of(TestPictures.waves(size, size + 3, 2)), new double[] {1
                });
        Pixels x = TestPictures.waves(size, size - 1, 3);
        return losses.evaluate(x.values(), new float[x.values().length]);
    }

    @Test
    void imagesOfOneColourHaveFiniteLosses() {
        Pixels waves = TestPictures.waves(40, 36, 1), flat = TestPictures.constant(40, 36, 90);
        List<Term> terms = Losses.terms(LossConfig.DEFAULT.withLosses(Losses.names()), model.layers(), 0.5, 36);
        try (LossGraph losses = new LossGraph(model, terms)) {
            for (List<Pixels> pair : List.of(List.of(flat, waves), List.of(waves, flat), List.of(flat, flat))) {
                losses.targets(waves, List.of(pair.get(1)), new double[] {1});
                float[] gradient = new float[waves.values().length];
                assertTrue(Double.isFinite(losses.evaluate(pair.get(0).values(), gradient)));
                for (float slope : gradient) assertTrue(Float.isFinite(slope));
            }
        }
    }

    @Test
    void balanceGivesEachTermItsShareOfTheGradient() {
        List<Term> terms = List.of(
                new Term(new Content(), "block4_conv2", 0.2),
                new Term(new Gram(), "block2_conv1", 0.7),
                new Term(new TotalVariation(), Term.IMAGE, 0.1));
        Pixels content = TestPictures.waves(40, 36, 1),
                style = TestPictures.waves(40, 36, 2),
                noise = TestPictures.waves(40, 36, 3);
        Pixels[] hardest = {style, content, noise};
        try (LossGraph losses = new LossGraph(model, terms)) {
            losses.targets(content, List.of(style), new double[] {1});
            double[] weights = Balance.weights(losses, content, style, noise);
            for (int i = 0; i < weights.length; i++) {
                double norm = weights[i]
                        * losses.gradientNorms(
                                        hardest[i].values(), terms.get(i).loss().reference())[i];
                assertEquals(terms.get(i).share(), norm / Math.sqrt(3 * 40 * 36), 1e-6);
            }
            assertEquals(0, Balance.weights(losses, content, content, noise)[0], "content without a gradient");
        }
    }

    @Test
    void layerThatTheModelLacks() {
        Exception error = assertThrows(
                IllegalArgumentException.class,
                () -> new LossGraph(model, List.of(new Term(new Gram(), "block6_conv1", 1))));
        TestErrors.assertSentence(error, "small", "block6_conv1", "gram", "block1_conv1, block1_conv2");
        Exception higher = assertThrows(
                IllegalArgumentException.class,
                () -> new LossGraph(model, List.of(new Term(new CrossLayerChain("block7_conv1"), "block1_conv1", 1))));
        TestErrors.assertSentence(higher, "small", "block7_conv1", "chain");
    }
}
