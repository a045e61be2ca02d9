package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.Range;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.plugin.Parameter;
import org.scijava.prefs.PrefService;

/** The parameters of a command that are options of {@link Options}, as texts by the options' names. */
public final class OptionFields {

    private static final String LAST = "last settings";

    /** Of which 0 stands for what the preset has. */
    private static final List<Option<?>> OF_PRESETS = List.of(Options.STEPS, Options.NETWORK_SIZE);

    private OptionFields() {}

    /**
     * The texts of a command's parameters, in their order. Choices are spelled as the registry does; 0, for what the
     * preset has, becomes a blank text.
     *
     * @throws IllegalArgumentException if a choice is none of the legal ones, naming them
     */
    public static Map<String, String> read(Object command) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Field field : command.getClass().getDeclaredFields()) {
            Option<?> option = option(field);
            Object value = option == null ? null : get(field, command);
            if (value != null) texts.put(option.name(), text(option, value));
        }
        return texts;
    }

    /**
     * Sets a command's parameters to texts, blank numbers to 0. Those without a text stay, and so do those whose text is not
     * legal, as it may be if another version has kept it.
     */
    public static void write(Object command, Map<String, String> texts) {
        for (Field field : command.getClass().getDeclaredFields()) {
            Option<?> option = option(field);
            String text = option == null ? null : texts.get(option.name());
            if (text != null && isLegal(option, text)) set(field, command, text);
        }
    }

    /** Keeps the texts for {@link #recall}. */
    public static void remember(Object command, PrefService preferences) {
        preferences.put(command.getClass(), LAST, read(command));
    }

    /** Sets a command's parameters to the texts that were kept, if there are any. */
    public static void recall(Object command, PrefService preferences) {
        Map<String, String> last = preferences.getMap(command.getClass(), LAST);
        if (last != null) write(command, last);
    }

    private static boolean isLegal(Option<?> option, String text) {
        try {
            if (!text.isBlank()) option.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Option<?> option(Field field) {
        if (!field.isAnnotationPresent(Parameter.class)) return null;
        for (Option<?> option : Options.DIALOG) if (option.parameter().equals(field.getName())) return option;
        return null;
    }

    private static <T> String text(Option<T> option, Object value) {
        if (value instanceof Number number)
            return OF_PRESETS.contains(option) && number.intValue() == 0 ? "" : Range.text(number.doubleValue());
        String text = String.valueOf(value);
        return option.choices().isEmpty() || text.isBlank() ? text : option.format(option.parse(text.strip()));
    }

    private static Object get(Field field, Object command) {
        try {
            field.setAccessible(true);
            return field.get(command);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Field field, Object command, String text) {
        Class<?> type = field.getType();
        String number = text.isBlank() ? "0" : text;
        try {
            field.setAccessible(true);
            if (type == int.class) field.setInt(command, Integer.parseInt(number));
            else if (type == double.class) field.setDouble(command, Double.parseDouble(number));
            else if (type == boolean.class) field.setBoolean(command, Boolean.parseBoolean(text));
            else field.set(command, text);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
