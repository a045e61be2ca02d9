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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossGraphTest {

    @TempDir
    private static Path folder;

    private static final Pixels WAVES = TestPictures.waves(40, 36, 1);

    private static FeatureModel model;

    @BeforeAll
    static void load() {
        model = TestModels.tiny(folder.resolve("small"));
    }

    private static LossTargets targets(LossGraph graph, List<Term> terms, Pixels content, Pixels style) {
        return graph.targets(terms, List.of(style), 1).withContent(content);
    }

    @Test
    void lossesOfTheirOwnReferenceAreZero() {
        Pixels content = TestPictures.waves(40, 36, 1), style = TestPictures.waves(36, 44, 2);
        List<Term> terms = List.of(new Term(new Content(), "block4_conv2", 1), new Term(new Gram(), "block3_conv1", 1));
        try (LossGraph graph = new LossGraph(model)) {
            LossTargets losses = targets(graph, terms, content, style);
            losses.evaluate(content.values(), new float[content.values().length]);
            assertEquals(0, losses.weightedValues()[0]);
            assertTrue(losses.weightedValues()[1] > 0);
            losses = targets(graph, terms, style, style);
            float[] gradient = new float[style.values().length];
            assertEquals(0, losses.evaluate(style.values(), gradient));
            assertArrayEquals(new float[gradient.length], gradient);
        }
    }

    @Test
    void oneGraphServesSeveralSizesAndCombinationsOfLosses() {
        List<Term> terms =
                Losses.terms(LossConfig.DEFAULT.withLosses(List.of("content", "gram", "tv")), model.layers(), 0.5, 64);
        List<Term> others =
                Losses.terms(LossConfig.DEFAULT.withLosses(List.of("gram", "shift", "hist")), model.layers(), 0.5, 64);
        try (LossGraph shared = new LossGraph(model)) {
            for (int size : new int[] {64, 33, 51}) {
                assertArrayEquals(gradientOfItsOwnGraph(terms, size), gradientAtSize(shared, terms, size));
                assertArrayEquals(gradientOfItsOwnGraph(others, size), gradientAtSize(shared, others, size));
            }
        }
    }

    /** In some graphs TensorFlow added up the parts of a gradient in another order. */
    @Test
    void gradientsAreTheSameInEveryGraph() {
        for (boolean last : new boolean[] {false, true}) {
            List<Term> terms = Losses.terms(LossConfig.DEFAULT, model.layers(), 0.5, 47, last);
            assertTrue(terms.size() > 8, "as many inputs of a sum as TensorFlow does not keep in order");
            float[] first = gradientOfItsOwnGraph(terms, 48);
            for (int i = 0; i < 3; i++) assertArrayEquals(first, gradientOfItsOwnGraph(terms, 48));
        }
    }

    private static float[] gradientOfItsOwnGraph(List<Term> terms, int size) {
        try (LossGraph fresh = new LossGraph(model)) {
            return gradientAtSize(fresh, terms, size);
        }
    }

    /** With the value as its last element. */
    private static float[] gradientAtSize(LossGraph graph, List<Term> terms, int size) {
        Pixels x = TestPictures.waves(size, size - 1, 3);
        float[] gradient = new float[x.values().length];
        try (LossTargets ofStyle = graph.targets(terms, List.of(TestPictures.waves(size, size + 3, 2)), 1);
                LossTargets losses = ofStyle.withContent(TestPictures.waves(size, size - 1, 1))) {
            float value = (float) losses.evaluate(x.values(), gradient);
            float[] both = Arrays.copyOf(gradient, gradient.length + 1);
            both[gradient.length] = value;
            return both;
        }
    }

    @Test
    void termsThatDifferByTheirSharesAreBuiltOnce() {
        try (LossGraph graph = new LossGraph(model)) {
            for (double share : new double[] {0.2, 0.7}) {
                List<Term> terms = List.of(new Term(new Gram(), "block1_conv1", share));
                assertEquals(terms, targets(graph, terms, WAVES, WAVES).terms());
            }
            assertEquals(1, graph.size());
            targets(graph, List.of(new Term(new Content(), "block1_conv1", 1)), WAVES, WAVES);
            assertEquals(2, graph.size());
        }
    }

    @Test
    void severalImagesAreEvaluatedAtOnce() {
        List<Term> terms = Losses.terms(LossConfig.DEFAULT, model.layers(), 0.5, 51);
        try (LossGraph graph = new LossGraph(model)) {
            float[] expected = gradientAtSize(graph, terms, 51);
            List<CompletableFuture<float[]>> runs = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> gradientAtSize(graph, terms, 51)))
                    .toList();
            runs.forEach(run -> assertArrayEquals(expected, run.join()));
        }
    }

    /** TensorFlow refuses to work with what is closed. */
    @Test
    void aSharedGraphIsFreedByItsLastUser() {
        List<Term> terms = List.of(new Term(new Gram(), "block1_conv1", 1));
        LossGraph graph = new LossGraph(model), shared = graph.share();
        graph.close();
        assertEquals(terms, targets(shared, terms, WAVES, WAVES).terms());
        shared.close();
        assertThrows(IllegalStateException.class, () -> targets(shared, terms, WAVES, WAVES));
        assertThrows(IllegalStateException.class, shared::share);
    }

    @Test
    void imagesOfOneColourHaveFiniteLosses() {
        Pixels waves = TestPictures.waves(40, 36, 1), flat = TestPictures.constant(40, 36, 90);
        List<Term> terms = Losses.terms(LossConfig.DEFAULT.withLosses(Losses.names()), model.layers(), 0.5, 36);
        try (LossGraph graph = new LossGraph(model)) {
            for (List<Pixels> pair : List.of(List.of(flat, waves), List.of(waves, flat), List.of(flat, flat))) {
                LossTargets losses = targets(graph, terms, waves, pair.get(1));
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
        try (LossGraph graph = new LossGraph(model)) {
            LossTargets losses = targets(graph, terms, content, style);
            double[] weights = losses.balance(content, style, noise, new HashMap<>());
            for (int i = 0; i < weights.length; i++) {
                double norm = weights[i]
                        * losses.gradientNorms(
                                        hardest[i].values(), terms.get(i).loss().reference())[i];
                assertEquals(terms.get(i).share(), norm / Math.sqrt(3 * 40 * 36), 1e-6);
            }
            assertEquals(0, losses.balance(content, content, noise, new HashMap<>())[0], "content without a gradient");
        }
    }

    @Test
    void layerThatTheModelLacks() {
        LossGraph graph = new LossGraph(model);
        Exception error = assertThrows(
                IllegalArgumentException.class,
                () -> targets(graph, List.of(new Term(new Gram(), "block6_conv1", 1)), WAVES, WAVES));
        TestErrors.assertSentence(error, "small", "block6_conv1", "gram", "block1_conv1, block1_conv2");
        Exception higher = assertThrows(
                IllegalArgumentException.class,
                () -> targets(
                        graph,
                        List.of(new Term(new CrossLayerChain("block7_conv1"), "block1_conv1", 1)),
                        WAVES,
                        WAVES));
        TestErrors.assertSentence(higher, "small", "block7_conv1", "chain");
        graph.close();
    }
}
