package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.model.Tensors;
import io.github.neuralstyle.optimize.Objective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * A weighted sum of losses as a function of an image: what the image is compared with, and the weight of each term. The
 * targets of styles are computed once by {@link LossGraph#targets} and shared by all images of one scale, each of which adds
 * its content by {@link #withContent}.
 */
public final class LossTargets implements Objective, AutoCloseable {

    private final LossGraph graph;
    private final List<Term> terms;
    private final LossGraph.Sum sum;
    private final int width, height;

    /** Of each term, or null. */
    private final TFloat32[] targets;

    private final PlacesTargets places;

    /** Those to be closed with this object. */
    private final List<TFloat32> owned = new ArrayList<>();

    private float[] weights, values;
    private final float[] gridOffset = new float[2];

    /** The content, until places are matched. */
    private Pixels unmatched;

    private LossTargets(
            LossGraph graph, List<Term> terms, TFloat32[] targets, PlacesTargets places, int width, int height) {
        this.graph = graph;
        this.terms = List.copyOf(terms);
        this.targets = targets;
        this.places = places;
        this.width = width;
        this.height = height;
        sum = graph.sum(terms);
        weights(terms.stream().mapToDouble(Term::share).toArray());
    }

    static LossTargets ofStyles(
            LossGraph graph, List<Term> terms, List<Pixels> styles, List<Mask> masks, double[] proportions) {
        PlacesTargets places = new PlacesTargets(graph, graph.sum(terms), terms);
        LossTargets made = new LossTargets(graph, terms, new TFloat32[terms.size()], places, 0, 0);
        made.compute(Reference.STYLE, styles, masks, proportions);
        places.learn(styles, masks, proportions).forEach(made::own);
        return made;
    }

    /**
     * Adds the content's targets. They are freed by closing the result, those of the styles by closing this object, which must
     * be open as long as the result is used.
     *
     * @param content of the size of the images to be evaluated
     */
    public LossTargets withContent(Pixels content) {
        LossTargets made = new LossTargets(graph, terms, targets.clone(), places, content.width(), content.height());
        made.unmatched = content;
        made.compute(Reference.CONTENT, List.of(content), Collections.singletonList(null), new double[] {1});
        return made;
    }

    private void compute(Reference reference, List<Pixels> images, List<Mask> masks, double[] proportions) {
        int[] wanted = IntStream.of(termsWith(reference))
                .filter(i -> !(terms.get(i).loss() instanceof PlacesLoss))
                .toArray();
        if (wanted.length == 0) return;
        float[][] means = new float[wanted.length][];
        Shape[] shapes = new Shape[wanted.length];
        for (int i = 0; i < images.size(); i++)
            addTargets(wanted, images.get(i), masks.get(i), (float) proportions[i], means, shapes);
        for (int i = 0; i < wanted.length; i++) own(wanted[i], TFloat32.tensorOf(shapes[i], DataBuffers.of(means[i])));
    }

    private void own(int term, TFloat32 target) {
        if (owned.remove(targets[term])) targets[term].close();
        targets[term] = target;
        owned.add(target);
    }

    /**
     * Chooses the target of each place of the picture: the place of the styles nearest to that of a query.
     * Without a call the content is the query. Does nothing without a loss that is matched before a scale.
     *
     * @param query of the content's size
     */
    public void match(Pixels query) {
        places.matched(query).forEach(this::own);
        unmatched = null;
    }

    /**
     * Sets which positions of the picture the next evaluations sample, for losses that sample some on a grid.
     *
     * @param down the offset of the grid as a part of its step, from 0 up to 1
     * @param across the same along the other axis
     */
    public void gridOffset(float down, float across) {
        gridOffset[0] = down;
        gridOffset[1] = across;
    }

    private void addTargets(int[] wanted, Pixels pixels, Mask part, float proportion, float[][] means, Shape[] shapes) {
        try (TFloat32 x = Tensors.of(pixels);
                TFloat32 inside =
                        part == null ? null : Tensors.of(part.feathered(0), 1, part.height(), part.width(), 1)) {
            Session.Runner runner = part == null ? graph.run(x) : graph.run(x, inside);
            for (int term : wanted) {
                LossGraph.Node node = sum.nodes().get(term);
                runner.fetch(part == null ? node.target() : node.maskedTarget());
            }
            try (Result result = runner.run()) {
                for (int i = 0; i < wanted.length; i++) {
                    TFloat32 target = (TFloat32) result.get(i);
                    float[] added = Tensors.values(target);
                    shapes[i] = target.shape();
                    if (means[i] == null) means[i] = new float[added.length];
                    for (int k = 0; k < added.length; k++) means[i][k] += proportion * added[k];
                }
            }
        }
    }

    /** The terms, in the order of {@link #weightedValues} and {@link #weights}. */
    public List<Term> terms() {
        return terms;
    }

    /** Sets the factor of each term in the sum; at first it is the term's share. */
    public void weights(double... factors) {
        weights = new float[factors.length];
        for (int i = 0; i < factors.length; i++) weights[i] = (float) factors[i];
    }

    /**
     * Sets weights that make the terms' shares mean the same for every image and network. Each term is divided by the norm
     * of its own gradient where it pulls hardest: a loss of style at the content image, a loss of content at the style
     * image, and a loss without reference at noise. All three images have the content's size. Returns the weights.
     *
     * @param known norms of terms for these images; those that are not among them are added
     */
    public double[] balance(Pixels content, Pixels style, Pixels noise, Map<Term, Float> known) {
        learn(known, content, Reference.STYLE);
        learn(known, style, Reference.CONTENT);
        learn(known, noise, Reference.NONE);
        double[] balanced = new double[terms.size()];
        for (int i = 0; i < balanced.length; i++) {
            double norm = known.get(terms.get(i));
            balanced[i] = norm > 0 ? terms.get(i).share() * Math.sqrt(content.values().length) / norm : 0;
        }
        weights(balanced);
        return balanced;
    }

    private void learn(Map<Term, Float> known, Pixels image, Reference reference) {
        int[] wanted = IntStream.of(termsWith(reference))
                .filter(i -> !known.containsKey(terms.get(i)))
                .toArray();
        float[] norms = gradientNorms(image.values(), wanted);
        for (int term : wanted) known.put(terms.get(term), norms[term]);
    }

    /** The terms of the sum at the last {@link #evaluate}. */
    public double[] weightedValues() {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (double) weights[i] * values[i])
                .toArray();
    }

    /** The same summed by the names of the losses. */
    public Map<String, Double> weightedValuesByLoss() {
        Map<String, Double> sums = new LinkedHashMap<>();
        double[] each = weightedValues();
        for (int i = 0; i < each.length; i++) sums.merge(terms.get(i).loss().name(), each[i], Double::sum);
        return sums;
    }

    @Override
    public double evaluate(float[] x, float[] gradient) {
        try (TFloat32 pixels = Tensors.of(new Pixels(width, height, x));
                TFloat32 factors = TFloat32.vectorOf(weights);
                TFloat32 offset = TFloat32.vectorOf(gridOffset);
                Result result = run(graph.runSampled(pixels, offset))
                        .feed(sum.weights(), factors)
                        .fetch(sum.values())
                        .fetch(sum.gradient())
                        .run()) {
            values = StdArrays.array1dCopyOf((TFloat32) result.get(0));
            ((TFloat32) result.get(1)).asRawTensor().data().asFloats().read(gradient);
        }
        return DoubleStream.of(weightedValues()).sum();
    }

    /** The Euclidean norm, at an image, of the own gradient of each term with a reference; 0 for the other terms. */
    public float[] gradientNorms(float[] x, Reference reference) {
        return gradientNorms(x, termsWith(reference));
    }

    private float[] gradientNorms(float[] x, int... wanted) {
        float[] found = new float[terms.size()];
        if (wanted.length == 0) return found;
        try (TFloat32 pixels = Tensors.of(new Pixels(width, height, x))) {
            Session.Runner runner = run(graph.run(pixels));
            for (int term : wanted) runner.fetch(sum.nodes().get(term).gradientNorm());
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

    private Session.Runner run(Session.Runner runner) {
        if (unmatched != null) match(unmatched);
        for (int i = 0; i < targets.length; i++)
            if (targets[i] != null) runner.feed(sum.nodes().get(i).fed(), targets[i]);
        return runner;
    }

    /** Frees the targets that were computed for this object. */
    @Override
    public void close() {
        owned.forEach(TFloat32::close);
        owned.clear();
    }
}
