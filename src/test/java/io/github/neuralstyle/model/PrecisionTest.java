package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.loss.Term;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;

class PrecisionTest {

    private static final Set<String> FAST = Set.of("avx", "avx512_bf16", "amx_bf16"), SLOW = Set.of("avx", "avx512f");

    @Test
    void autoIsWhatTheProcessorIsFastAt() {
        assertEquals(Precision.BFLOAT16, Precision.AUTO.on(FAST));
        assertEquals(Precision.FLOAT32, Precision.AUTO.on(SLOW));
        assertEquals(Precision.FLOAT32, Precision.AUTO.on(null));
    }

    @Test
    void whatIsGivenIsTakenOrRefused() {
        for (Set<String> processor : List.of(FAST, SLOW))
            assertEquals(Precision.FLOAT32, Precision.FLOAT32.on(processor));
        assertEquals(Precision.BFLOAT16, Precision.BFLOAT16.on(FAST));
        for (Set<String> processor : Arrays.asList(SLOW, null))
            TestErrors.assertSentence(
                    assertThrows(IllegalArgumentException.class, () -> Precision.BFLOAT16.on(processor)),
                    "precision is bfloat16",
                    "avx512_bf16",
                    processor == null ? "this system does not tell" : "this one has not",
                    "choose float32 or auto");
    }

    @Test
    void convolutionsButTheFirstAreInBfloat16(@TempDir Path folder) {
        Assumptions.assumeTrue(Precision.AUTO.here() == Precision.BFLOAT16);
        try (Graph graph = new Graph()) {
            FeatureModel model =
                    TestModels.model(TestModels.weights(TestModels.TINY, 1), Vgg.Pooling.MAX, true, folder);
            FeatureModel.Endpoints endpoints = model.addTo(graph, Precision.BFLOAT16);
            assertEquals(model.layers(), endpoints.features().keySet());
            assertEquals(1, convolutions(graph, false));
            assertEquals(TestModels.TINY.convolutions().size() - 1, convolutions(graph, true));
        }
    }

    private static long convolutions(Graph graph, boolean low) {
        long count = 0;
        for (var all = graph.operations(); all.hasNext(); ) {
            GraphOperation operation = (GraphOperation) all.next();
            if (operation.type().equals("Conv2D") && operation.name().endsWith("/bfloat16") == low) count++;
        }
        return count;
    }

    /** Of all losses, whole and in tiles, with the network that comes with this program. */
    @ParameterizedTest
    @CsvSource({"0", "32"})
    void valueAndGradientAreNearThoseOfFloat32(int tile) {
        Assumptions.assumeTrue(Precision.AUTO.here() == Precision.BFLOAT16);
        FeatureModel model = new ModelStore().load(ModelStore.EMBEDDED.get(0));
        List<Term> terms = Losses.terms(LossConfig.DEFAULT.withLosses(Losses.names()), model.layers(), 0.5, 64);
        float[] exact = new float[3 * 70 * 64], near = new float[exact.length];
        double[] expected = evaluate(model, Precision.FLOAT32, terms, tile, exact);
        double[] values = evaluate(model, Precision.BFLOAT16, terms, tile, near);
        for (int i = 0; i < values.length; i++)
            assertEquals(
                    expected[i],
                    values[i],
                    0.02 * expected[i],
                    terms.get(i).loss().name() + " " + terms.get(i).layer());
        double cosine = dot(exact, near) / Math.sqrt(dot(exact, exact) * dot(near, near));
        assertTrue(cosine > 0.99 && cosine < 1, "cosine of the gradients " + cosine);
    }

    private static double[] evaluate(
            FeatureModel model, Precision precision, List<Term> terms, int tile, float[] gradient) {
        Pixels x = TestPictures.waves(70, 64, 3),
                content = TestPictures.waves(70, 64, 1),
                style = TestPictures.waves(64, 80, 2);
        List<Pixels> styles = List.of(style);
        try (LossGraph graph = new LossGraph(model, precision);
                LossTargets ofStyle =
                        graph.targets(terms, styles, Collections.singletonList(null), new double[] {1}, tile);
                LossTargets losses = ofStyle.withContent(content)) {
            losses.evaluate(x.values(), gradient);
            float[] again = new float[gradient.length];
            losses.evaluate(x.values(), again);
            assertArrayEquals(gradient, again, precision + " once more");
            return losses.weightedValues();
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
        return sum;
    }
}
