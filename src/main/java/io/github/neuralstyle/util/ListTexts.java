package io.github.neuralstyle.util;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The texts of options: lists separated by commas, and words. */
final class ListTexts {

    private ListTexts() {}

    static List<String> parts(String option, String text) {
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.contains(""))
            throw new IllegalArgumentException(option + " is \"" + text + "\"; it has nothing "
                    + (parts.size() == 1 ? "in it" : "beside a comma") + "; give values separated by commas.");
        return parts;
    }

    static List<Integer> integers(String option, String text) {
        return parts(option, text).stream()
                .map(part ->
                        parse(() -> Integer.valueOf(part), option + " has " + part + "; it must be a whole number."))
                .toList();
    }

    static List<Double> numbers(String option, String text) {
        return parts(option, text).stream()
                .map(part -> parse(() -> Double.valueOf(part), option + " has " + part + "; it must be a number."))
                .toList();
    }

    static String join(List<?> values) {
        return values.stream()
                .map(value -> value instanceof Double number ? Range.text(number) : String.valueOf(value))
                .collect(Collectors.joining(","));
    }

    /** @param text as {@code name=weight,name}; a name alone has the weight 1 */
    static Map<String, Double> weights(String option, String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : parts(option, text)) {
            String[] pair = part.split("=", 2);
            String message = option + " has " + part + "; a layer's weight must be over 0.";
            weights.put(
                    pair[0].strip(),
                    pair.length == 1 ? Double.valueOf(1) : parse(() -> Double.valueOf(pair[1].strip()), message));
        }
        return weights;
    }

    static String join(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Range.text(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    private static <N> N parse(Supplier<N> number, String message) {
        try {
            return number.get();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message, e);
        }
    }

    /** The value of one of some words, in any case. */
    static <T> T choice(String name, Map<String, T> values, String legal, String text) {
        for (Map.Entry<String, T> entry : values.entrySet())
            if (entry.getKey().equalsIgnoreCase(text)) return entry.getValue();
        throw new IllegalArgumentException(name + " is " + text + "; it must be " + legal + ".");
    }

    /** A word in any case, or a number. */
    static String wordOrNumber(Range range, List<String> words, String legal, String text) {
        for (String word : words) if (word.equalsIgnoreCase(text)) return word;
        try {
            return Range.text(range.check(Double.parseDouble(text)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(range.name() + " is " + text + "; it must be " + legal + ".", e);
        }
    }
}
