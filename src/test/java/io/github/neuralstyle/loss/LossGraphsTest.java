package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.ProgressListener;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossGraphsTest {

    @TempDir
    private Path folder;

    private FeatureModel model;

    @BeforeEach
    void load() {
        model = TestModels.tiny(folder);
    }

    private static List<Term> gram(double share) {
        return List.of(new Term(new Gram(), "block1_conv1", share));
    }

    @Test
    void oneGraphServesTermsThatDifferByTheirShares() {
        try (LossGraphs graphs = new LossGraphs(model)) {
            LossGraph first = graphs.take(gram(0.2)), other = graphs.take(gram(0.2));
            assertNotSame(first, other);
            graphs.giveBack(first);
            LossGraph again = graphs.take(gram(0.7));
            assertSame(first, again);
            assertEquals(0.7, again.terms().get(0).share());
            LossGraph content = graphs.take(List.of(new Term(new Content(), "block1_conv1", 1)));
            assertNotSame(first, content);
            for (LossGraph graph : List.of(other, again, content)) graphs.giveBack(graph);
        }
    }

    /** TensorFlow refuses to work with what is closed. */
    @Test
    void closesTheLastFewAndWhatIsGivenBackLater() {
        LossGraphs graphs = new LossGraphs(model);
        LossGraph kept = graphs.take(gram(1)), late = graphs.take(gram(1));
        graphs.giveBack(kept);
        graphs.close();
        graphs.giveBack(late);
        for (LossGraph graph : List.of(kept, late))
            assertThrows(
                    IllegalStateException.class,
                    () -> graph.styles(
                            List.of(TestPictures.waves(32, 32, 1)), Collections.singletonList(null), new double[] {1}));
    }

    @Test
    void picturesAreThoseOfNewGraphs() {
        Pixels content = TestPictures.waves(96, 72, 1);
        Settings settings = Settings.defaults().withSize(96).withSteps(5);
        try (LossGraphs graphs = new LossGraphs(model)) {
            for (double strength : new double[] {0.3, 0.8}) {
                Styles styles = Styles.of(List.of(TestPictures.waves(96, 96, strength > 0.5 ? 2 : 3)), 1);
                Settings wanted = settings.withStrength(strength);
                try (StyleTransfer shared = new StyleTransfer(graphs, styles, wanted, false)) {
                    assertArrayEquals(
                            StyleTransfer.run(
                                            model,
                                            content,
                                            styles.images(),
                                            new double[] {1},
                                            wanted,
                                            ProgressListener.none())
                                    .picture()
                                    .values(),
                            shared.paint(content, null, ProgressListener.none())
                                    .picture()
                                    .values());
                }
            }
        }
    }
}
