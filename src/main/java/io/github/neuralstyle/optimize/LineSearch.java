package io.github.neuralstyle.optimize;

/**
 * Finds a step length that satisfies the strong Wolfe conditions (Nocedal &amp; Wright 2006, <i>Numerical
 * optimization</i>, algorithms 3.5 and 3.6, interpolation by equation 3.59).
 */
final class LineSearch {

    static final double SUFFICIENT_DECREASE = 1e-4, CURVATURE = 0.9;
    static final int MAX_EVALUATIONS = 20;

    /** The largest gain, relative to the value, that counts as rounding. */
    private static final double ROUNDING = 1e-9;

    /** A point on the line. A value that is not finite is infinite, the slope is then meaningless. */
    record Trial(double step, double value, double slope, float[] gradient) {}

    /** The objective along the line. */
    interface Line {

        /** Evaluates it at {@code step}; of the earlier trials only {@code kept} still needs its gradient. */
        Trial at(double step, Trial kept);
    }

    private final Line line;
    private final Trial start;
    private int evaluations;

    private LineSearch(Line line, Trial start) {
        this.line = line;
        this.start = start;
    }

    /**
     * @param start the point at step 0, of negative slope
     * @param step the first step to try
     * @return a trial that satisfies both conditions; if the evaluations run out or rounding prevails, the lowest one with
     *         sufficient decrease; if there is none, {@code start}
     */
    static Trial search(Line line, Trial start, double step) {
        return new LineSearch(line, start).bracket(step);
    }

    private Trial bracket(double step) {
        Trial previous = start;
        while (evaluations < MAX_EVALUATIONS) {
            Trial trial = evaluate(step, previous);
            if (!decreases(trial) || trial.value >= previous.value) return zoom(previous, trial);
            if (flat(trial)) return trial;
            if (trial.slope >= 0) return zoom(trial, previous);
            step = clamp(cubicMinimum(previous, trial), 2 * trial.step, 10 * trial.step);
            previous = trial;
        }
        return previous;
    }

    private Trial zoom(Trial low, Trial high) {
        while (evaluations < MAX_EVALUATIONS && worthwhile(low, high)) {
            Trial trial = evaluate(between(low, high), low);
            if (!decreases(trial) || trial.value >= low.value) {
                high = trial;
                continue;
            }
            if (flat(trial)) return trial;
            if (trial.slope * (high.step - low.step) >= 0) high = low;
            low = trial;
        }
        return low;
    }

    private Trial evaluate(double step, Trial kept) {
        evaluations++;
        return line.at(step, kept);
    }

    private boolean decreases(Trial trial) {
        return trial.value <= start.value + SUFFICIENT_DECREASE * trial.step * start.slope;
    }

    private boolean flat(Trial trial) {
        return Math.abs(trial.slope) <= -CURVATURE * start.slope;
    }

    private static boolean worthwhile(Trial low, Trial high) {
        return Math.abs(low.slope * (high.step - low.step)) > ROUNDING * Math.abs(low.value);
    }

    /** The minimum of the cubic, but not in the outer tenths of the interval, which would hardly shrink it. */
    private static double between(Trial low, Trial high) {
        double left = Math.min(low.step, high.step), width = Math.abs(high.step - low.step);
        return clamp(cubicMinimum(low, high), left + width / 10, left + width * 9 / 10);
    }

    /** Not a number if the cubic has no minimum or a value is not finite. */
    private static double cubicMinimum(Trial a, Trial b) {
        double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step);
        double d2 = Math.signum(b.step - a.step) * Math.sqrt(d1 * d1 - a.slope * b.slope);
        return b.step - (b.step - a.step) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    }

    private static double clamp(double step, double min, double max) {
        return Double.isNaN(step) ? (min + max) / 2 : Math.min(Math.max(step, min), max);
    }
}
