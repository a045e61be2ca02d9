package io.github.neuralstyle.optimize;

/** The bounds that all elements of a point share; they may be infinite. */
record Box(float lower, float upper) {

    Box {
        if (!(lower < upper))
            throw new IllegalArgumentException(
                    "The lower bound must be below the upper one, but they are " + lower + " and " + upper + ".");
    }

    float clamp(float value) {
        return Math.min(Math.max(value, lower), upper);
    }

    void project(float[] x) {
        Vectors.forEach(x.length, (from, to) -> {
            for (int i = from; i < to; i++) x[i] = clamp(x[i]);
        });
    }

    /** Whether {@code value} lies on a bound and {@code move} would take it out. */
    boolean blocks(float value, float move) {
        return value <= lower && move < 0 || value >= upper && move > 0;
    }
}
