package io.github.neuralstyle;

import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.loss.LayerWeights;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.transfer.Recoloring;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.Range;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every option of a style transfer, stated once. From here derive the command line and its help, the columns of lists and
 * manifests, the lines of an image's Info, the checks and messages, and what the dialogs are held to. A new option is one
 * entry here, in one of the lists, and a {@code @Parameter} of the dialog with the same name without dashes; its value is
 * {@link Settings#get}.
 */
public final class Options {

    /** In pixels. */
    public static final Option<Integer> SIZE =
            Option.integer(new Range("size", 64, 16384, 512), "Longest side of the result in pixels.");

    /** In pixels; if it is the size or more there is only one scale. */
    public static final Option<Integer> COARSEST = Option.integer(
            new Range("coarsest", Pyramid.MIN_SIDE, 16384, 64), "Longest side of the first scale in pixels, about.");

    public static final Option<Integer> STEPS = Option.integer(
                    new Range("steps", 1, 100000, Preset.STANDARD.steps()),
                    "Steps of the optimiser at each scale, instead of the preset's.")
            .withInitialText(() -> null);

    public static final Option<Integer> LAST_STEPS = Option.integer(
            new Range("last-steps", 0, 100000, Preset.STANDARD.lastSteps()),
            "Steps of the last phase, at full size, in which the loss neighbors compares each layer separately.");

    /** From 0, the content alone, to 1, the style alone. */
    public static final Option<Double> STRENGTH =
            Option.number(new Range("strength", 0, 1, 0.5), "From the content alone to the style alone.");

    public static final Option<Double> STYLE_SCALE = Option.number(
            new Range("style-scale", 0.1, 4, 1),
            "Longest side of the style image relative to the result's; it is never enlarged.");

    /** The weights of several styles instead of their own. */
    public static final Option<List<Double>> STYLE_WEIGHTS = Option.numbers(
                    "style-weights", List.of(), "A number from 0 for each style, separated by commas: its proportion.")
            .withInitialText(() -> "equal ones");

    /** The words of {@link #FINISH}: by the strength, or none. */
    public static final String ON = "on", OFF = "off";

    /** A word or the amount as a text; {@link Settings#finish} is what it means. */
    public static final Option<String> FINISH = Option.wordOrNumber(
            new Range("finish", 0, 1, 0),
            List.of(ON, OFF),
            ON,
            "Repaint the picture with the style's own pixels: by the strength, not, or from fine to broad.");

    public static final Option<Boolean> FINISH_ROTATIONS =
            Option.toggle("finish-rotations", false, "The finish uses the style also in its quarter turns.");

    public static final Option<Integer> NETWORK_SIZE = Option.integer(
            new Range("network-size", 64, 16384, 768),
            "Longest side in pixels at which the network works, for drafts 384; the finish makes larger results from there.");

    public static final Option<Recoloring.Mode> COLOR = Option.choice(
            "color",
            Recoloring.Mode.STYLE,
            "The style's colours, the content's (smooth, or pixel by pixel), or the content's in the style's palette.");

    public static final Option<Settings.Init> INIT =
            Option.choice("init", Settings.Init.CONTENT, "What the optimisation starts from.");

    public static final Option<Settings.Method> OPTIMIZER =
            Option.choice("optimizer", Settings.Method.ADAM, "The method of optimisation.");

    public static final Option<Settings.Variables> VARIABLES = Option.choice(
            "variables",
            Settings.Variables.PYRAMID,
            "What adam changes: bands of a pyramid in the style's colours, or pixels.");

    public static final Option<Long> SEED =
            Option.longInteger(new Range("seed", 0, Integer.MAX_VALUE, 0), "Seed of all random numbers.");

    public static final Option<String> MODEL = Option.text(
                    "model",
                    "NAME|DIR",
                    "compact-vgg",
                    "An installed network, or the folder of a TensorFlow SavedModel.")
            .withLegal(() -> "installed: " + String.join(", ", new ModelStore().names()));

    public static final Option<Precision> PRECISION = Option.choice(
                    "precision",
                    Precision.AUTO,
                    "The numbers in which the network computes: bfloat16 is faster, and auto takes it where the processor has it.")
            .withActual(Precision::here);

    /** The options that {@link Settings} have, with those of {@link LossConfig}. */
    public static final List<Option<?>> SETTINGS = Stream.concat(
                    Stream.of(
                            SIZE,
                            COARSEST,
                            STEPS,
                            LAST_STEPS,
                            STRENGTH,
                            STYLE_SCALE,
                            STYLE_WEIGHTS,
                            FINISH,
                            FINISH_ROTATIONS,
                            NETWORK_SIZE,
                            COLOR,
                            INIT,
                            OPTIMIZER,
                            VARIABLES,
                            SEED,
                            MODEL,
                            PRECISION),
                    LossConfig.OPTIONS.stream())
            .toList();

    /** Of one run: no part of how a picture is made, and in no list, manifest or provenance. */
    public static final Option<String> STATE = Option.text(
                    "state", "FILE", "", "A file that keeps the state of the run, to go on from it another time.")
            .withInitialText(() -> null);

    /** Stands for several: the steps, scales, optimizer and losses of a {@link Preset}. */
    public static final Option<Preset> PRESET = Option.choice(
                    "preset", Preset.STANDARD, "How long to work, or the whole method of the article.")
            .withLegal(() -> Stream.of(Preset.values())
                    .map(preset -> preset + " (" + preset.steps() + " steps)")
                    .collect(Collectors.joining(", ")));

    /** Stands for factors of the style layers' weights. */
    public static final Option<LayerWeights> LAYER_WEIGHTS = Option.choice(
            "layer-weights",
            LayerWeights.EQUAL,
            "Factors of the style layers' weights: 1, or each twice that of the next.");

    public static final Option<StackOptions.Start> START = Option.choice(
            "start", StackOptions.Start.CONTINUED, "What the pictures after the first of a sequence start from.");

    public static final Option<StackOptions.Channels> CHANNELS =
            Option.choice("channels", StackOptions.Channels.AUTO, "How channels make pictures.");

    public static final Option<IntensityMapping.Choice> RANGE = Option.choice(
            "range", IntensityMapping.Choice.MINMAX, "Which values are black and white if there are more than 8 bits.");

    public static final Option<Boolean> JOINT = Option.toggle("joint", false, "All channels have one range.");

    public static final Option<Double> SATURATED =
            Option.number(IntensityMapping.SATURATED, "Percent of the pixels outside the range, for percentiles.");

    public static final Option<Integer> FEATHER = Option.integer(
            new Range("feather", 0, 256, 0),
            "The width in pixels of the soft edge inside each region; 0 for a hard one.");

    /** In pixels. */
    public static final Option<Integer> STACK_SIZE = Option.integer(
            new Range("size", 0, 16384, 0),
            "The longest side of the result's planes in pixels; 0 for those of the image.");

    /** The options that {@link StackOptions} have. */
    public static final List<Option<?>> STACK = List.of(START, CHANNELS, RANGE, JOINT, SATURATED, FEATHER, STACK_SIZE);

    /** Which planes of a stack are made in ImageJ, and from what they start. */
    public enum Slices {
        CONTINUED,
        INDEPENDENT,
        CURRENT
    }

    public static final Option<Slices> SLICES = Option.choice(
            "slices",
            Slices.CONTINUED,
            "Slices and frames start from the previous one, or independently; or only the current one is made.");

    /** Whose colours the pictures of grey images have. */
    public enum Colors {
        CONTENT,
        STYLE
    }

    public static final Option<Colors> COLORS = Option.choice(
            "colors",
            Colors.CONTENT,
            "Grey images stay grey, with their own bit depth, or get the style's colours, of 8 bits.");

    /** What says which parts of an image are changed. */
    public enum Regions {
        SELECTION,
        LABELS,
        ROI_MANAGER
    }

    public static final Option<Regions> REGIONS = Option.choice(
            "regions",
            Regions.SELECTION,
            "What is changed: the selection, or all if there is none; or labels or ROIs, each with its style.");

    public static final Option<String> MORE_STYLES = Option.text(
            "morestyles", "TEXT", "", "Titles of open images or files, for a mixture, separated by semicolons.");

    public static final Option<String> REGION_STYLES = Option.text(
            "regionstyles", "TEXT", "", "Labels or names of ROIs and titles of open images, as 1=a.png; 2=b.png.");

    /** The options of dialogs and macros. */
    public static final List<Option<?>> DIALOG = Stream.of(
                    Stream.of(PRESET),
                    SETTINGS.stream(),
                    Stream.of(MORE_STYLES, STATE, SLICES, RANGE, JOINT, COLORS, REGIONS, REGION_STYLES, FEATHER))
            .flatMap(options -> options)
            .<Option<?>>map(option -> option)
            .toList();

    public static final Option<HistogramMatching.Mode> MODE = Option.choice(
            "mode",
            HistogramMatching.defaults().mode(),
            "The luminance, each channel, or colours along the template's principal axes; means and deviations; or stains.");

    public static final Option<HistogramMatching.Method> METHOD = Option.choice(
            "method",
            HistogramMatching.defaults().method(),
            "By rank, or by histograms, which keeps flat regions flat.");

    private Options() {}

    /**
     * Settings with some given as texts by the options' names instead, a preset before the others; what is blank or no
     * setting changes nothing.
     *
     * @throws IllegalArgumentException naming the option, its value and what is legal
     */
    public static Settings read(Settings settings, Map<String, String> texts) {
        Settings.Builder<Settings> builder = settings.toBuilder();
        String preset = texts.getOrDefault(PRESET.name(), "").strip();
        if (!preset.isEmpty()) PRESET.parse(preset).apply(builder);
        for (Option<?> option : Settings.ALL) {
            String text = texts.getOrDefault(option.name(), "").strip();
            if (!text.isEmpty()) builder.parse(option, text);
        }
        return builder.build();
    }
}
