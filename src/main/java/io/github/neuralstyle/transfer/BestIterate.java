package io.github.neuralstyle.transfer;

import io.github.neuralstyle.optimize.Objective;
import io.github.neuralstyle.util.SavedState;

/** Keeps the point with the lowest value of an objective, in case the optimisation diverges. */
public final class BestIterate implements Objective {

    private final Objective objective;
    private double lowest = Double.POSITIVE_INFINITY;
    private float[] best;

    public BestIterate(Objective objective) {
        this.objective = objective;
    }

    @Override
    public double evaluate(float[] x, float[] gradient) {
        double value = objective.evaluate(x, gradient);
        if (value < lowest) {
            lowest = value;
            best = best == null ? x.clone() : copy(x, best);
        }
        return value;
    }

    /** The given point, or the best of those evaluated if the objective is lower there. */
    public float[] of(float[] x) {
        double value = objective.evaluate(x, new float[x.length]);
        return value <= lowest || best == null ? x : best;
    }

    void save(SavedState state) {
        state.put("lowest", lowest);
        state.put("best", best);
    }

    void restore(SavedState state) {
        lowest = state.numbers("lowest")[0];
        best = state.array("best");
    }

    private static float[] copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
        return to;
    }
}
