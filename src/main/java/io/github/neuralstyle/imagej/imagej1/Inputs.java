package io.github.neuralstyle.imagej.imagej1;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.neuralstyle.util.Range;
import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** The inputs of a command that come from a dialog or a macro, as texts and as values. */
public final class Inputs {

    static final String NO_IMAGE = "No image is open; open the images first.";

    private final Module module;
    private final List<ModuleItem<?>> items = new ArrayList<>(), shown = new ArrayList<>();

    public Inputs(Module module) {
        this.module = module;
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            if (isGiven(item)) items.add(item);
            if (isGiven(item) || isMessage(item)) shown.add(item);
        }
    }

    private static boolean isGiven(ModuleItem<?> item) {
        Class<?> type = item.getType();
        return !isMessage(item)
                && !Service.class.isAssignableFrom(type)
                && !Context.class.isAssignableFrom(type)
                && !Button.class.isAssignableFrom(type);
    }

    public List<ModuleItem<?>> items() {
        return items;
    }

    /** Those and, at their places among them, the messages. */
    List<ModuleItem<?>> shown() {
        return shown;
    }

    static boolean isMessage(ModuleItem<?> item) {
        return item.getVisibility() == ItemVisibility.MESSAGE;
    }

    static boolean isImage(ModuleItem<?> item) {
        return RandomAccessibleInterval.class.isAssignableFrom(item.getType());
    }

    /** The default of an input, or null if it has none. */
    Object initial(ModuleItem<?> item) {
        return isImage(item) && item.isAutoFill() ? WindowManager.getCurrentImage() : module.getInput(item.getName());
    }

    /**
     * The values of all inputs by their names, images as ImagePlus; of those not given, the defaults.
     *
     * @param texts by the names of inputs
     * @throws IllegalArgumentException if an input is missing or unknown, or a text is not a value of it
     */
    public Map<String, Object> values(Map<String, String> texts) {
        List<String> names = items.stream().map(ModuleItem::getName).toList();
        for (String key : texts.keySet())
            if (!names.contains(key))
                throw new IllegalArgumentException(
                        "There is no option " + key + "; there are " + String.join(", ", names) + ".");
        Map<String, Object> values = new LinkedHashMap<>();
        for (ModuleItem<?> item : items) {
            String text = texts.get(item.getName());
            if (item.getType() == File.class && text != null && text.isBlank()) text = null;
            Object value =
                    text == null ? initial(item) : isImage(item) ? image(item.getName(), text) : value(item, text);
            if (value != null) values.put(item.getName(), value);
            else if (item.isRequired()) throw new IllegalArgumentException(missing(item));
        }
        return values;
    }

    /** The texts that give values, by the same names. */
    public static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(
                name,
                value instanceof ImagePlus image
                        ? OpenImages.name(image)
                        : value instanceof Number number ? Range.text(number.doubleValue()) : value.toString()));
        return texts;
    }

    private static String missing(ModuleItem<?> item) {
        if (!isImage(item)) return item.getName() + " is missing; give it as " + item.getName() + "=[...].";
        return WindowManager.getImageCount() == 0
                ? NO_IMAGE
                : item.getName() + " is missing; give it as " + item.getName() + "=[title of an open image].";
    }

    /** The image that a macro means: of a title, where the active image precedes others of the same title; or of an id. */
    private static ImagePlus image(String name, String title) {
        List<ImagePlus> named = OpenImages.all(title);
        if (named.size() == 1) return named.get(0);
        if (named.contains(WindowManager.getCurrentImage())) return WindowManager.getCurrentImage();
        if (!named.isEmpty())
            throw new IllegalArgumentException(name + " is " + title + ", the title of " + named.size()
                    + " images; give it as "
                    + named.stream()
                            .map(image -> name + "=[" + OpenImages.id(image) + "]")
                            .collect(Collectors.joining(" or "))
                    + ".");
        ImagePlus image = OpenImages.ofId(title);
        if (image != null) return image;
        String[] titles = WindowManager.getImageTitles();
        throw new IllegalArgumentException(name + " is " + title + ", which is not open; "
                + (titles.length == 0 ? "no image is open." : "open are " + String.join(", ", titles) + "."));
    }

    private static Object value(ModuleItem<?> item, String text) {
        Class<?> type = item.getType();
        if (type == String.class) return text;
        if (type == File.class) return new File(text);
        if (type == boolean.class || type == Boolean.class) return truth(item.getName(), text);
        try {
            BigDecimal number = new BigDecimal(text);
            if (type == int.class || type == Integer.class) return number.intValueExact();
            if (type == double.class || type == Double.class) return number.doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(item.getName() + " is " + text + "; it must be a number.", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(item.getName() + " is " + text + "; it must be a whole number.", e);
        }
        throw new IllegalArgumentException(item.getName() + " cannot be given in ImageJ 1; leave it out.");
    }

    private static Object truth(String name, String text) {
        for (String truth : List.of("true", "false")) if (truth.equalsIgnoreCase(text)) return Boolean.valueOf(truth);
        throw new IllegalArgumentException(name + " is " + text + "; it must be true or false.");
    }

    /**
     * The options of {@code run("Command...", "image=[a b.png] size=256 showplot")}: the values by their keys in lower case, in their order. A key without a value, as ImageJ writes a ticked box, is "true".
     *
     * @throws IllegalArgumentException if a bracket or an apostrophe is not closed
     */
    public static Map<String, String> parse(String text) {
        MacroOptions options = new MacroOptions(text);
        Map<String, String> values = new LinkedHashMap<>();
        while (options.skipSpaces()) {
            String key = options.until("= ").toLowerCase(Locale.ROOT);
            values.put(key, options.value());
        }
        return values;
    }

    /** A parser of macro options. */
    private static final class MacroOptions {

        private final String text;
        private int at;

        private MacroOptions(String text) {
            this.text = text;
        }

        private boolean skipSpaces() {
            while (at < text.length() && text.charAt(at) == ' ') at++;
            return at < text.length();
        }

        private String until(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) at++;
            return text.substring(start, at);
        }

        private String value() {
            if (at == text.length() || text.charAt(at) == ' ') return "true";
            at++;
            char first = at < text.length() ? text.charAt(at) : ' ';
            return first == '[' ? enclosed('[', ']') : first == '\'' ? enclosed('\'', '\'') : until(" ");
        }

        private String enclosed(char open, char close) {
            int depth = 1, start = at + 1;
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == close) depth--;
                else if (c == open) depth++;
                if (depth == 0) {
                    at = i + 1;
                    return text.substring(start, i);
                }
            }
            throw new IllegalArgumentException(
                    "The option " + text.substring(start - 1).trim() + " has no closing " + close + ".");
        }
    }
}
