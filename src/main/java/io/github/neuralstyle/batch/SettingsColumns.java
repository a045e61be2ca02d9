package io.github.neuralstyle.batch;

import static io.github.neuralstyle.util.Range.text;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.util.Range;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings as texts by the names of their options, the way lists and manifests hold them. */
public final class SettingsColumns {

    /** A list's column that stands for several: the steps, coarsest scale, optimizer and recipe of a {@link Preset}. */
    public static final String PRESET = "preset";

    private record Column(Function<Settings, String> write, BiFunction<Settings, String, Settings> read) {}

    private static final Map<String, Column> COLUMNS = new LinkedHashMap<>();

    static {
        add("size", s -> text(s.size()), (s, v) -> s.withSize((int) whole(Settings.SIZE, v)));
        add("coarsest", s -> text(s.coarsest()), (s, v) -> s.withCoarsest((int) whole(Settings.COARSEST, v)));
        add("steps", s -> text(s.steps()), (s, v) -> s.withSteps((int) whole(Settings.STEPS, v)));
        add("strength", s -> text(s.strength()), (s, v) -> s.withStrength(number(Settings.STRENGTH, v)));
        add("style-scale", s -> text(s.styleScale()), (s, v) -> s.withStyleScale(number(Settings.STYLE_SCALE, v)));
        add("init", s -> lower(s.init()), (s, v) -> s.withInit(choice("init", v, Settings.Init.values())));
        add(
                "optimizer",
                s -> lower(s.optimizer()),
                (s, v) -> s.withOptimizer(choice("optimizer", v, Settings.Method.values())));
        add("seed", s -> text(s.seed()), (s, v) -> s.withSeed(whole(Settings.SEED, v)));
        add("model", Settings::model, Settings::withModel);
        addOfRecipe("losses", r -> String.join(",", r.losses()), (r, v) -> r.withLosses(parts(v)));
        addOfRecipe(
                "content-layers",
                r -> layers(r.contentLayers()),
                (r, v) -> r.withContentLayers(layers("content-layers", v)));
        addOfRecipe(
                "style-layers", r -> layers(r.styleLayers()), (r, v) -> r.withStyleLayers(layers("style-layers", v)));
        addOfRecipe(
                "histogram-layers",
                r -> layers(r.histogramLayers()),
                (r, v) -> r.withHistogramLayers(layers("histogram-layers", v)));
        addOfRecipe(
                "shifts",
                r -> r.shifts().stream().map(String::valueOf).collect(Collectors.joining(",")),
                (r, v) -> r.withShifts(
                        parts(v).stream().map(part -> integer("shifts", part)).toList()));
        addOfRecipe("bins", r -> text(r.bins()), (r, v) -> r.withBins(integer("bins", v)));
    }

    private SettingsColumns() {}

    private static void add(
            String name, Function<Settings, String> write, BiFunction<Settings, String, Settings> read) {
        COLUMNS.put(name, new Column(write, read));
    }

    private static void addOfRecipe(
            String name, Function<LossConfig, String> write, BiFunction<LossConfig, String, LossConfig> read) {
        add(name, s -> write.apply(s.recipe()), (s, v) -> s.withRecipe(read.apply(s.recipe(), v)));
    }

    /** The names of all settings, without {@link #PRESET}. */
    public static List<String> names() {
        return List.copyOf(COLUMNS.keySet());
    }

    /** Every setting as text by its name, in the order of {@link #names}. */
    public static Map<String, String> write(Settings settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        COLUMNS.forEach((name, column) -> texts.put(name, column.write.apply(settings)));
        return texts;
    }

    /**
     * Settings with some given as texts instead, a preset before the others; what is blank or no setting changes nothing.
     *
     * @throws IllegalArgumentException naming the setting, its value and what is legal
     */
    public static Settings read(Settings settings, Map<String, String> texts) {
        String preset = texts.getOrDefault(PRESET, "");
        Settings result = preset.isBlank()
                ? settings
                : preset(settings, Preset.of(preset.strip()).settings());
        for (Map.Entry<String, Column> column : COLUMNS.entrySet()) {
            String value = texts.getOrDefault(column.getKey(), "").strip();
            if (!value.isEmpty()) result = column.getValue().read.apply(result, value);
        }
        return result;
    }

    private static Settings preset(Settings settings, Settings preset) {
        return settings.withSteps(preset.steps())
                .withCoarsest(preset.coarsest())
                .withOptimizer(preset.optimizer())
                .withRecipe(preset.recipe());
    }

    private static double number(Range range, String value) {
        try {
            return range.check(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(range.name() + " is " + value + "; it must be from " + range + ".");
        }
    }

    private static long whole(Range range, String value) {
        double number = number(range, value);
        if (number != Math.rint(number))
            throw new IllegalArgumentException(
                    range.name() + " is " + value + "; it must be a whole number from " + range + ".");
        return (long) number;
    }

    private static int integer(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " has " + value + "; it must be a whole number.");
        }
    }

    private static <E extends Enum<E>> E choice(String name, String value, E[] legal) {
        return Stream.of(legal)
                .filter(one -> one.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is " + value + "; it must be "
                        + Stream.of(legal).map(SettingsColumns::lower).collect(Collectors.joining(" or ")) + "."));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> parts(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).toList();
    }

    private static String layers(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .map(layer -> layer.getKey() + "=" + text(layer.getValue()))
                .collect(Collectors.joining(","));
    }

    private static Map<String, Double> layers(String name, String value) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : parts(value)) {
            String[] layer = part.split("=", 2);
            try {
                weights.put(layer[0].strip(), layer.length == 1 ? 1 : Double.parseDouble(layer[1]));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " has " + part + "; a layer's weight must be over 0.");
            }
        }
        return weights;
    }
}
