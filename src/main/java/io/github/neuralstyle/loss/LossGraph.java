package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.optimize.Objective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A weighted sum of losses as a function of an image, with its gradient by reverse-mode differentiation. One graph
 * serves images of any size: targets and weights are fed.
 */
public final class LossGraph implements Objective, AutoCloseable {

    private List<Term> terms;
    private final Graph graph;
    private final Session session;
    private final Output<TFloat32> image;
    private final List<Operand<TFloat32>> targetOps = new ArrayList<>(), maskedTargetOps = new ArrayList<>();
    private final Placeholder<TFloat32> mask;
    private final List<Placeholder<TFloat32>> targets = new ArrayList<>();
    private final Placeholder<TFloat32> weights;
    private final List<Operand<TFloat32>> norms = new ArrayList<>();
    private final Operand<TFloat32> values, gradient;
    private final TFloat32[] targetValues;
    private float[] weightValues;
    private float[] lastValues;
    private int width, height;

    /**
     * Builds the graph. Weights are the terms' shares until {@link #weights} is called.
     *
     * @throws IllegalArgumentException if the model lacks a term's layer
     */
    public LossGraph(FeatureModel model, List<Term> terms) {
        terms.forEach(term -> checkLayers(model, term));
        graph = new Graph();
        FeatureModel.Endpoints endpoints = model.addTo(graph);
        Ops tf = Ops.create(graph).withSubScope("losses");
        image = endpoints.image();
        mask = tf.placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(1, Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE, 1)));
        List<Operand<TFloat32>> losses = new ArrayList<>();
        for (Term term : terms) {
            List<Operand<TFloat32>> maps = new ArrayList<>();
            for (String layer : term.loss().layers(term.layer()))
                maps.add(layer.equals(Term.IMAGE) ? image : endpoints.features().get(layer));
            Operand<TFloat32> features = term.loss().features(tf, maps);
            boolean none = term.loss().reference() == Reference.NONE;
            Operand<TFloat32> targetOp = none ? null : term.loss().target(tf, features);
            Placeholder<TFloat32> target =
                    none ? null : tf.placeholder(TFloat32.class, Placeholder.shape(targetOp.shape()));
            targetOps.add(targetOp);
            maskedTargetOps.add(term.loss().reference() == Reference.STYLE ? masked(tf, term.loss(), features) : null);
            targets.add(target);
            Operand<TFloat32> loss = term.loss().value(tf, features, target);
            losses.add(loss);
            norms.add(tf.math.sqrt(tf.reduceSum(tf.math.square(gradient(loss)), tf.constant(new int[] {0, 1, 2, 3}))));
        }
        weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(terms.size())));
        values = tf.stack(losses);
        gradient = gradient(tf.reduceSum(tf.math.mul(values, weights), tf.constant(0)));
        session = new Session(graph, withoutRewriting());
        targetValues = new TFloat32[terms.size()];
        terms(terms);
    }

    private static void checkLayers(FeatureModel model, Term term) {
        for (String layer : term.loss().layers(term.layer()))
            if (!layer.equals(Term.IMAGE) && !model.layers().contains(layer))
                throw new IllegalArgumentException("The model " + model.name() + " has no layer " + layer
                        + " for the loss " + term.loss().name() + "; it has "
                        + String.join(", ", new TreeSet<>(model.layers())) + ".");
    }

    /** To rewrite a graph like this takes TensorFlow a second for each set of results, and makes no step faster. */
    private static ConfigProto withoutRewriting() {
        RewriterConfig rewriter =
                RewriterConfig.newBuilder().setDisableMetaOptimizer(true).build();
        return ConfigProto.newBuilder()
                .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter))
                .build();
    }

    /** The target of what lies within the mask: a position counts by the part of its pixels that do. */
    private Operand<TFloat32> masked(Ops tf, Loss loss, Operand<TFloat32> features) {
        Operand<TInt32> size = tf.slice(tf.shape(features), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
        return loss.target(tf, features, tf.image.resizeArea(mask, size));
    }

    @SuppressWarnings("unchecked")
    private Operand<TFloat32> gradient(Operand<TFloat32> loss) {
        return (Operand<TFloat32>) (Operand<?>) graph.addGradients(loss.asOutput(), new Output<?>[] {image})[0];
    }

    /** Takes terms that differ from those of before by their shares only; weights are the shares until they are set. */
    void terms(List<Term> same) {
        terms = List.copyOf(same);
        weights(terms.stream().mapToDouble(Term::share).toArray());
    }

    /** The terms, in the order of {@link #values} and {@link #weights}. */
    public List<Term> terms() {
        return terms;
    }

    /**
     * Sets what the image is compared with, and the size of the images to come to that of the content.
     *
     * @param styles not empty
     * @param proportions of the styles, of the sum 1
     */
    public void targets(Pixels content, List<Pixels> styles, double[] proportions) {
        content(content);
        styles(styles, Collections.nCopies(styles.size(), null), proportions);
    }

    /** Sets the content alone, and the size of the images to come. */
    public void content(Pixels content) {
        closeTargets(Reference.CONTENT);
        width = content.width();
        height = content.height();
        addTargets(Reference.CONTENT, content, null, 1);
    }

    /**
     * Sets the styles alone.
     *
     * @param styles not empty
     * @param masks what counts of each, in any resolution; null for the whole of it
     * @param proportions of the styles, of the sum 1
     */
    public void styles(List<Pixels> styles, List<Mask> masks, double[] proportions) {
        closeTargets(Reference.STYLE);
        for (int i = 0; i < styles.size(); i++)
            addTargets(Reference.STYLE, styles.get(i), masks.get(i), proportions[i]);
    }

    private void addTargets(Reference reference, Pixels pixels, Mask part, double proportion) {
        int[] wanted = termsWith(reference);
        if (wanted.length == 0) return;
        try (TFloat32 x = tensor(pixels.values(), pixels.width(), pixels.height());
                TFloat32 inside = part == null ? null : tensor(part)) {
            Session.Runner runner = session.runner().feed(image, x);
            if (part != null) runner.feed(mask, inside);
            for (int term : wanted) runner.fetch((part == null ? targetOps : maskedTargetOps).get(term));
            try (Result result = runner.run()) {
                for (int i = 0; i < wanted.length; i++)
                    targetValues[wanted[i]] =
                            addScaled(targetValues[wanted[i]], (TFloat32) result.get(i), (float) proportion);
            }
        }
    }

    private static TFloat32 addScaled(TFloat32 sum, TFloat32 term, float factor) {
        float[] values = values(term), old = sum == null ? new float[values.length] : values(sum);
        if (sum != null) sum.close();
        for (int i = 0; i < values.length; i++) old[i] += factor * values[i];
        return TFloat32.tensorOf(term.shape(), DataBuffers.of(old));
    }

    /** Sets the terms' factors in the sum. */
    public void weights(double... factors) {
        weightValues = new float[factors.length];
        for (int i = 0; i < factors.length; i++) weightValues[i] = (float) factors[i];
    }

    /** The terms of the sum at the last {@link #evaluate}. */
    public double[] weightedValues() {
        return IntStream.range(0, lastValues.length)
                .mapToDouble(i -> (double) weightValues[i] * lastValues[i])
                .toArray();
    }

    @Override
    public double evaluate(float[] x, float[] gradientOut) {
        try (TFloat32 pixels = tensor(x, width, height);
                TFloat32 w = TFloat32.vectorOf(weightValues);
                Result result = runner(pixels)
                        .feed(weights, w)
                        .fetch(values)
                        .fetch(gradient)
                        .run()) {
            lastValues = StdArrays.array1dCopyOf((TFloat32) result.get(0));
            ((TFloat32) result.get(1)).asRawTensor().data().asFloats().read(gradientOut);
        }
        return DoubleStream.of(weightedValues()).sum();
    }

    /** The Euclidean norm, at an image, of the own gradient of each term with a reference; 0 for the other terms. */
    public float[] gradientNorms(float[] x, Reference reference) {
        float[] found = new float[terms.size()];
        int[] wanted = termsWith(reference);
        if (wanted.length == 0) return found;
        try (TFloat32 pixels = tensor(x, width, height)) {
            Session.Runner runner = runner(pixels);
            for (int term : wanted) runner.fetch(norms.get(term));
            try (Result result = runner.run()) {
                for (int i = 0; i < wanted.length; i++) found[wanted[i]] = ((TFloat32) result.get(i)).getFloat();
            }
        }
        return found;
    }

    private int[] termsWith(Reference reference) {
        return IntStream.range(0, terms.size())
                .filter(i -> terms.get(i).loss().reference() == reference)
                .toArray();
    }

    private Session.Runner runner(TFloat32 pixels) {
        Session.Runner runner = session.runner().feed(image, pixels);
        for (int i = 0; i < terms.size(); i++)
            if (targetValues[i] != null) runner.feed(targets.get(i), targetValues[i]);
        return runner;
    }

    private static TFloat32 tensor(float[] values, int width, int height) {
        return TFloat32.tensorOf(Shape.of(1, height, width, 3), DataBuffers.of(values));
    }

    private static TFloat32 tensor(Mask mask) {
        return TFloat32.tensorOf(Shape.of(1, mask.height(), mask.width(), 1), DataBuffers.of(mask.feathered(0)));
    }

    private static float[] values(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    private void closeTargets(Reference reference) {
        for (int i : termsWith(reference))
            if (targetValues[i] != null) {
                targetValues[i].close();
                targetValues[i] = null;
            }
    }

    /** Frees what the image is compared with. */
    void closeTargets() {
        closeTargets(Reference.CONTENT);
        closeTargets(Reference.STYLE);
    }

    @Override
    public void close() {
        closeTargets();
        session.close();
        graph.close();
    }
}
