package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.Tensors;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a layer sees in a picture and in a style image, and the picture's activations matched to the style's, which
 * {@link Histogram} compares them with. All values are (positions, channels).
 *
 * @param layer its name
 * @param channels of the layer
 */
public record MatchedActivations(String layer, int channels, float[] result, float[] style, float[] matched) {

    /**
     * Computes the activations.
     *
     * @param loss that matches
     * @throws IllegalArgumentException if the model lacks the layer
     */
    public static MatchedActivations of(FeatureModel model, String layer, Pixels result, Pixels style, Histogram loss) {
        model.requireLayer(layer);
        try (Graph graph = TensorFlowProcess.newGraph()) {
            FeatureModel.Endpoints endpoints = model.addTo(graph);
            Ops tf = Ops.create(graph).withSubScope("activations");
            Operand<TFloat32> features = endpoints.features().get(layer);
            int channels = (int) features.shape().size(3);
            Operand<TFloat32> f = Gram.matrix(tf, features, channels), quantiles = loss.target(tf, features);
            Placeholder<TFloat32> target = tf.placeholder(TFloat32.class, Placeholder.shape(quantiles.shape()));
            Operand<TFloat32> matched = loss.matched(tf, f, target);
            try (Session session = new Session(graph);
                    TFloat32 resultImage = Tensors.of(result);
                    TFloat32 styleImage = Tensors.of(style);
                    Result ofStyle = session.runner()
                            .feed(endpoints.image(), styleImage)
                            .fetch(f)
                            .fetch(quantiles)
                            .run();
                    Result ofResult = session.runner()
                            .feed(endpoints.image(), resultImage)
                            .feed(target, ofStyle.get(1))
                            .fetch(f)
                            .fetch(matched)
                            .run()) {
                return new MatchedActivations(
                        layer,
                        channels,
                        Tensors.values(ofResult.get(0)),
                        Tensors.values(ofStyle.get(0)),
                        Tensors.values(ofResult.get(1)));
            }
        }
    }
}
