package io.github.neuralstyle.imagej;

import java.util.Arrays;
import java.util.Locale;

/** The choices of a dialog, which callers from programs may miss. */
public final class Choices {

    private Choices() {}

    /** The constant of a name in small letters. @throws IllegalArgumentException if there is none */
    public static <E extends Enum<E>> E of(Class<E> type, String name, String value) {
        for (E constant : type.getEnumConstants()) if (lower(constant).equals(value)) return constant;
        throw wrong(
                name,
                value,
                Arrays.stream(type.getEnumConstants()).map(Choices::lower).toArray(String[]::new));
    }

    /** Returns the value. @throws IllegalArgumentException if it is none of the legal ones */
    public static String of(String name, String value, String... legal) {
        if (Arrays.asList(legal).contains(value)) return value;
        throw wrong(name, value, legal);
    }

    private static IllegalArgumentException wrong(String name, String value, String... legal) {
        return new IllegalArgumentException(
                name + " is " + value + "; it must be one of " + String.join(", ", legal) + ".");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
