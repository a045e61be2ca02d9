package io.github.neuralstyle.optimize;

import io.github.neuralstyle.util.SavedState;
import java.util.function.UnaryOperator;

/**
 * Minimises an {@link Objective} step by step, every element of the point kept within the same bounds. Results do not
 * depend on the number of processors. Not thread-safe.
 */
public interface Optimizer {

    /**
     * Does one iteration.
     *
     * @param objective what to minimise
     * @param x the point, updated in place; elements out of bounds are first moved to the nearest bound
     * @return the value at the point where the iteration began
     * @throws ArithmeticException if the value or the gradient is not finite there; {@code x} is then at that point
     * @throws IllegalArgumentException if the length of {@code x} changed without a {@link #rescale}
     */
    double step(Objective objective, float[] x);

    /**
     * Sets how much of the work at this scale is done, for optimizers whose learning rate follows a schedule. Does nothing by
     * default.
     *
     * @param done the completed part of the steps, from 0 before the first step to less than 1
     */
    default void progress(double done) {}

    /** Is called before the first step with another objective at the same scale. Does nothing by default. */
    default void objectiveChanged() {}

    /**
     * What to show after the steps so far.
     *
     * @param x the point as the last {@link #step} left it
     * @return the best estimate of the minimum; either {@code x} or an array that the next step changes: read it, copy
     *         it, but do not write to it
     */
    float[] result(float[] x);

    /** The number of times an objective has been evaluated. */
    int evaluations();

    /** Adds all that the steps to come depend on besides the point. */
    void save(SavedState state);

    /** Goes on from what {@link #save} has added, as if it had never been interrupted. */
    void restore(SavedState state);

    /**
     * Prepares for steps at another image scale, where the objective is another one. Take {@link #result} first if the
     * next scale is to begin from it.
     *
     * @param resample maps an array of the old scale to a new one of the next scale, as it maps the image; it should be
     *          linear, and may overshoot
     */
    void rescale(UnaryOperator<float[]> resample);
}
