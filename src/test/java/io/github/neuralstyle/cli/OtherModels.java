package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** SavedModels that are no feature models, or not deep enough. */
public final class OtherModels {

    private OtherModels() {}

    /** One whose input is called x. */
    public static void withoutImage(Path folder) throws Exception {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 3)));
            var variable = tf.variable(Shape.scalar(), TFloat32.class);
            Signature signature = Signature.builder()
                    .key("serving_default")
                    .input("x", x)
                    .output("y", tf.math.mul(x, variable))
                    .build();
            try (Session session = new Session(graph)) {
                session.runner()
                        .addTarget(tf.assign(variable, tf.constant(1f)))
                        .run()
                        .close();
                SavedModelBundle.exporter(folder.toString())
                        .withSession(session)
                        .withSignature(signature)
                        .export();
            }
        }
    }

    /** One that ends after the second block. */
    public static void shallow(Path folder) throws Exception {
        VggWriter.write(
                VggWeights.random(new Vgg("shallow", List.of(4, 4), List.of(1, 1)), 0),
                Vgg.Pooling.AVERAGE,
                false,
                folder);
    }
}
