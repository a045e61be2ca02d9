package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.model.TensorFlowProcess;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.PlaceholderWithDefault;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A network with losses and their gradients, for images of any size. What an image is compared with is in
 * {@link LossTargets} and fed, so that one graph serves all scales, pictures and combinations of losses: each loss at a
 * layer, and each sum of them, is built when it is first needed. Thread-safe; several images can be evaluated at once.
 */
public final class LossGraph implements AutoCloseable {

    /**
     * A loss at a layer: its inputs and outputs in the graph. Targets are null for {@link Reference#NONE}, masked ones also
     * for a {@link PlacesLoss}.
     */
    record Node(
            Operand<TFloat32> features,
            Operand<TFloat32> target,
            Operand<TFloat32> maskedTarget,
            Placeholder<TFloat32> fed,
            Operand<TFloat32> value,
            Operand<TFloat32> gradientNorm) {}

    /** A weighted sum of losses: their values (losses), and the gradient of the sum, (1, height, width, 3). */
    record Sum(List<Node> nodes, Placeholder<TFloat32> weights, Operand<TFloat32> values, Operand<TFloat32> gradient) {}

    record LayerLoss(Loss loss, String layer) {}

    /** As the side of tiles: images are computed as wholes. */
    public static final int WHOLE = 0;

    private final FeatureModel model;
    private final FeatureModel.Endpoints endpoints;
    private final Graph graph = TensorFlowProcess.newGraph();
    private final Session session;
    private final Ops tf;
    private final Output<TFloat32> image;
    private final Placeholder<TFloat32> mask;
    private final PlaceholderWithDefault<TFloat32> gridOffset;
    private final Map<LayerLoss, Node> nodes = new HashMap<>();
    private final Map<List<LayerLoss>, Sum> sums = new HashMap<>();
    private final TileGraph tiles;
    private int users = 1;

    /** Adds the network alone; losses are added when they are needed. */
    public LossGraph(FeatureModel model) {
        this(model, Precision.FLOAT32);
    }

    /** The same with a network in another precision. */
    public LossGraph(FeatureModel model, Precision precision) {
        this.model = model;
        endpoints = model.addTo(graph, precision);
        tf = Ops.create(graph).withSubScope("losses");
        image = endpoints.image();
        mask = tf.placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(1, Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE, 1)));
        gridOffset = tf.placeholderWithDefault(tf.constant(new float[2]), Shape.of(2));
        tiles = new TileGraph(this, tf);
        session = TensorFlowProcess.newSession(graph);
    }

    /** The network. */
    public FeatureModel model() {
        return model;
    }

    /**
     * Computes the targets of style images for a sum of losses; the image to compare with them is given by
     * {@link LossTargets#withContent}.
     *
     * @param styles at least one, if a term learns from styles
     * @param masks the part of each style that counts, in any resolution; null for the whole
     * @param proportions of the styles, of the sum 1
     * @param tile the longest side, in pixels, of the tiles that images are computed by; {@link #WHOLE} for whole images
     * @throws IllegalArgumentException if the model lacks a term's layer, or it or a loss cannot be computed tile by tile
     */
    public LossTargets targets(
            List<Term> terms, List<Pixels> styles, List<Mask> masks, double[] proportions, int tile) {
        checkLayers(terms);
        Evaluation ofStyles = tile == WHOLE
                ? WholeImages.ofStyles(this, terms, styles, masks, proportions)
                : Tiles.ofStyles(this, terms, styles, masks, proportions, tile);
        return new LossTargets(terms, ofStyles);
    }

    /** The same of whole images. */
    public LossTargets targets(List<Term> terms, List<Pixels> styles, List<Mask> masks, double[] proportions) {
        return targets(terms, styles, masks, proportions, WHOLE);
    }

    /** The same of whole style images. */
    public LossTargets targets(List<Term> terms, List<Pixels> styles, double... proportions) {
        return targets(terms, styles, Collections.nCopies(styles.size(), null), proportions);
    }

    synchronized Sum sum(List<Term> terms) {
        List<LayerLoss> losses = losses(terms);
        Sum sum = sums.get(losses);
        if (sum == null) sums.put(losses, sum = build(losses));
        return sum;
    }

    synchronized TileGraph.TileSum tileSum(List<Term> terms) {
        return tiles.sum(losses(terms));
    }

    /** @throws IllegalArgumentException if the model, or the loss of a term, cannot be computed tile by tile */
    public void checkTiles(List<Term> terms) {
        checkLayers(terms);
        tileSum(terms);
    }

    TileGraph tiles() {
        return tiles;
    }

    private static List<LayerLoss> losses(List<Term> terms) {
        return terms.stream()
                .map(term -> new LayerLoss(term.loss(), term.layer()))
                .toList();
    }

    private Sum build(List<LayerLoss> losses) {
        for (LayerLoss at : losses) if (!nodes.containsKey(at)) nodes.put(at, build(at));
        List<Node> summands = losses.stream().map(nodes::get).toList();
        Placeholder<TFloat32> weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(losses.size())));
        Operand<TFloat32> values =
                Joins.stack(tf, summands.stream().map(Node::value).toList());
        return new Sum(summands, weights, values, gradient(tf.reduceSum(tf.math.mul(values, weights), tf.constant(0))));
    }

    private void checkLayers(List<Term> terms) {
        for (Term term : terms)
            for (String layer : term.loss().layers(term.layer()))
                if (!layer.equals(Term.IMAGE) && !model.layers().contains(layer))
                    throw model.noLayer(layer, " for the loss " + term.loss().name());
    }

    private Node build(LayerLoss at) {
        Loss loss = at.loss;
        Operand<TFloat32> features = loss.features(
                tf, loss.layers(at.layer).stream().map(this::features).toList());
        boolean none = loss.reference() == Reference.NONE;
        Operand<TFloat32> target = none ? null : loss.target(tf, features);
        Placeholder<TFloat32> fed = none ? null : tf.placeholder(TFloat32.class, Placeholder.shape(target.shape()));
        boolean maskable = loss.reference() == Reference.STYLE && !(loss instanceof PlacesLoss);
        Operand<TFloat32> masked = maskable ? masked(loss, features) : null;
        Operand<TFloat32> value = loss instanceof PlacesLoss places
                ? places.value(tf, features, fed, gridOffset)
                : loss.value(tf, features, fed);
        return new Node(
                features,
                target,
                masked,
                fed,
                value,
                tf.math.sqrt(tf.reduceSum(tf.math.square(gradient(value)), tf.constant(new int[] {0, 1, 2, 3}))));
    }

    Operand<TFloat32> features(String layer) {
        return layer.equals(Term.IMAGE) ? image : endpoints.features().get(layer);
    }

    /** The target of what lies within the mask: a position counts by the part of its pixels that do. */
    private Operand<TFloat32> masked(Loss loss, Operand<TFloat32> features) {
        Operand<TInt32> size = tf.slice(tf.shape(features), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
        return loss.target(tf, features, tf.image.resizeArea(mask, size));
    }

    /** By the image. */
    Operand<TFloat32> gradient(Operand<TFloat32> value) {
        return gradients(value, List.of(image)).get(0);
    }

    List<Operand<TFloat32>> gradients(Operand<TFloat32> value, List<? extends Operand<TFloat32>> by) {
        Output<?>[] inputs = by.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
        return Stream.of(graph.addGradients(value.asOutput(), inputs))
                .<Operand<TFloat32>>map(output -> output.expect(TFloat32.class))
                .toList();
    }

    Operand<TFloat32> mask() {
        return mask;
    }

    Operand<TFloat32> gridOffset() {
        return gridOffset;
    }

    /** A run that is fed no image. */
    Session.Runner run() {
        return session.runner();
    }

    /** A run that is fed an image (1, height, width, 3). */
    Session.Runner run(TFloat32 pixels) {
        return run().feed(image, pixels);
    }

    /** The same with the offset (2) of the grid that {@link PlacesLoss#value} samples. */
    Session.Runner runSampled(TFloat32 pixels, TFloat32 offset) {
        return run(pixels).feed(gridOffset, offset);
    }

    /** The same with a mask (1, height, width, 1) for masked targets. */
    Session.Runner run(TFloat32 pixels, TFloat32 inside) {
        return run(pixels).feed(mask, inside);
    }

    /** How many sums of losses have been built; each takes some memory until the graph is closed. */
    public synchronized int size() {
        return sums.size();
    }

    /** The same graph for one more user: it is freed when all have closed it. */
    public synchronized LossGraph share() {
        if (users == 0) throw new IllegalStateException("The graph is closed.");
        users++;
        return this;
    }

    /** Frees the graph, unless others still {@link #share} it. */
    @Override
    public synchronized void close() {
        if (--users > 0) return;
        session.close();
        graph.close();
    }
}
