package io.github.neuralstyle.optimize;

import io.github.neuralstyle.optimize.LineSearch.Trial;

/** The path P(x + a d) from a point x in a direction d, which bends where elements reach their bound. */
final class ProjectedPath {

    final float[] direction;

    private final Box box;
    private final float[] trial;
    private float[] firstGradient, secondGradient;

    /** @param trial receives the points that are tried */
    ProjectedPath(Box box, float[] trial) {
        this.box = box;
        this.trial = trial;
        direction = new float[trial.length];
        firstGradient = new float[trial.length];
        secondGradient = new float[trial.length];
    }

    /** direction ← -H g over the elements that the gradient does not press against their bound */
    void aim(float[] x, float[] gradient, CurvaturePairs inverseHessian) {
        Vectors.forEach(x.length, (from, to) -> {
            for (int i = from; i < to; i++) direction[i] = box.blocks(x[i], -gradient[i]) ? 0 : gradient[i];
        });
        inverseHessian.multiply(direction);
        Vectors.forEach(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                float move = -direction[i];
                direction[i] = box.blocks(x[i], -gradient[i]) || box.blocks(x[i], move) ? 0 : move;
            }
        });
    }

    /** The objective and its derivative along the path. */
    Trial evaluate(Objective objective, float[] x, double step, Trial kept) {
        float[] gradient = kept.gradient() == firstGradient ? secondGradient : firstGradient;
        move(x, step);
        double value = objective.evaluate(trial, gradient);
        double slope = Vectors.sum(x.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double free = box.blocks(trial[i], direction[i]) ? 0 : direction[i];
                sum += free * gradient[i]; // not finite if the gradient is not, be the element free or not
            }
            return sum;
        });
        boolean finite = Double.isFinite(value) && Double.isFinite(slope);
        return new Trial(step, finite ? value : Double.POSITIVE_INFINITY, slope, gradient);
    }

    /** trial ← P(x + step direction) */
    void move(float[] x, double step) {
        float a = (float) step;
        Vectors.forEach(x.length, (from, to) -> {
            for (int i = from; i < to; i++) trial[i] = box.clamp(x[i] + a * direction[i]);
        });
    }

    /** Leaves a trial's gradient to the caller, in exchange for another array. */
    void exchange(float[] gradient, float[] other) {
        if (gradient == firstGradient) firstGradient = other;
        else secondGradient = other;
    }
}
