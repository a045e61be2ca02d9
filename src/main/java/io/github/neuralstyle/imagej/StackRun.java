package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Options.Slices;
import io.github.neuralstyle.PictureCount;
import io.github.neuralstyle.Region;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StackOptions;
import io.github.neuralstyle.StackTransfer;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.imglib2.FinalDimensions;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** A run of the style transfer command for all planes of an image. */
public final class StackRun {

    private final ImageJ2Bridge bridge;
    private final Map<String, String> texts;
    private final DescribedImg<?> content;
    private final List<DescribedImg<?>> styles;
    private final Img<?> labels;
    private final Settings requested;
    private final RunSummary summary = new RunSummary();
    private final Hyperstack stack;
    private final boolean color;
    private final IntensityMapping mapping;
    private final List<Region> regions;
    private final StackOptions options;
    private final Settings settings;

    private StackTransfer.Result result;

    /**
     * Checks what can be checked before the work.
     *
     * @param texts those of {@link OptionFields}
     * @param labels null for none
     * @throws IllegalArgumentException if a parameter, an image or its size cannot be used
     */
    public StackRun(ImageJ2Bridge bridge, Map<String, String> texts, Img<?> image, Img<?> styleImage, Img<?> labels) {
        this.bridge = bridge;
        this.texts = texts;
        this.labels = labels;
        requested = withAbsoluteState(Options.read(Settings.defaults(), texts));
        boolean current = isCurrent(texts);
        styles = Regions.styleImages(bridge, styleImage, texts.getOrDefault(Options.MORE_STYLES.name(), ""));
        content = bridge.described(image, current);
        regions = regions(bridge, texts, content, styles, labels);
        DescribedImg<?> part = (current ? content.sliceShown() : content).inMemory();
        Hyperstack original = new Hyperstack(part, part.metadata().axes());
        boolean toColor = Options.COLORS.parse(texts.get("colors")) == Options.Colors.STYLE;
        StackOptions wanted = options(texts, part.metadata().color() && !(part.getType() instanceof UnsignedByteType))
                .with(Options.STACK_SIZE, regions.get(0).mask() == null ? requested.size() : 0);
        mapping = IntensityMapping.of(original, wanted.range(), wanted.joint(), wanted.saturated());
        boolean colored = part.metadata().color() || original.isArgb();
        stack = toColor && !colored ? original.inColor(mapping) : original;
        color = part.metadata().color() || toColor && !colored;
        options = wanted.with(Options.CHANNELS, color ? StackOptions.Channels.COLOR : StackOptions.Channels.SEPARATE);
        settings = StackTransfer.limited(stack, requested.with(Options.STYLE_WEIGHTS, List.of()), options);
        Forecast.checkMemory(stack.width(), stack.height(), settings);
        int pictures = plan().pictures().all();
        if (pictures > 1 && !requested.get(Options.STATE).isEmpty())
            throw new IllegalArgumentException(
                    "state is " + requested.get(Options.STATE) + "; it is for one picture, and this run makes "
                            + pictures + ": leave it out, or choose the current slice.");
    }

    /** The engine's process has another working folder. */
    private static Settings withAbsoluteState(Settings settings) {
        String state = settings.get(Options.STATE);
        return state.isEmpty()
                ? settings
                : settings.with(Options.STATE, Path.of(state).toAbsolutePath().toString());
    }

    /** Checks what needs no pixels of the content, with the same errors. */
    public static void check(
            ImageJ2Bridge bridge, Map<String, String> texts, Img<?> image, Img<?> styleImage, Img<?> labels) {
        Plan plan = Plan.of(bridge, texts, image);
        new ModelStore().check(plan.settings().model());
        Forecast.checkMemory(plan.size().width(), plan.size().height(), plan.settings());
        DescribedImg<?> content = bridge.described(image, isCurrent(texts));
        String more = texts.getOrDefault(Options.MORE_STYLES.name(), "");
        regions(bridge, texts, content, Regions.styleImages(bridge, styleImage, more), labels);
    }

    private static List<Region> regions(
            ImageJ2Bridge bridge,
            Map<String, String> texts,
            DescribedImg<?> content,
            List<DescribedImg<?>> styles,
            Img<?> labels) {
        List<Double> given = Options.read(Settings.defaults(), texts).get(Options.STYLE_WEIGHTS);
        return new Regions(bridge, content, styles, Style.weights(given, styles.size()))
                .of(texts.get("regions"), labels, texts.get("regionstyles"));
    }

    private static StackOptions options(Map<String, String> texts, boolean joint) {
        return StackOptions.defaults()
                .with(Options.START, start(texts))
                .with(Options.RANGE, Options.RANGE.parse(texts.get("range")))
                .with(Options.JOINT, joint || Boolean.parseBoolean(texts.get("joint")))
                .with(Options.FEATHER, Options.FEATHER.parse(texts.get("feather")));
    }

    private static boolean isCurrent(Map<String, String> texts) {
        return Options.SLICES.parse(texts.get("slices")) == Slices.CURRENT;
    }

    private static StackOptions.Start start(Map<String, String> texts) {
        return Options.SLICES.parse(texts.get("slices")) == Slices.INDEPENDENT
                ? StackOptions.Start.INDEPENDENT
                : StackOptions.Start.CONTINUED;
    }

    /** Makes the pictures; returns false if the run was cancelled. */
    public boolean run(Engine engine, RunProgress progress) throws IOException {
        Plan plan = plan();
        Function<Region, Painter> painters = region -> {
            progress.prepare("Starting the engine");
            Painter painter = engine.painter(
                    Style.read(region.styles()),
                    plan.settings(),
                    plan.pictures().all() > 1);
            progress.prepare("Preparing");
            return painter;
        };
        result = progress.await(
                () -> StackTransfer.run(stack, regions, painters, options.with(plan.settings()), state -> {
                    summary.add(state.step(), state.done());
                    return progress.update(state);
                }));
        return result != null;
    }

    private Plan plan() {
        return new Plan(
                Size.of(stack.width(), stack.height(), settings.size()),
                StackTransfer.pictures(stack, regions.size(), options),
                settings);
    }

    public int steps() {
        return result.steps();
    }

    /** Remembers the time, for the next forecast. */
    public void learn(Forecast forecast) {
        if (!result.stopped()) forecast.learn(plan(), summary.secondsAfterFirst(), summary.partAfterFirst());
    }

    /** The result with its axes and an account of how it was made. */
    public Img<?> output() {
        RunInfo info = new RunInfo("Style Transfer").image("content", content);
        for (int i = 0; i < styles.size(); i++) info.image(i == 0 ? "style" : "style " + (i + 1), styles.get(i));
        info.settings(requested);
        if (Options.REGIONS.parse(texts.get("regions")) == Options.Regions.LABELS) info.image("labels", labels);
        Map<String, String> others = new LinkedHashMap<>(texts);
        others.keySet().removeAll(requested.texts().keySet());
        others.remove(Options.PRESET.name());
        others.forEach(info::add);
        info.add("range map", mapping)
                .add("pictures made", result.pictures() + " of " + result.all())
                .run(summary, result.stopped());
        return bridge.outputStack(result.image(), stack.axes(), color, content, "-style", info.toString());
    }

    /** The number and size of the pictures of an image, and their settings. */
    public record Plan(Size size, PictureCount pictures, Settings settings) {

        /** Null for no image. */
        public static Plan of(ImageJ2Bridge bridge, Map<String, String> texts, Img<?> image) {
            if (image == null) return null;
            Settings settings = Options.read(Settings.defaults(), texts);
            DescribedImg.Metadata known = bridge.metadata(image);
            List<Axis> axes = known.axes();
            boolean labelled = Options.REGIONS.parse(texts.get("regions")) != Options.Regions.SELECTION;
            int[] kept = IntStream.range(0, axes.size())
                    .filter(d -> !isCurrent(texts)
                            || List.of(Axis.X, Axis.Y, Axis.CHANNEL).contains(axes.get(d)))
                    .toArray();
            PictureCount pictures = PictureCount.of(
                    new FinalDimensions(
                            IntStream.of(kept).mapToLong(image::dimension).toArray()),
                    IntStream.of(kept).mapToObj(axes::get).toList(),
                    known.color(),
                    labelled ? Regions.maxStyles(texts.get("regionstyles")) : 1,
                    start(texts));
            int width = (int) image.dimension(0), height = (int) image.dimension(1);
            int own = Math.max((int) Options.SIZE.range().min(), Math.max(width, height));
            Settings limited = settings;
            if (labelled || known.selection() != null)
                limited = settings.finish().isEmpty()
                        ? settings.withSize(Math.min(settings.size(), own))
                        : settings.withSize(own).withNetworkSize(settings.networkSize());
            return new Plan(Size.of(width, height, limited.size()), pictures, limited);
        }
    }
}
