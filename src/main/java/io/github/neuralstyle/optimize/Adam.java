package io.github.neuralstyle.optimize;

import io.github.neuralstyle.util.SavedState;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Adam (Kingma &amp; Ba 2015, <i>Adam: a method for stochastic optimization</i>, algorithm 1) within bounds, with
 * β1 = 0.9 and β2 = 0.99. Two departures from the paper:
 * <ul>
 * <li>ε is 10⁻⁸ of the root mean square of the gradient, so that multiplying the objective by a number changes
 * nothing as long as the gradient's elements stay within 10⁻¹⁸ to 10¹⁸.</li>
 * <li>The {@link #result} is an exponential average of the iterates with decay 0.99, corrected for its bias (after
 * Polyak &amp; Juditsky 1992, and section 7.2 of Kingma &amp; Ba): it has less noise than any single iterate.</li>
 * </ul>
 * Holds four arrays as long as the point.
 */
public final class Adam implements Optimizer {

    private static final double BETA1 = 0.9, BETA2 = 0.99, EPSILON = 1e-8, DECAY = 0.99;

    private final Box box;
    private final DoubleUnaryOperator schedule;
    private final Consumer<float[]> preconditioner;
    private double learningRate;

    private float[] gradient, m, v, average;
    /** The mean of {@link #v}. */
    private double meanSquare;

    private int steps, averaged, evaluations;
    private boolean rescaled, averages = true;

    /**
     * @param learningRate greater than 0, about the largest change of an element in one step, in the units of the point
     * @param lower the lower bound of every element, may be infinite
     * @param upper the upper bound of every element, may be infinite
     * @throws IllegalArgumentException if the learning rate or the bounds are out of range
     */
    public Adam(double learningRate, float lower, float upper) {
        this(done -> learningRate, gradient -> {}, lower, upper);
    }

    /**
     * With a learning rate that follows {@link #progress}.
     *
     * @param schedule the learning rate, as above, by the completed part of the steps, from 0 to 1
     * @param preconditioner changes each gradient before it is used
     * @param lower the lower bound of every element, may be infinite
     * @param upper the upper bound of every element, may be infinite
     * @throws IllegalArgumentException if the learning rate or the bounds are out of range
     */
    public Adam(DoubleUnaryOperator schedule, Consumer<float[]> preconditioner, float lower, float upper) {
        box = new Box(lower, upper);
        this.schedule = schedule;
        this.preconditioner = preconditioner;
        progress(0);
    }

    /** Without bounds, and with the last iterate as its {@link #result}. */
    public static Adam withoutAverage(DoubleUnaryOperator schedule) {
        Adam adam = new Adam(schedule, gradient -> {}, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
        adam.averages = false;
        return adam;
    }

    @Override
    public void progress(double done) {
        learningRate(schedule.applyAsDouble(done));
    }

    /**
     * Changes the learning rate of the steps to come.
     *
     * @param rate greater than 0, in the units of the point
     * @throws IllegalArgumentException if it is not
     */
    public void learningRate(double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException(
                    "The learning rate must be greater than 0 and finite, but it is " + rate + ".");
        learningRate = rate;
    }

    @Override
    public double step(Objective objective, float[] x) {
        allocate(x.length);
        box.project(x);
        double value = objective.evaluate(x, gradient);
        preconditioner.accept(gradient);
        evaluations++;
        double square = Vectors.dot(gradient, gradient) / x.length;
        if (!Double.isFinite(value) || !Double.isFinite(square))
            throw new ArithmeticException(
                    "The objective or its gradient is not finite in step " + evaluations + " of Adam.");
        update(x, square);
        return value;
    }

    private void update(float[] x, double square) {
        double unit = rescaled ? unit(square) : 1;
        rescaled = false;
        steps++;
        averaged++;
        double correction1 = 1 - Math.pow(BETA1, steps), correction2 = 1 - Math.pow(BETA2, steps);
        meanSquare = BETA2 * unit * unit * meanSquare + (1 - BETA2) * square;

        float keepM = (float) (BETA1 * unit), addM = (float) (1 - BETA1);
        float keepV = (float) (BETA2 * unit * unit), addV = (float) (1 - BETA2);
        float rate = (float) (learningRate / correction1);
        float root = (float) (1 / Math.sqrt(correction2));
        float epsilon = Math.max((float) (EPSILON * root * Math.sqrt(meanSquare)), Float.MIN_NORMAL);
        float weight = (float) ((1 - DECAY) / (1 - Math.pow(DECAY, averaged)));
        float lower = box.lower(), upper = box.upper();
        float[] gradient = this.gradient, m = this.m, v = this.v, average = this.average;
        Vectors.forEach(x.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                m[i] = keepM * m[i] + addM * gradient[i];
                v[i] = keepV * v[i] + addV * gradient[i] * gradient[i];
                float moved = x[i] - rate * m[i] / (root * (float) Math.sqrt(v[i]) + epsilon);
                x[i] = Math.min(Math.max(moved, lower), upper);
                average[i] += weight * (x[i] - average[i]);
            }
        });
    }

    @Override
    public float[] result(float[] x) {
        return averaged == 0 || !averages ? x : average;
    }

    @Override
    public int evaluations() {
        return evaluations;
    }

    /**
     * Resamples both moments and goes on with them: their bias corrections are factors, which a linear resampling leaves
     * as they are, so the step count goes on too. Three things keep that sound:
     * <ul>
     * <li>An overshoot of the resampling must not leave a large mean over a small variance: v̂ ≥ m̂² is restored, as for
     * moments of any distribution.</li>
     * <li>The gradients of two scales have different units, so the next step multiplies the moments to fit the root mean
     * square of its gradient: only their pattern is carried over.</li>
     * <li>The average is restarted: iterates of the coarser scale lack the detail of the finer one and would blur
     * it.</li>
     * </ul>
     */
    @Override
    public void rescale(UnaryOperator<float[]> resample) {
        if (m == null) return;
        float[] mean = resample.apply(m), square = resample.apply(v);
        double correction1 = 1 - Math.pow(BETA1, steps), correction2 = 1 - Math.pow(BETA2, steps);
        float ratio = (float) (correction2 / (correction1 * correction1));
        meanSquare = Vectors.sum(square.length, (from, to) -> {
                    double sum = 0;
                    for (int i = from; i < to; i++) {
                        square[i] = Math.max(square[i], ratio * mean[i] * mean[i]);
                        sum += square[i];
                    }
                    return sum;
                })
                / square.length;
        m = mean;
        v = square;
        gradient = new float[mean.length];
        average = new float[mean.length];
        averaged = 0;
        rescaled = steps > 0;
    }

    @Override
    public void save(SavedState state) {
        state.put("adam", meanSquare, steps, averaged, evaluations, rescaled ? 1 : 0);
        state.put("adam m", m);
        state.put("adam v", v);
        state.put("adam average", average);
    }

    @Override
    public void restore(SavedState state) {
        double[] numbers = state.numbers("adam");
        meanSquare = numbers[0];
        steps = (int) numbers[1];
        averaged = (int) numbers[2];
        evaluations = (int) numbers[3];
        rescaled = numbers[4] != 0;
        m = state.array("adam m");
        v = state.array("adam v");
        average = state.array("adam average");
        gradient = new float[m.length];
    }

    /** The unit of the gradients so far, in that of a gradient whose mean square is given. */
    private double unit(double square) {
        double previous = meanSquare / (1 - Math.pow(BETA2, steps));
        return square > 0 && previous > 0 ? Math.sqrt(square / previous) : 1;
    }

    private void allocate(int length) {
        if (m == null) {
            gradient = new float[length];
            m = new float[length];
            v = new float[length];
            average = new float[length];
        }
        if (m.length != length)
            throw new IllegalArgumentException("The point has " + length + " elements, but Adam's moments have "
                    + m.length + ": rescale them first.");
    }
}
