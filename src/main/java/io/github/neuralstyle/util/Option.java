package io.github.neuralstyle.util;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An option, stated once: its name, legal values, default and help, and how its values are written as text. Command lines,
 * tables, dialogs and error messages derive from it.
 *
 * @param <T> the type of its values, serializable
 */
public final class Option<T> {

    private final String name, placeholder, help;
    private final T initial;
    private final Function<String, T> parser;
    private final Function<T, String> formatter;
    private Function<T, T> actual = value -> value;
    private Range range;
    private List<String> choices = List.of();
    private Supplier<String> legal = () -> null, initialText;

    private Option(
            String name,
            String placeholder,
            T initial,
            Function<String, T> parser,
            Function<T, String> formatter,
            String help) {
        this.name = name;
        this.placeholder = placeholder;
        this.initial = initial;
        this.parser = parser;
        this.formatter = formatter;
        this.help = help;
        initialText = () -> initial == null ? null : formatter.apply(initial);
    }

    /** A whole number within a range. */
    public static Option<Integer> integer(Range range, String help) {
        return number(range, "N", text -> (int) range.parseWhole(text), value -> (int) value, help);
    }

    /** A whole number of 64 bits within a range. */
    public static Option<Long> longInteger(Range range, String help) {
        return number(range, "N", text -> (long) range.parseWhole(text), value -> (long) value, help);
    }

    /** A number within a range. */
    public static Option<Double> number(Range range, String help) {
        return number(range, "X", range::parse, value -> value, help);
    }

    /** One of some words, in any case, or a number within a range; its values are texts. */
    public static Option<String> wordOrNumber(Range range, List<String> words, String initial, String help) {
        String legal = String.join(", ", words) + " or from " + range;
        Function<String, String> parser = text -> ListTexts.wordOrNumber(range, words, legal, text);
        Option<String> option = new Option<>(range.name(), "X", initial, parser, Function.identity(), help);
        option.legal = () -> legal;
        return option;
    }

    private static <T extends Number> Option<T> number(
            Range range, String placeholder, Function<String, T> parser, DoubleFunction<T> of, String help) {
        T initial = of.apply(range.initial());
        Function<T, String> formatter = value -> Range.text(value.doubleValue());
        Option<T> option = new Option<>(range.name(), placeholder, initial, parser, formatter, help);
        option.range = range;
        option.legal = () -> "from " + range;
        return option;
    }

    /** A constant of an enum, by its name in any case, with spaces for underscores. */
    public static <E extends Enum<E>> Option<E> choice(String name, E initial, String help) {
        return choice(name, initial.getDeclaringClass(), initial, help);
    }

    /** The same with a default that may be null, for none. */
    public static <E extends Enum<E>> Option<E> choice(String name, Class<E> type, E initial, String help) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) constants.put(text(constant), constant);
        return choice(name, constants, initial, Option::text, help);
    }

    /** One of some texts, in any case. */
    public static Option<String> choice(String name, List<String> choices, String initial, String help) {
        Map<String, String> texts = new LinkedHashMap<>();
        choices.forEach(choice -> texts.put(choice, choice));
        return choice(name, texts, initial, Function.identity(), help);
    }

    private static <T> Option<T> choice(
            String name, Map<String, T> values, T initial, Function<T, String> formatter, String help) {
        String legal = String.join(", ", values.keySet()).replaceFirst(", ([^,]+)$", " or $1");
        Option<T> option = new Option<>(
                name, "NAME", initial, text -> ListTexts.choice(name, values, legal, text), formatter, help);
        option.choices = List.copyOf(values.keySet());
        option.legal = () -> legal;
        return option;
    }

    /** True or false. */
    public static Option<Boolean> toggle(String name, boolean initial, String help) {
        Map<String, Boolean> values = new LinkedHashMap<>();
        for (boolean value : new boolean[] {true, false}) values.put(String.valueOf(value), value);
        return choice(name, values, initial, String::valueOf, help);
    }

    /** Any text. */
    public static Option<String> text(String name, String placeholder, String initial, String help) {
        return new Option<>(name, placeholder, initial, Function.identity(), Function.identity(), help);
    }

    /** Names separated by commas. */
    public static Option<List<String>> names(String name, List<String> initial, String help) {
        return new Option<>(name, "NAME", initial, text -> ListTexts.parts(name, text), ListTexts::join, help);
    }

    /** Whole numbers separated by commas. */
    public static Option<List<Integer>> integers(String name, List<Integer> initial, String help) {
        return new Option<>(name, "N", initial, text -> ListTexts.integers(name, text), ListTexts::join, help);
    }

    /** Numbers separated by commas. */
    public static Option<List<Double>> numbers(String name, List<Double> initial, String help) {
        return new Option<>(name, "X", initial, text -> ListTexts.numbers(name, text), ListTexts::join, help);
    }

    /** Names with positive weights, {@code name=weight} separated by commas; a name alone has the weight 1. */
    public static Option<Map<String, Double>> weights(String name, Map<String, Double> initial, String help) {
        return new Option<Map<String, Double>>(
                        name, "NAME[=WEIGHT]", initial, text -> ListTexts.weights(name, text), ListTexts::join, help)
                .withInitialText(() -> String.join(",", initial.keySet()));
    }

    /** The text of an enum's constant: in lower case, with spaces for underscores. */
    public static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The same option with another default and help, for another command. */
    public Option<T> withInitial(T newInitial, String newHelp) {
        Option<T> copy = new Option<>(name, placeholder, newInitial, parser, formatter, newHelp);
        copy.range = range;
        copy.choices = choices;
        copy.legal = legal;
        copy.actual = actual;
        return copy;
    }

    /** The same option with another phrase for its legal values in the help; null for none. */
    public Option<T> withLegal(Supplier<String> newLegal) {
        Option<T> copy = withInitial(initial, help);
        copy.legal = newLegal;
        copy.initialText = initialText;
        return copy;
    }

    /** The same option with another text for its default in the help; null for none. */
    public Option<T> withInitialText(Supplier<String> newText) {
        Option<T> copy = withInitial(initial, help);
        copy.initialText = newText;
        return copy;
    }

    /** The same option with values that stand for others on this machine, or are illegal there. */
    public Option<T> withActual(Function<T, T> newActual) {
        Option<T> copy = withInitial(initial, help);
        copy.actual = newActual;
        return copy;
    }

    /** In command lines and tables, such as style-scale. */
    public String name() {
        return name;
    }

    /** In dialogs, macros and scripts, such as stylescale. */
    public String parameter() {
        return name.replace("-", "");
    }

    /** What stands for a value in the help, such as N. */
    public String placeholder() {
        return placeholder;
    }

    /** The default; null if there is none. */
    public T initial() {
        return initial;
    }

    /** Null if it is no number. */
    public Range range() {
        return range;
    }

    /** The legal texts; empty if they cannot be listed. */
    public List<String> choices() {
        return choices;
    }

    /** Whether its values are lists, whose parts may be given one by one. */
    public boolean isList() {
        return initial instanceof List || initial instanceof Map;
    }

    /** What it does, what is legal, and its default. */
    public String description() {
        String initialPart = initialText.get() == null ? null : "default " + initialText.get();
        String facts =
                Stream.of(legal.get(), initialPart).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return facts.isEmpty() ? help : help.replaceFirst("\\.$", "") + " (" + facts + ").";
    }

    /** The value of a text. @throws IllegalArgumentException naming the option, the text and what is legal */
    public T parse(String text) {
        return parser.apply(text.strip());
    }

    /** The text of a value, from which {@link #parse} makes the value again. */
    public String format(T value) {
        return formatter.apply(value);
    }

    /** The value that it stands for; of a list or map an immutable copy. @throws IllegalArgumentException if it is illegal */
    @SuppressWarnings("unchecked")
    public T check(T value) {
        if (range != null) range.check(((Number) value).doubleValue());
        if (value instanceof List<?> list) return (T) Collections.unmodifiableList(new ArrayList<>(list));
        if (value instanceof Map<?, ?> map) return (T) Collections.unmodifiableMap(new LinkedHashMap<>(map));
        return actual.apply(Objects.requireNonNull(value, name));
    }

    @Override
    public String toString() {
        return name;
    }
}
