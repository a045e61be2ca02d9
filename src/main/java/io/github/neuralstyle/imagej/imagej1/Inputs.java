package io.github.neuralstyle.imagej.imagej1;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.SampleStyles;
import io.github.neuralstyle.util.Range;
import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    private static final String NO_IMAGE = "No image is open; open the images first.", STYLE = "styleimage";

    /** Other names of parameters in macros, for commands that have none of these names. */
    private static final Map<String, String> SYNONYMS =
            Map.of("content", "image", "source", "image", "style", STYLE, "template", STYLE);

    private final Module module;
    private final List<ModuleItem<?>> items = new ArrayList<>(), shown = new ArrayList<>();

    public Inputs(Module module) {
        this.module = module;
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            if (isGiven(item)) items.add(item);
            if (isGiven(item) || isMessage(item)) shown.add(item);
        }
    }

    /** Whether a user gives it, by a dialog or a macro. */
    public static boolean isGiven(ModuleItem<?> item) {
        Class<?> type = item.getType();
        return !isMessage(item)
                && item.getVisibility() != ItemVisibility.INVISIBLE
                && !Service.class.isAssignableFrom(type)
                && !Context.class.isAssignableFrom(type)
                && !Button.class.isAssignableFrom(type);
    }

    public List<ModuleItem<?>> items() {
        return items;
    }

    /** Those and, at their places among them, the messages. */
    public List<ModuleItem<?>> shown() {
        return shown;
    }

    public static boolean isMessage(ModuleItem<?> item) {
        return item.getVisibility() == ItemVisibility.MESSAGE;
    }

    public static boolean isImage(ModuleItem<?> item) {
        return RandomAccessibleInterval.class.isAssignableFrom(item.getType());
    }

    /** Whether an input is an image to take the style or the colours from, which need not be open. */
    public static boolean isStyle(ModuleItem<?> item) {
        return item.getName().equals(STYLE);
    }

    /** The name of a parameter that once had, or may have, another one. */
    public static String current(String name) {
        return SYNONYMS.getOrDefault(name, name);
    }

    /** @throws IllegalArgumentException if an image must be open and none is */
    public void checkImages() {
        if (WindowManager.getImageCount() == 0 && items.stream().anyMatch(item -> isImage(item) && item.isRequired()))
            throw new IllegalArgumentException(NO_IMAGE);
    }

    /** The default of an input, or null if it has none. */
    public Object initial(ModuleItem<?> item) {
        return isImage(item) && item.isAutoFill() ? WindowManager.getCurrentImage() : module.getInput(item.getName());
    }

    /**
     * The values of all inputs by their names, images as ImagePlus or, if they are not open, as DescribedImg; of those not
     * given, the defaults.
     *
     * @param given texts by the names of inputs
     * @throws IllegalArgumentException if an input is missing or unknown, or a text is not a value of it
     */
    public Map<String, Object> values(Map<String, String> given) {
        List<String> names = items.stream().map(ModuleItem::getName).toList();
        Map<String, String> texts = new LinkedHashMap<>();
        given.forEach((key, text) ->
                texts.put(names.contains(current(key)) && !names.contains(key) ? current(key) : key, text));
        for (String key : texts.keySet())
            if (!names.contains(key))
                throw new IllegalArgumentException(
                        "There is no option " + key + "; there are " + String.join(", ", names) + ".");
        Map<String, Object> values = new LinkedHashMap<>();
        for (ModuleItem<?> item : items) {
            String text = texts.get(item.getName());
            if (item.getType() == File.class && text != null && text.isBlank()) text = null;
            Object value = text == null ? initial(item) : value(item, text);
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

    /**
     * The image that a macro means: of a title, where the active image precedes others of the same title; of an id; a
     * {@link SampleStyles sample}; or of a file.
     */
    private static Object image(String name, String title) {
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
        DescribedImg<?> file = DescribedImg.file(title);
        if (file != null) return file;
        String[] titles = WindowManager.getImageTitles();
        throw new IllegalArgumentException(name + " is " + title + ", which is not open; "
                + (titles.length == 0 ? "no image is open." : "open are " + String.join(", ", titles) + "."));
    }

    /** The value of an input's text. @throws IllegalArgumentException if it is none */
    public Object value(ModuleItem<?> item, String text) {
        Class<?> type = item.getType();
        if (isImage(item)) return text.isEmpty() ? null : image(item.getName(), text);
        if (type == String.class) return text;
        if (type == File.class) return new File(text);
        if (type == boolean.class || type == Boolean.class) return truth(item.getName(), text);
        try {
            BigDecimal number = new BigDecimal(text);
            if (item.getMinimumValue() instanceof Number least && item.getMaximumValue() instanceof Number most)
                new Range(item.getName(), least.doubleValue(), most.doubleValue(), least.doubleValue())
                        .check(number.doubleValue());
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
}
