package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Npz;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.Vgg.Pooling;
import io.github.neuralstyle.model.VggWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Features, losses and gradients against those of PyTorch in float64, which {@code loss_golden.py} has written. */
public class LossGoldenTest {

    /** Largest error, relative to the largest element. */
    private static final double TOLERANCE = 1e-4;

    /** In the order of the golden values. */
    private static final List<Term> TERMS = List.of(
            new Term(new Content(), "block4_conv2", 1),
            new Term(new Gram(), "block1_conv1", 1),
            new Term(new Gram(), "block2_conv1", 1),
            new Term(new Gram(), "block3_conv1", 1),
            new Term(new Gram(), "block4_conv1", 1),
            new Term(new Gram(), "block5_conv1", 1),
            new Term(new TotalVariation(), Term.IMAGE, 1),
            new Term(new SelfSimilarity(), "block4_conv2", 1),
            new Term(new SelfSimilarity(), "block1_conv1", 1));

    @TempDir
    private static Path folder;

    private static Npz golden;
    private static final Map<Pooling, FeatureModel> MODELS = new HashMap<>();
    private static final Map<Pooling, LossGraph> GRAPHS = new EnumMap<>(Pooling.class);

    @BeforeAll
    static void writeNetworks() throws Exception {
        golden = new Npz(LossGoldenTest.class, "loss_golden.npz");
        for (Pooling pooling : Pooling.values())
            MODELS.put(pooling, network(golden, pooling, folder.resolve(pooling.name())));
    }

    /** The network whose weights lie in {@code loss_golden.npz}. */
    public static FeatureModel network(Npz golden, Pooling pooling, Path folder) {
        Map<String, float[]> kernels = new HashMap<>(), biases = new HashMap<>();
        for (Vgg.Convolution c : TestModels.TINY.convolutions()) {
            kernels.put(c.name(), golden.get("kernel/" + c.name()).floats());
            biases.put(c.name(), golden.get("bias/" + c.name()).floats());
        }
        return TestModels.model(new VggWeights(TestModels.TINY, kernels, biases), pooling, false, folder);
    }

    @ParameterizedTest
    @EnumSource
    void featuresOfEveryLayer(Pooling pooling) {
        Map<String, float[]> features = TestModels.features(MODELS.get(pooling), picture("image"));
        assertEquals(11, features.size());
        features.forEach((layer, values) -> assertClose(
                layer, golden.get(key(pooling) + "features/" + layer).values(), values));
    }

    @ParameterizedTest
    @CsvSource({"AVERAGE, one", "MAX, two"})
    void valueAndGradientOfEachLoss(Pooling pooling, String styles) {
        try (LossTargets losses = losses(pooling, styles)) {
            String key = key(pooling) + styles + "/";
            Pixels image = picture("image");
            float[] gradient = new float[image.values().length];
            for (int i = 0; i < TERMS.size(); i++) {
                double[] weights = new double[TERMS.size()];
                weights[i] = 1;
                losses.weights(weights);
                String name = key + TERMS.get(i);
                assertClose(name, golden.get(key + "values").values()[i], losses.evaluate(image.values(), gradient));
                assertClose(name, golden.get(key + "gradients").part(i), gradient);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"AVERAGE, one", "AVERAGE, two", "MAX, one", "MAX, two"})
    void valueAndGradientOfTheirWeightedSum(Pooling pooling, String styles) {
        try (LossTargets losses = losses(pooling, styles)) {
            String key = key(pooling) + styles + "/";
            double[] weights = golden.get(key + "weights").values(),
                    values = golden.get(key + "values").values();
            losses.weights(weights);
            Pixels image = picture("image");
            float[] gradient = new float[image.values().length];
            double value = losses.evaluate(image.values(), gradient), sum = 0;
            double[] weighted = losses.weightedValues();
            for (int i = 0; i < weights.length; i++) {
                assertClose(key + TERMS.get(i), weights[i] * values[i], weighted[i]);
                sum += weights[i] * values[i];
            }
            assertClose(key + "sum", sum, value);
            assertClose(key + "combined", golden.get(key + "combined").values(), gradient);
        }
    }

    @ParameterizedTest
    @CsvSource({"AVERAGE, one", "MAX, two"})
    void normsOfTheGradients(Pooling pooling, String styles) {
        try (LossTargets losses = losses(pooling, styles)) {
            double[] expected = golden.get(key(pooling) + styles + "/norms").values();
            for (int i = 0; i < expected.length; i++)
                assertClose(
                        TERMS.get(i).toString(),
                        expected[i],
                        losses.gradientNorms(
                                        picture("image").values(),
                                        TERMS.get(i).loss().reference())[i]);
        }
    }

    /** Also tests that targets of other styles, computed before with the same graph, have no influence. */
    private static LossTargets losses(Pooling pooling, String styles) {
        LossGraph graph = GRAPHS.computeIfAbsent(pooling, any -> new LossGraph(MODELS.get(pooling)));
        List<Pixels> pictures = new ArrayList<>(List.of(picture("style1")));
        if (styles.equals("two")) pictures.add(picture("style2"));
        return graph.targets(TERMS, pictures, styles.equals("two") ? new double[] {0.3, 0.7} : new double[] {1})
                .withContent(picture("content"));
    }

    @AfterAll
    static void closeGraphs() {
        GRAPHS.values().forEach(LossGraph::close);
    }

    private static Pixels picture(String name) {
        return picture(golden, name);
    }

    public static Pixels picture(Npz golden, String name) {
        Npz.Array array = golden.get(name);
        return new Pixels(array.shape()[1], array.shape()[0], array.floats());
    }

    private static String key(Pooling pooling) {
        return pooling.name().toLowerCase() + "/";
    }

    static void assertClose(String what, double expected, double actual) {
        double error = Math.abs(actual - expected) / Math.abs(expected);
        assertTrue(error < TOLERANCE, what + ": " + actual + " instead of " + expected);
    }

    static void assertClose(String what, double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length, what);
        double largest = 0, error = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            error = Math.max(error, Math.abs(actual[i] - expected[i]));
        }
        assertTrue(error < TOLERANCE * largest, what + ": off by " + error / largest + " of the largest element");
    }
}
