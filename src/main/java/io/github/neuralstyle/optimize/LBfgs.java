package io.github.neuralstyle.optimize;

import io.github.neuralstyle.optimize.LineSearch.Trial;
import io.github.neuralstyle.util.SavedState;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * L-BFGS (Liu &amp; Nocedal 1989) with a line search for the strong Wolfe conditions, within bounds by projection
 * (Bertsekas 1982, <i>Projected Newton methods</i>): elements that the gradient presses against a bound rest, the others
 * follow the path P(x + a d). For smooth objectives; a step usually costs one evaluation, at most
 * 20 and one more if the point was changed. Holds 5 + 2 × history arrays as long as the point.
 * <p>
 * The value and gradient of the accepted point serve the next step, unless the point was changed in between or
 * {@link #objectiveChanged} was called. Once no descent is possible, steps change and evaluate nothing.
 */
public final class LBfgs implements Optimizer {

    private final Box box;
    private final CurvaturePairs pairs;

    /** Between steps, the point of {@link #value} and {@link #gradient}; within a step, the trial. */
    private float[] point;

    private float[] gradient;
    private ProjectedPath path;
    private double value;
    private boolean known, stuck;
    private int evaluations;

    /**
     * @param history the number of steps remembered, at least 1; 10 is customary
     * @param lower the lower bound of every element, may be infinite
     * @param upper the upper bound of every element, may be infinite
     * @throws IllegalArgumentException if the history or the bounds are out of range
     */
    public LBfgs(int history, float lower, float upper) {
        pairs = new CurvaturePairs(history);
        box = new Box(lower, upper);
    }

    @Override
    public double step(Objective objective, float[] x) {
        allocate(x.length);
        box.project(x);
        if (!known || !Arrays.equals(x, point)) begin(objective, x);
        double before = value;
        if (stuck) return before;

        known = false;
        Trial start = aim(x);
        Trial end = start.slope() < 0 ? search(objective, x, start) : start;
        if (end == start) giveUp();
        else advance(x, end);
        System.arraycopy(x, 0, point, 0, x.length);
        known = true;
        return before;
    }

    /** The next step evaluates the objective again. */
    @Override
    public void objectiveChanged() {
        known = false;
    }

    @Override
    public float[] result(float[] x) {
        return x;
    }

    @Override
    public int evaluations() {
        return evaluations;
    }

    /** Forgets everything: the curvature of one scale says little about another's. */
    @Override
    public void rescale(UnaryOperator<float[]> resample) {
        pairs.clear();
        known = false;
        point = gradient = null;
        path = null;
    }

    @Override
    public void save(SavedState state) {
        state.put("lbfgs", value, known ? 1 : 0, stuck ? 1 : 0, evaluations);
        state.put("lbfgs point", point);
        state.put("lbfgs gradient", gradient);
        pairs.save(state);
    }

    @Override
    public void restore(SavedState state) {
        double[] numbers = state.numbers("lbfgs");
        value = numbers[0];
        known = numbers[1] != 0;
        stuck = numbers[2] != 0;
        evaluations = (int) numbers[3];
        point = state.array("lbfgs point");
        gradient = state.array("lbfgs gradient");
        path = new ProjectedPath(box, point);
        pairs.restore(state);
    }

    private void begin(Objective objective, float[] x) {
        known = stuck = false;
        value = objective.evaluate(x, gradient);
        evaluations++;
        if (!Double.isFinite(value) || !Double.isFinite(Vectors.dot(gradient, gradient)))
            throw new ArithmeticException("The objective or its gradient is not finite where a step of L-BFGS starts.");
    }

    /** Points the path downhill, without the known curvature if that does not lead there. */
    private Trial aim(float[] x) {
        path.aim(x, gradient, pairs);
        double slope = Vectors.dot(gradient, path.direction);
        if (!(slope < 0) && !pairs.isEmpty()) {
            pairs.clear();
            return aim(x);
        }
        return new Trial(0, value, slope, gradient);
    }

    /** Tries the full step first, or without known curvature one that changes the elements by 1 on average. */
    private Trial search(Objective objective, float[] x, Trial start) {
        double first = pairs.isEmpty() ? x.length / Vectors.sumOfMagnitudes(path.direction) : 1;
        return LineSearch.search(
                (step, kept) -> {
                    evaluations++;
                    return path.evaluate(objective, x, step, kept);
                },
                start,
                first);
    }

    private void advance(float[] x, Trial end) {
        CurvaturePairs.Pair pair = pairs.next(x.length);
        float[] before = gradient, after = end.gradient();
        path.move(x, end.step());
        Vectors.forEach(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                pair.s[i] = point[i] - x[i];
                pair.y[i] = after[i] - before[i];
                x[i] = point[i];
            }
        });
        pairs.add(pair);
        path.exchange(after, before);
        gradient = after;
        value = end.value();
    }

    /** The next step tries without the known curvature; if there was none, nothing is left to try. */
    private void giveUp() {
        stuck = pairs.isEmpty();
        pairs.clear();
    }

    private void allocate(int length) {
        if (point == null) {
            point = new float[length];
            gradient = new float[length];
            path = new ProjectedPath(box, point);
        }
        if (point.length != length)
            throw new IllegalArgumentException("The point has " + length + " elements, but L-BFGS began with "
                    + point.length + ": rescale it first.");
    }
}
