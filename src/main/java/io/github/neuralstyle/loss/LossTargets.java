package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.optimize.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A weighted sum of losses as a function of an image: what the image is compared with, and the weight of each term. The
 * targets of styles are computed once by {@link LossGraph#targets} and shared by all images of one scale, each of which adds
 * its content by {@link #withContent}.
 */
public final class LossTargets implements Objective, AutoCloseable {

    private final List<Term> terms;
    private final Evaluation evaluation;
    private final float[] gridOffset = new float[2];
    private float[] weights, values;

    /** The content, until places are matched. */
    private Pixels unmatched;

    LossTargets(List<Term> terms, Evaluation evaluation) {
        this.terms = List.copyOf(terms);
        this.evaluation = evaluation;
        weights(terms.stream().mapToDouble(Term::share).toArray());
    }

    /**
     * Adds the content's targets. They are freed by closing the result, those of the styles by closing this object, which must
     * be open as long as the result is used.
     *
     * @param content of the size of the images to be evaluated
     */
    public LossTargets withContent(Pixels content) {
        LossTargets made = new LossTargets(terms, evaluation.withContent(content));
        made.unmatched = content;
        return made;
    }

    /**
     * Chooses the target of each place of the picture: the place of the styles nearest to that of a query.
     * Without a call the content is the query. Does nothing without a loss that is matched before a scale.
     *
     * @param query of the content's size
     */
    public void match(Pixels query) {
        evaluation.match(query);
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
        int[] wanted = IntStream.of(Term.with(reference, terms))
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
        matchUnmatched();
        values = evaluation.evaluate(x, weights, gridOffset, gradient);
        return DoubleStream.of(weightedValues()).sum();
    }

    private void matchUnmatched() {
        if (unmatched != null) match(unmatched);
    }

    /** The Euclidean norm, at an image, of the own gradient of each term with a reference; 0 for the other terms. */
    public float[] gradientNorms(float[] x, Reference reference) {
        return gradientNorms(x, Term.with(reference, terms));
    }

    private float[] gradientNorms(float[] x, int... wanted) {
        matchUnmatched();
        return evaluation.gradientNorms(x, wanted);
    }

    /** Frees the targets that were computed for this object. */
    @Override
    public void close() {
        evaluation.close();
    }
}
