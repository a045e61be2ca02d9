package io.github.neuralstyle;

import io.github.neuralstyle.StackOptions.Channels;
import io.github.neuralstyle.StackOptions.Start;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.image.IntensityRange;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.PlaneValues;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.StackState;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.RemainingTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.IntegerType;

/**
 * Style transfer of images of any number of axes, plane by plane: stacks, time series, hyperstacks, with regions that have
 * their own styles. The result has the type, the axes and, unless {@link StackOptions#size} is another, the size of the input; then pixels outside of all regions are unchanged.
 *
 * <p>
 * A plane of X and Y is a picture: of colours if the image is ARGB or its three channels are (see {@link Channels}), else
 * grey, whose result is its luminance. Along Z and time, each picture may continue the previous one; other axes and channels
 * start independently, with the same seed. Regions are processed one after the other, later ones over earlier ones.
 */
public final class StackTransfer {

    /**
     * The result.
     *
     * @param depths which values were black and white
     * @param pictures how many were made, of {@code all}
     * @param steps how many were made, over all pictures
     * @param stopped whether it was stopped before its end: the pictures that were not finished are as in the input,
     *          unless there was but one, which is then as far as it came
     */
    public record Result(Img<?> image, IntensityMapping depths, int pictures, int all, int steps, boolean stopped) {}

    private final Hyperstack in, out;
    private final Img<?> result;
    private final IntensityMapping mapping;
    private final boolean color;
    private final boolean goOn;
    private final List<Integer> order;
    private final ProgressListener<StackState> progress;
    private final long[] position;
    private final int all;
    private final RemainingTime left = new RemainingTime(System::nanoTime);
    private int pictures, steps;
    private boolean stopped;

    private StackTransfer(Hyperstack in, int regions, StackOptions options, ProgressListener<StackState> progress) {
        this.in = in;
        this.progress = progress;
        color = isColor(in, options.channels());
        goOn = options.start() == Start.CONTINUED;
        mapping = IntensityMapping.of(in, options.range(), options.joint(), options.saturated());
        List<Axis> axes = in.axes();
        order = IntStream.range(0, axes.size())
                .boxed()
                .filter(d -> axes.get(d) != Axis.X && axes.get(d) != Axis.Y && !(color && axes.get(d) == Axis.CHANNEL))
                .sorted(Comparator.comparingInt(d ->
                        List.of(Axis.OTHER, Axis.CHANNEL, Axis.Z, Axis.TIME).indexOf(axes.get(d))))
                .toList();
        position = new long[axes.size()];
        all = pictures(in, regions, options).all();
        Size size = size(in, options);
        result = in.copy(size.width(), size.height());
        out = in.with(result);
    }

    /** Of the result's planes. */
    private static Size size(Hyperstack in, StackOptions options) {
        return options.size() == 0
                ? new Size(in.width(), in.height())
                : Size.of(in.width(), in.height(), options.size());
    }

    private static boolean isColor(Hyperstack in, Channels channels) {
        if (in.isArgb() || channels == Channels.SEPARATE) return false;
        if (channels == Channels.COLOR && in.channels() != 3)
            throw new IllegalArgumentException(
                    "channels is color and the image has " + in.channels() + "; it must have 3: choose separate.");
        return channels == Channels.COLOR
                || in.channels() == 3
                        && in.image().getType() instanceof IntegerType<?> type
                        && type.getBitsPerPixel() <= 8;
    }

    /**
     * Makes the image.
     *
     * @param image of a RealType or ARGB
     * @param axes what each of its dimensions stands for
     * @param regions at least one
     * @param settings of every picture; its size is a limit for the network, as pictures are made at the size of the
     *          result's planes if that is smaller, and else carried on to it by the finish, or enlarged without one
     * @param progress receives the state after each step; may stop the work
     * @throws IllegalArgumentException if an image, mask or axis cannot be used, or the model lacks a layer
     */
    public static Result run(
            FeatureModel model,
            RandomAccessibleInterval<?> image,
            List<Axis> axes,
            List<Region> regions,
            Settings settings,
            StackOptions options,
            ProgressListener<StackState> progress) {
        Hyperstack stack = new Hyperstack(image, axes);
        Settings limited = limited(stack, settings, options);
        boolean several = pictures(stack, 1, options).all() > 1;
        try (LossGraph graph = new LossGraph(model, settings.get(Options.PRECISION))) {
            return run(
                    stack,
                    regions,
                    region -> StyleTransfer.painter(graph, Style.read(region.styles()), limited, several),
                    options.with(settings),
                    progress);
        }
    }

    /** How many pictures an image makes. */
    public static PictureCount pictures(Hyperstack stack, int regions, StackOptions options) {
        return PictureCount.of(
                stack.image(), stack.axes(), isColor(stack, options.channels()), regions, options.start());
    }

    /** The same settings at the size of the result's planes. Without a finish, a smaller size of theirs stays. */
    public static Settings limited(Hyperstack stack, Settings settings, StackOptions options) {
        int planes =
                Math.max((int) Options.SIZE.range().min(), size(stack, options).longest());
        return settings.finish().isEmpty() || planes > Options.SIZE.range().max()
                ? settings.withSize(Math.min(settings.size(), planes))
                : settings.withSize(planes).withNetworkSize(settings.networkSize());
    }

    /**
     * The same with pictures of any making.
     *
     * @param painters gives what paints a region; it is closed in the end. The pictures may be of any size.
     */
    public static Result run(
            Hyperstack stack,
            List<Region> regions,
            Function<Region, Painter> painters,
            StackOptions options,
            ProgressListener<StackState> progress) {
        if (regions.isEmpty())
            throw new IllegalArgumentException("There is no region; give at least one, or the whole image as one.");
        if (options.size() > 0 && regions.stream().anyMatch(region -> region.mask() != null))
            throw new IllegalArgumentException("The result's size is " + options.size()
                    + ", and there are regions with masks; with them it must be 0, for the image's own size.");
        List<float[]> alphas =
                regions.stream().map(region -> alpha(stack, region, options)).toList();
        StackTransfer transfer = new StackTransfer(stack, regions.size(), options, progress);
        List<Painter> all = new ArrayList<>();
        try {
            regions.forEach(region -> all.add(painters.apply(region)));
            for (int region = 0; region < all.size() && !transfer.stopped; region++)
                try (Painter painter = all.get(region)) {
                    transfer.paint(0, null, new Pass(region, painter, alphas.get(region)));
                }
        } finally {
            all.forEach(Painter::close);
        }
        return new Result(
                transfer.result, transfer.mapping, transfer.pictures, transfer.all, transfer.steps, transfer.stopped);
    }

    private static float[] alpha(Hyperstack stack, Region region, StackOptions options) {
        if (region.mask() != null)
            return Mask.of(region.mask(), "content", stack.width(), stack.height())
                    .feathered(options.feather());
        Size size = size(stack, options);
        float[] alpha = new float[Math.multiplyExact(size.width(), size.height())];
        Arrays.fill(alpha, 1);
        return alpha;
    }

    /** What paints a region. */
    private record Pass(int region, Painter painter, float[] alpha) {}

    /**
     * Paints what the axes from one on span, the fastest last.
     *
     * @return the first picture, from which the next along a slower axis may go on
     */
    private Painter.Previous paint(int axis, Painter.Previous previous, Pass pass) {
        if (axis == order.size()) return picture(previous, pass);
        int d = order.get(axis);
        boolean goesOn = goOn && (in.axes().get(d) == Axis.Z || in.axes().get(d) == Axis.TIME);
        Painter.Previous first = null, last = previous;
        for (long i = 0; i < in.image().dimension(d) && !stopped; i++) {
            position[d] = i;
            last = paint(axis + 1, goesOn ? last : null, pass);
            first = i == 0 ? last : first;
        }
        return first;
    }

    private Painter.Previous picture(Painter.Previous previous, Pass pass) {
        List<IntensityRange> ranges = color || in.isArgb()
                ? mapping.channels()
                : List.of(mapping.channels().get(channel()));
        Pixels plane = PlaneValues.read(planes(in), ranges);
        Painter.Previous moved = previous == null ? null : previous.follow(plane);
        Pixels content = previous == null ? plane : moved.taken(plane);
        TransferResult made = pass.painter.paint(content, moved, state -> report(state, pass.region));
        steps += made.steps();
        stopped = made.stopped();
        if (stopped && all > 1) return null;
        Pixels picture = Resampling.resize(made.picture(), out.width(), out.height());
        PlaneValues.write(picture, pass.alpha, planes(out), ranges);
        pictures++;
        return new Painter.Previous(content, made.network() == null ? picture : made.network(), made.finish());
    }

    private int channel() {
        int axis = in.axes().indexOf(Axis.CHANNEL);
        return axis < 0 ? 0 : (int) position[axis];
    }

    private List<RandomAccessibleInterval<?>> planes(Hyperstack stack) {
        return color ? stack.channels(position) : List.of(stack.plane(position));
    }

    private boolean report(TransferState step, int region) {
        double done = (pictures + step.done()) / all;
        return progress.update(
                new StackState(pictures + 1, all, region, position.clone(), done, left.after(done), step));
    }
}
