package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.TestErrors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class ReceptiveFieldTest {

    /** One pixel around each for a convolution; a pooling adds one after, and doubles what each further layer adds. */
    @Test
    void ofVgg(@TempDir Path folder) {
        FeatureModel model = TestModels.tiny(folder);
        assertEquals(new ReceptiveField(1, 1, 1), model.field("block1_conv1"));
        assertEquals(new ReceptiveField(2, 2 + 2, 2 + 1 + 2), model.field("block2_conv1"));
        assertEquals(
                new ReceptiveField(16, 2 + 4 + 12 + 24 + 16, 2 + 4 + 12 + 24 + 16 + 15), model.field("block5_conv1"));
    }

    @Test
    void namesWhatCannotBeTold() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> image =
                    tf.withName("image").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 3)));
            Operand<TFloat32> kernel = tf.zeros(tf.constant(new int[] {3, 3, 3, 4}), TFloat32.class);
            List<Long> two = List.of(1L, 2L, 2L, 1L), one = List.of(1L, 1L, 1L, 1L);
            assertRefused(graph, tf.withName("halved").nn.conv2d(image, kernel, two, "SAME"));
            assertRefused(graph, tf.withName("cropped").nn.conv2d(image, kernel, one, "VALID"));
            assertRefused(graph, tf.withName("mean").math.sub(image, tf.math.mean(image, tf.constant(1))));
        }
    }

    private static void assertRefused(Graph graph, Operand<TFloat32> features) {
        String node = features.op().name();
        Exception error = assertThrows(
                IllegalArgumentException.class, () -> ReceptiveField.of(graph.toGraphDef(), "odd", "image", node));
        TestErrors.assertSentence(error, "The model odd", "tile by tile");
    }
}
