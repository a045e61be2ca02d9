package io.github.neuralstyle.optimize;

/** A function to minimise, such as the loss of an image whose pixels are {@code x}. */
@FunctionalInterface
public interface Objective {

    /**
     * Value and gradient at one point. A {@link LBfgs line search} relies on equal points giving equal values.
     *
     * @param x the point, not to be changed or kept
     * @param gradient receives the derivative of the value with respect to every element of {@code x}; as long as
     *          {@code x}, its former contents are meaningless
     * @return the value
     */
    double evaluate(float[] x, float[] gradient);
}
