package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.Vgg;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient along some directions d against (f(x + hd) - f(x - hd)) / 2h. Each d is the gradient's own direction plus
 * a random one of the same length: along a purely random one, the slope would drown in the rounding of f to float32.
 * The pixels move by a thousandth of a grey level or so: what remains is that some pass a kink of ReLU, and less with less.
 */
class FiniteDifferencesTest {

    private static final double STEP = 0.1, TOLERANCE = 5e-3;

    private static final List<String> LAYERS =
            TestModels.TINY.convolutions().stream().map(Vgg.Convolution::name).toList();

    private static final List<Term> TERMS = List.of(
            new Term(new Content(), "block4_conv2", 1),
            new Term(new Gram(), "block1_conv1", 1),
            new Term(new Gram(), "block2_conv2", 1),
            new Term(new Gram(), "block3_conv1", 1),
            new Term(new Gram(), "block5_conv1", 1),
            new Term(new TotalVariation(), Term.IMAGE, 1),
            new Term(new ShiftedGram(List.of(1, 4, 9)), "block1_conv1", 1),
            new Term(new ShiftedGram(List.of(2, 3)), "block3_conv1", 1),
            new Term(new Wasserstein(), "block1_conv1", 1),
            new Term(new Wasserstein(), "block3_conv1", 1),
            new Term(new ActivationShift(-1), "block2_conv1", 1),
            new Term(new CrossLayerChain("block2_conv1"), "block1_conv1", 1),
            new Term(new CrossLayerChain("block4_conv1"), "block3_conv1", 1),
            new Term(new SelfSimilarity(), "block4_conv2", 1),
            new Term(new SelfSimilarity(), "block1_conv2", 1),
            new Term(new Neighbors(Hypercolumns.layers(LAYERS)), "block1_conv1", 1),
            new Term(new LayerNeighbors(12, 500), "block1_conv2", 1),
            new Term(new LayerNeighbors(12, 500), "block3_conv2", 1));

    @TempDir
    private static Path folder;

    private static LossGraph graph;
    private static LossTargets losses;
    private static final Pixels X = TestPictures.waves(48, 37, 1);
    private static final Pixels CONTENT = TestPictures.waves(48, 37, 2), STYLE = TestPictures.waves(40, 40, 3);

    @BeforeAll
    static void build() {
        graph = new LossGraph(TestModels.tiny(folder));
        losses = graph.targets(TERMS, List.of(STYLE), 1).withContent(CONTENT);
        losses.match(CONTENT);
    }

    @AfterAll
    static void close() {
        losses.close();
        graph.close();
    }

    static IntStream terms() {
        return IntStream.range(0, TERMS.size());
    }

    @ParameterizedTest
    @MethodSource("terms")
    void eachLoss(int term) {
        double[] weights = new double[TERMS.size()];
        weights[term] = 1;
        assertSlopes(weights);
    }

    @Test
    void balancedSum() {
        assertSlopes(losses.balance(CONTENT, TestPictures.waves(48, 37, 3), X, new HashMap<>()));
    }

    private static void assertSlopes(double[] weights) {
        losses.weights(weights);
        float[] gradient = new float[X.values().length], ignored = gradient.clone();
        losses.evaluate(X.values(), gradient);
        Random random = new Random(4);
        for (int trial = 0; trial < 3; trial++) {
            double[] direction = random.doubles(gradient.length, -1, 1).toArray();
            double length = norm(direction),
                    steepest =
                            norm(IntStream.range(0, gradient.length)
                                    .mapToDouble(i -> gradient[i])
                                    .toArray());
            float[] before = new float[gradient.length], after = new float[gradient.length];
            double slope = 0;
            for (int i = 0; i < gradient.length; i++) {
                double d = direction[i] / length + gradient[i] / steepest;
                before[i] = (float) (X.values()[i] - STEP * d);
                after[i] = (float) (X.values()[i] + STEP * d);
                slope += (double) gradient[i] * (after[i] - before[i]) / (2 * STEP);
            }
            double difference = (losses.evaluate(after, ignored) - losses.evaluate(before, ignored)) / (2 * STEP);
            assertEquals(1, difference / slope, TOLERANCE);
        }
    }

    private static double norm(double[] x) {
        return Math.sqrt(
                IntStream.range(0, x.length).mapToDouble(i -> x[i] * x[i]).sum());
    }
}
