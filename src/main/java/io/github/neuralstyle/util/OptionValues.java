package io.github.neuralstyle.util;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An immutable value for each of some options.
 *
 * @param <S> the class itself
 */
public abstract class OptionValues<S extends OptionValues<S>> implements Serializable {

    private final Map<String, Object> values;

    /** @param values a legal value for each option by its name */
    protected OptionValues(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The options that have values here, in the order of their texts. */
    public abstract List<Option<?>> options();

    /** A builder that starts from these values. */
    public abstract Builder<S> toBuilder();

    /** The value of an option. @throws IllegalArgumentException if it is none of {@link #options} */
    @SuppressWarnings("unchecked")
    public final <T> T get(Option<T> option) {
        if (!values.containsKey(option.name()))
            throw new IllegalArgumentException("There is no option " + option + " here.");
        return (T) values.get(option.name());
    }

    /** These values with another one. @throws IllegalArgumentException naming the option, the value and what is legal */
    public final <T> S with(Option<T> option, T value) {
        return toBuilder().set(option, value).build();
    }

    /** The text of each value by the option's name. */
    public final Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        options().forEach(option -> texts.put(option.name(), text(option)));
        return texts;
    }

    private <T> String text(Option<T> option) {
        return option.format(get(option));
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && values.equals(((OptionValues<?>) other).values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + texts();
    }

    /**
     * Collects values; each is checked at once, and all together when they are built.
     *
     * @param <S> what is built
     */
    public static final class Builder<S> {

        private final Function<Map<String, Object>, S> constructor;
        private final Map<String, Object> values = new LinkedHashMap<>();

        /** With the defaults. */
        public Builder(List<Option<?>> options, Function<Map<String, Object>, S> constructor) {
            this.constructor = constructor;
            for (Option<?> option : options) values.put(option.name(), initial(option));
        }

        private static <T> T initial(Option<T> option) {
            return option.check(option.initial());
        }

        /** With the values that something else has. */
        public Builder(OptionValues<?> start, Function<Map<String, Object>, S> constructor) {
            this.constructor = constructor;
            values.putAll(start.values);
        }

        /** @throws IllegalArgumentException naming the option, its value and what is legal */
        public <T> Builder<S> set(Option<T> option, T value) {
            if (values.replace(option.name(), option.check(value)) == null)
                throw new IllegalArgumentException("There is no option " + option + " here.");
            return this;
        }

        /** Sets all that others have. @throws IllegalArgumentException if they have another option */
        public Builder<S> set(OptionValues<?> others) {
            for (String name : others.values.keySet())
                if (values.replace(name, others.values.get(name)) == null)
                    throw new IllegalArgumentException("There is no option " + name + " here.");
            return this;
        }

        /** Sets a value by its text. @throws IllegalArgumentException naming the option, the text and what is legal */
        public <T> Builder<S> parse(Option<T> option, String text) {
            return set(option, option.parse(text));
        }

        /** @throws IllegalArgumentException if the values do not fit together */
        public S build() {
            return constructor.apply(values);
        }
    }
}
