package io.github.neuralstyle.transfer;

import io.github.neuralstyle.optimize.Objective;

/** Remembers where an objective was least, lest a run that goes wrong lose what it had. */
public final class BestIterate implements Objective {

    private final Objective objective;
    private double least = Double.POSITIVE_INFINITY;
    private float[] best;

    public BestIterate(Objective objective) {
        this.objective = objective;
    }

    @Override
    public double evaluate(float[] x, float[] gradient) {
        double value = objective.evaluate(x, gradient);
        if (value < least) {
            least = value;
            best = best == null ? x.clone() : copy(x, best);
        }
        return value;
    }

    /** The given point, or the best of those evaluated if the objective is less there. */
    public float[] of(float[] x) {
        double value = objective.evaluate(x, new float[x.length]);
        return value <= least || best == null ? x : best;
    }

    private static float[] copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
        return to;
    }
}
