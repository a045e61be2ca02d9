package io.github.neuralstyle.loss;

import io.github.neuralstyle.Npz;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.Vgg.Pooling;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses of nearest neighbours against those of PyTorch in float64, which {@code neighbors_golden.py} has written. */
class NeighborsGoldenTest {

    private static final LayerNeighbors OF_LAYERS = new LayerNeighbors(20, 4096);

    private static final Neighbors OF_COLUMNS = new Neighbors(Hypercolumns.layers(
            TestModels.TINY.convolutions().stream().map(Vgg.Convolution::name).toList()));

    /** In the order of the golden values. */
    private static final List<Term> TERMS = List.of(
            new Term(OF_COLUMNS, "block1_conv1", 1),
            new Term(OF_LAYERS, "block1_conv1", 1),
            new Term(OF_LAYERS, "block2_conv2", 1),
            new Term(OF_LAYERS, "block4_conv3", 1));

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void valueAndGradientOfEachLoss(String styles) throws Exception {
        Npz given = new Npz(getClass(), "loss_golden.npz"), golden = new Npz(getClass(), "neighbors_golden.npz");
        Pixels image = LossGoldenTest.picture(given, "image");
        List<Pixels> all = List.of(LossGoldenTest.picture(given, "style1"), LossGoldenTest.picture(given, "style2"));
        boolean two = styles.equals("two");
        try (LossGraph graph = new LossGraph(LossGoldenTest.network(given, Pooling.AVERAGE, folder.resolve(styles)));
                LossTargets ofStyles = graph.targets(
                        TERMS,
                        two ? all : all.subList(0, 1),
                        Collections.nCopies(2, null),
                        two ? new double[] {0.3, 0.7} : new double[] {1});
                LossTargets losses = ofStyles.withContent(image)) {
            losses.match(LossGoldenTest.picture(given, "content"));
            losses.gridOffset(0.4f, 0.9f);
            StyleGoldenTest.assertGolden(losses, image, golden, styles);
        }
    }
}
