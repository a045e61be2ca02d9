package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.Npz;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.Vgg.Pooling;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shifted Gram matrices and histograms against those of PyTorch in float64, which {@code style_golden.py} has written. */
public class StyleGoldenTest {

    /** In the order of the golden values. */
    private static final List<Term> TERMS = List.of(
            new Term(new ShiftedGram(List.of(1, 3, 7)), "block1_conv1", 1),
            new Term(new ShiftedGram(List.of(2)), "block2_conv2", 1),
            new Term(new ShiftedGram(List.of(1, 2)), "block3_conv1", 1),
            new Term(new Histogram(256), "block1_conv1", 1),
            new Term(new Histogram(7), "block2_conv1", 1),
            new Term(new Histogram(32), "block3_conv1", 1));

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void valueAndGradientOfEachLoss(String styles) throws Exception {
        assertGolden("style_golden.npz", styles, TERMS, folder.resolve(styles));
    }

    /** Compares terms at the image of {@code loss_golden.npz} with what one of the generators has written. */
    public static void assertGolden(String file, String styles, List<Term> terms, Path folder) throws Exception {
        Npz given = new Npz(StyleGoldenTest.class, "loss_golden.npz"), golden = new Npz(StyleGoldenTest.class, file);
        Pixels image = LossGoldenTest.picture(given, "image"),
                style1 = LossGoldenTest.picture(given, "style1"),
                style2 = LossGoldenTest.picture(given, "style2");
        try (LossGraph graph = new LossGraph(LossGoldenTest.network(given, Pooling.AVERAGE, folder));
                LossTargets ofStyles = styles.equals("one")
                        ? graph.targets(terms, List.of(style1), 1)
                        : graph.targets(terms, List.of(style1, style2), 0.3, 0.7);
                LossTargets losses = ofStyles.withContent(image)) {
            assertGolden(losses, image, golden, styles);
        }
    }

    /** Compares each term at an image with golden values and gradients. */
    static void assertGolden(LossTargets losses, Pixels image, Npz golden, String styles) {
        double[] values = golden.get(styles + "/values").values();
        List<Term> terms = losses.terms();
        assertEquals(values.length, terms.size());
        float[] gradient = new float[image.values().length];
        for (int i = 0; i < values.length; i++) {
            double[] weights = new double[values.length];
            weights[i] = 1;
            losses.weights(weights);
            LossGoldenTest.assertClose(terms.get(i).toString(), values[i], losses.evaluate(image.values(), gradient));
            LossGoldenTest.assertClose(
                    terms.get(i).toString(), golden.get(styles + "/gradients").part(i), gradient);
        }
    }
}
