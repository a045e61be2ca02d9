package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.model.TestModels;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class CrossLayerChainTest {

    private static final List<String> LAYERS =
            List.of("block1_conv1", "block2_conv1", "block3_conv1", "block4_conv1", "block5_conv1", "block4_conv2");

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    /** The values 10, 20 of the higher layer lie over the columns 1, 2 and 3 of the lower. */
    @Test
    void productsWithTheNearestOfAnOddSize() {
        Features lower = new Features(1, 3, 1, new float[] {1, 2, 3});
        Features higher = new Features(1, 2, 2, new float[] {10, -1, 20, -2});
        assertArrayEquals(new float[] {(10 + 20 + 60) / 3f, (-1 - 2 - 6) / 3f, 0, 0}, gram(lower, higher), 1e-5f);
    }

    @Test
    void seesHowLayersGoTogether() {
        Features lower = Features.rectified(16, 16, 2, 1), higher = Features.rectified(8, 8, 3, 2);
        float[] own = gram(lower, higher), others = gram(lower, higher.shuffled());
        assertEquals(0, higher.shuffled().loss(tf, new Gram(), higher), 1e-10);
        assertTrue(Math.abs(own[0] - others[0]) > 1e-3, own[0] + " and " + others[0]);
    }

    private float[] gram(Features lower, Features higher) {
        CrossLayerChain loss = new CrossLayerChain("higher");
        Operand<TFloat32> features = loss.features(tf, List.of(lower.in(tf), higher.in(tf)));
        return TestModels.values(loss.target(tf, features).asTensor());
    }

    @Test
    void eachLayerWithTheNextByTheWeightsOfBoth() {
        List<Term> terms = Losses.terms(
                LossConfig.DEFAULT
                        .withLosses(List.of("chain"))
                        .withStyleLayers(LayerWeights.GEOMETRIC.of(
                                LossConfig.equal("block1_conv1", "block2_conv1", "block5_conv2/block5_conv1"))),
                LAYERS,
                0.9,
                300);
        assertEquals(
                List.of(
                        new Term(
                                new CrossLayerChain("block2_conv1"),
                                "block1_conv1",
                                terms.get(0).share()),
                        new Term(
                                new CrossLayerChain("block5_conv1"),
                                "block2_conv1",
                                terms.get(1).share())),
                terms);
        assertEquals(0.6, terms.get(0).share(), 1e-9);
        assertEquals(0.3, terms.get(1).share(), 1e-9);
    }

    @Test
    void oneLayerIsNoChain() {
        Exception error = assertThrows(IllegalArgumentException.class, () -> LossConfig.DEFAULT
                .withStyleLayers(LossConfig.equal("block1_conv1"))
                .withLosses(List.of("chain")));
        TestErrors.assertSentence(error, "style-layers", "at least two");
    }
}
