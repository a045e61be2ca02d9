package io.github.neuralstyle.util;

import java.math.BigDecimal;

/**
 * The legal values of a numeric option, both ends included, and its default.
 */
public record Range(String name, double min, double max, double initial) {

    /** Returns the value. @throws IllegalArgumentException if it is outside, or not a number */
    public double check(double value) {
        if (value >= min && value <= max) return value;
        throw new IllegalArgumentException(name + " is " + text(value) + "; it must be from " + this + ".");
    }

    /** The value of a text. @throws IllegalArgumentException if it is no number, or one outside */
    public double parse(String text) {
        try {
            return check(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is " + text + "; it must be from " + this + ".", e);
        }
    }

    /** The whole number of a text. @throws IllegalArgumentException if it is none, or one outside */
    public double parseWhole(String text) {
        double value = parse(text);
        if (value == Math.rint(value)) return value;
        throw new IllegalArgumentException(name + " is " + text + "; it must be a whole number from " + this + ".");
    }

    /** The range, as "64 to 8192". */
    @Override
    public String toString() {
        return text(min) + " to " + text(max);
    }

    /** A number without an exponent and without trailing zeros. */
    public static String text(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
