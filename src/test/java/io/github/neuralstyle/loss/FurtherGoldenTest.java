package io.github.neuralstyle.loss;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Further losses of style against those of PyTorch in float64, which {@code further_golden.py} has written. */
public class FurtherGoldenTest {

    /** In the order of the golden values. */
    private static final List<Term> TERMS = List.of(
            new Term(new Wasserstein(), "block1_conv1", 1),
            new Term(new Wasserstein(), "block2_conv2", 1),
            new Term(new Wasserstein(), "block4_conv1", 1),
            new Term(new SlicedWasserstein(32), "block1_conv1", 1),
            new Term(new SlicedWasserstein(16), "block3_conv1", 1),
            new Term(new ActivationShift(-1), "block1_conv1", 1),
            new Term(new ActivationShift(-1), "block5_conv1", 1),
            new Term(new CrossLayerChain("block2_conv1"), "block1_conv1", 1),
            new Term(new CrossLayerChain("block3_conv1"), "block2_conv2", 1),
            new Term(new CrossLayerChain("block5_conv1"), "block4_conv1", 1));

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void valueAndGradientOfEachLoss(String styles) throws Exception {
        StyleGoldenTest.assertGolden("further_golden.npz", styles, TERMS, folder.resolve(styles));
    }
}
