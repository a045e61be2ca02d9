package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Options.Slices;
import io.github.neuralstyle.PictureCount;
import io.github.neuralstyle.Region;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StackOptions;
import io.github.neuralstyle.StackTransfer;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.transfer.MemoryEstimate;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.StackState;
import io.github.neuralstyle.util.ProgressListener;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.imglib2.Dimensions;
import net.imglib2.FinalDimensions;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** A run of the command for all planes of an image. */
public final class StackRun {

    private final Hyperstack stack;
    private final boolean color;
    private final IntensityMapping depths;
    private final List<Region> regions;
    private final StackOptions options;
    private final Settings settings;

    /**
     * Checks what can be checked before the work.
     *
     * @param texts those of {@link OptionFields}
     * @param settings whose size is the result's longest side; with masks that of the pictures inside
     * @throws IllegalArgumentException if a parameter, the image or its size cannot be used
     */
    public StackRun(Map<String, String> texts, DescribedImg<?> image, List<Region> regions, Settings settings) {
        boolean current = Options.SLICES.parse(texts.get("slices")) == Slices.CURRENT;
        DescribedImg<?> part = (current ? image.sliceShown() : image).inMemory();
        Hyperstack original = new Hyperstack(part, part.metadata().axes());
        boolean toColor = Options.COLORS.parse(texts.get("colors")) == Options.Colors.STYLE;
        this.regions = regions;
        StackOptions wanted = options(texts, part.metadata().color() && !(part.getType() instanceof UnsignedByteType))
                .with(Options.STACK_SIZE, regions.get(0).mask() == null ? settings.size() : 0);
        depths = IntensityMapping.of(original, wanted.range(), wanted.joint(), wanted.saturated());
        boolean colored = part.metadata().color() || original.isArgb();
        stack = toColor && !colored ? original.inColor(depths) : original;
        color = part.metadata().color() || toColor && !colored;
        options = wanted.with(Options.CHANNELS, color ? StackOptions.Channels.COLOR : StackOptions.Channels.SEPARATE);
        this.settings = settings.withSize(StackTransfer.limit(stack, settings.size(), options));
        MemoryEstimate.check(stack.width(), stack.height(), this.settings.size());
    }

    private static StackOptions options(Map<String, String> texts, boolean joint) {
        return StackOptions.defaults()
                .with(Options.START, start(texts))
                .with(Options.RANGE, Options.RANGE.parse(texts.get("range")))
                .with(Options.JOINT, joint || Boolean.parseBoolean(texts.get("joint")))
                .with(Options.FEATHER, Options.FEATHER.parse(texts.get("feather")));
    }

    private static StackOptions.Start start(Map<String, String> texts) {
        return Options.SLICES.parse(texts.get("slices")) == Slices.INDEPENDENT
                ? StackOptions.Start.INDEPENDENT
                : StackOptions.Start.CONTINUED;
    }

    /** What is made. */
    public Plan plan() {
        return new Plan(
                Size.of(stack.width(), stack.height(), settings.size()),
                StackTransfer.pictures(stack, regions.size(), options),
                settings);
    }

    public StackTransfer.Result transfer(Function<Region, Painter> painters, ProgressListener<StackState> progress) {
        return StackTransfer.run(stack, regions, painters, options, progress);
    }

    /** The result with its axes. */
    public DescribedImg<?> describe(StackTransfer.Result result) {
        return DescribedImg.of(result.image(), new DescribedImg.Metadata("", stack.axes(), color, null));
    }

    /** Adds what the settings do not tell. */
    public RunInfo tell(RunInfo info, Map<String, String> texts, StackTransfer.Result result) {
        texts.forEach((name, value) -> {
            if (!Options.PRESET.name().equals(name) && !Options.isSetting(name)) info.add(name, value);
        });
        return info.add("range map", depths).add("pictures made", result.pictures() + " of " + result.all());
    }

    /** The pictures that an image would make, and their settings, at a glance. */
    public record Plan(Size size, PictureCount pictures, Settings settings) {

        public static Plan of(
                Map<String, String> texts, Dimensions image, DescribedImg.Metadata known, Settings settings) {
            List<Axis> axes = known.axes();
            boolean labelled = Options.REGIONS.parse(texts.get("regions")) != Options.Regions.SELECTION;
            int[] kept = IntStream.range(0, axes.size())
                    .filter(d -> Options.SLICES.parse(texts.get("slices")) != Slices.CURRENT
                            || List.of(Axis.X, Axis.Y, Axis.CHANNEL).contains(axes.get(d)))
                    .toArray();
            PictureCount pictures = PictureCount.of(
                    new FinalDimensions(
                            IntStream.of(kept).mapToLong(image::dimension).toArray()),
                    IntStream.of(kept).mapToObj(axes::get).toList(),
                    known.color(),
                    labelled ? new RegionStyles(texts.get("regionstyles")).most() : 1,
                    start(texts));
            int width = (int) image.dimension(0), height = (int) image.dimension(1);
            Settings limited = labelled || known.selection() != null
                    ? settings.withSize(Math.max(
                            (int) Options.SIZE.range().least(), Math.min(settings.size(), Math.max(width, height))))
                    : settings;
            return new Plan(Size.of(width, height, limited.size()), pictures, limited);
        }
    }
}
