package io.github.neuralstyle.model.train;

import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.Tensors;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.Vgg.Convolution;
import io.github.neuralstyle.model.VggWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

/**
 * A {@link Vgg} with batch normalisation after each convolution and one linear layer over the spatial mean of its last
 * features, trained by Adam on softmax cross-entropy. {@link #weights()} returns the network with the normalisation folded
 * into the convolutions. Pixel values are scaled to {@code value * INPUT_SCALE + INPUT_OFFSET}.
 */
final class Classifier implements AutoCloseable {

    static final float INPUT_SCALE = 1 / 64f, INPUT_OFFSET = -2;
    private static final float BETA1 = 0.9f, BETA2 = 0.999f;

    private final Vgg vgg;
    private final Graph graph = TensorFlowProcess.newGraph();
    private final Session session;
    private final Ops tf = Ops.create(graph);
    private final Random random;
    private final Map<String, NormalizedConvolution> layers = new LinkedHashMap<>();
    private final List<Variable<TFloat32>> trained = new ArrayList<>();
    private final List<Op> initializers = new ArrayList<>();
    private final Placeholder<TUint8> images;
    private final Placeholder<TInt32> labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    private final Placeholder<TFloat32> rate = scalar(), power1 = scalar(), power2 = scalar();
    private final Variable<TFloat32> dense, bias;
    private final Operand<TFloat32> loss;
    private final Operand<TInt64> guess;
    private final List<Op> updates = new ArrayList<>();
    private boolean trains;

    /**
     * @param side of the images it is trained on, in pixels
     * @param bfloat16 whether convolutions are computed in bfloat16
     */
    Classifier(Vgg vgg, int classes, int side, Vgg.Pooling pooling, boolean bfloat16, long seed) {
        this.vgg = vgg;
        random = new Random(seed);
        images = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, side, side, 3)));
        for (Convolution c : vgg.convolutions()) {
            float[] kernel = normal(Math.sqrt(2.0 / (9 * c.in())), 3, 3, c.in(), c.out());
            layers.put(c.name(), new NormalizedConvolution(tf, c, kernel, this::variable));
            trained.addAll(layers.get(c.name()).trained());
        }
        int last = vgg.widths().get(vgg.widths().size() - 1);
        dense = variable("dense", normal(Math.sqrt(1.0 / last), last, classes), last, classes);
        bias = variable("dense_bias", new float[classes], classes);
        trained.add(dense);
        trained.add(bias);
        Operand<TFloat32> x = tf.math.add(
                tf.math.mul(tf.dtypes.cast(images, TFloat32.class), tf.constant(INPUT_SCALE)),
                tf.constant(INPUT_OFFSET));
        Operand<TFloat32> wanted = tf.oneHot(labels, tf.constant(classes), tf.constant(1f), tf.constant(0f));
        loss = tf.math.mean(
                tf.nn.softmaxCrossEntropyWithLogits(logits(x, pooling, true), wanted)
                        .loss(),
                tf.constant(0));
        guess = tf.math.argMax(logits(x, pooling, false), tf.constant(1));
        adam();
        session = new Session(graph, config(bfloat16));
        Session.Runner runner = session.runner();
        initializers.forEach(runner::addTarget);
        run(runner).close();
    }

    private static ConfigProto config(boolean bfloat16) {
        if (!bfloat16) return ConfigProto.getDefaultInstance();
        RewriterConfig.Builder rewriter =
                RewriterConfig.newBuilder().setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
        return ConfigProto.newBuilder()
                .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter))
                .build();
    }

    /** Without the messages of TensorFlow's rewriter to bfloat16 on each new set of operations. */
    static Result run(Session.Runner runner) {
        return NativeLog.muted(runner::run);
    }

    private Operand<TFloat32> logits(Operand<TFloat32> x, Vgg.Pooling pooling, boolean training) {
        Map<String, Operand<TFloat32>> features =
                vgg.features(tf, x, pooling, (c, in) -> layers.get(c.name()).apply(in, training));
        Operand<TFloat32> top = List.copyOf(features.values()).get(features.size() - 1);
        Operand<TFloat32> pooled = tf.math.mean(top, tf.constant(new int[] {1, 2}));
        return tf.math.add(tf.linalg.matMul(pooled, dense), bias);
    }

    private void adam() {
        Output<?>[] gradients = graph.addGradients(
                loss.asOutput(), trained.stream().map(Variable::asOutput).toArray(Output[]::new));
        Operand<TFloat32> beta1 = tf.constant(BETA1), beta2 = tf.constant(BETA2), epsilon = tf.constant(1e-7f);
        for (int i = 0; i < gradients.length; i++) {
            Variable<TFloat32> v = trained.get(i);
            int[] shape = Arrays.stream(v.shape().asArray())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            float[] zeros = new float[(int) v.shape().size()];
            Variable<TFloat32> m = variable(v.op().name() + "_m", zeros, shape),
                    s = variable(v.op().name() + "_v", zeros, shape);
            @SuppressWarnings("unchecked")
            Operand<TFloat32> gradient = (Operand<TFloat32>) (Operand<?>) gradients[i];
            updates.add(tf.train.applyAdam(v, m, s, power1, power2, rate, beta1, beta2, epsilon, gradient));
        }
    }

    private Placeholder<TFloat32> scalar() {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }

    private float[] normal(double deviation, int... shape) {
        float[] values = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) values[i] = (float) (deviation * random.nextGaussian());
        return values;
    }

    private Variable<TFloat32> variable(String name, float[] initial, int... shape) {
        Shape s = Shape.of(IntStream.of(shape).asLongStream().toArray());
        Variable<TFloat32> variable = tf.withName(name).variable(s, TFloat32.class);
        initializers.add(tf.assign(variable, tf.reshape(tf.constant(initial), tf.constant(shape))));
        return variable;
    }

    /** One step of Adam, the {@code step}-th from 1; returns the loss before it. */
    float train(TrainingBatch batch, float learningRate, int step) {
        try (TUint8 x = batch.images();
                TInt32 y = batch.labels();
                TFloat32 r = TFloat32.scalarOf(learningRate);
                TFloat32 p1 = TFloat32.scalarOf((float) Math.pow(BETA1, step));
                TFloat32 p2 = TFloat32.scalarOf((float) Math.pow(BETA2, step))) {
            Session.Runner runner = session.runner()
                    .feed(images, x)
                    .feed(labels, y)
                    .feed(rate, r)
                    .feed(power1, p1)
                    .feed(power2, p2)
                    .fetch(loss);
            updates.forEach(runner::addTarget);
            try (Result result = trains ? runner.run() : run(runner)) {
                trains = true;
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    /** Sets the mean and variance of every normalisation to those over some batches. */
    void calibrate(List<TrainingBatch> batches) {
        List<Operand<TFloat32>> statistics = layers.values().stream()
                .flatMap(layer -> layer.batchStatistics().stream())
                .toList();
        float[][] means = new float[statistics.size()][];
        for (TrainingBatch batch : batches)
            try (TUint8 x = batch.images()) {
                Session.Runner runner = session.runner().feed(images, x);
                statistics.forEach(runner::fetch);
                try (Result result = run(runner)) {
                    for (int i = 0; i < means.length; i++)
                        means[i] = plus(means[i], Tensors.values(result.get(i)), batches.size());
                }
            }
        int i = 0;
        for (NormalizedConvolution layer : layers.values()) layer.calibrate(session, means[i++], means[i++]);
    }

    private static float[] plus(float[] sum, float[] values, int count) {
        for (int i = 0; i < values.length; i++) values[i] = values[i] / count + (sum == null ? 0 : sum[i]);
        return values;
    }

    /** The number of images of a batch that are classified correctly. */
    int correct(TrainingBatch batch) {
        try (TUint8 x = batch.images();
                Result result = run(session.runner().feed(images, x).fetch(guess))) {
            TInt64 guesses = (TInt64) result.get(0);
            int right = 0;
            for (int i = 0; i < batch.label().length; i++) if (guesses.getLong(i) == batch.label()[i]) right++;
            return right;
        }
    }

    /** The network for pixel values 0..255, without the linear layer and with the normalisation folded in. */
    VggWeights weights() {
        Map<String, float[]> kernels = new LinkedHashMap<>(), biases = new LinkedHashMap<>();
        layers.forEach((name, layer) -> {
            List<float[]> folded = layer.folded(this::values);
            kernels.put(name, folded.get(0));
            biases.put(name, folded.get(1));
        });
        return new VggWeights(vgg, kernels, biases).withInput(INPUT_SCALE, INPUT_OFFSET);
    }

    private float[] values(Operand<TFloat32> variable) {
        try (Result result = run(session.runner().fetch(variable))) {
            return Tensors.values(result.get(0));
        }
    }

    /** Writes all variables to files that begin with {@code prefix}. */
    void save(String prefix) {
        NativeLog.muted(() -> {
            session.save(prefix);
            return prefix;
        });
    }

    /** Reads all variables back from {@link #save}. */
    void restore(String prefix) {
        NativeLog.muted(() -> {
            session.restore(prefix);
            return prefix;
        });
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
