package io.github.neuralstyle;

import io.github.neuralstyle.finish.FinishForecast;
import io.github.neuralstyle.finish.FinishOptions;
import io.github.neuralstyle.finish.Turn;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.FinishingPainter;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.transfer.MemoryEstimate;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Recoloring;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import net.imglib2.RandomAccessibleInterval;

/**
 * Makes pictures with the content of one image in the style of others (Gatys, Ecker &amp; Bethge 2016, <i>Image style
 * transfer using convolutional neural networks</i>).
 */
public final class StyleTransfer {

    private StyleTransfer() {}

    /**
     * Makes a picture.
     *
     * @param content (X,Y), (X,Y,3) or ARGB; values as in sRGB from 0 to 255
     * @param styles at least one
     * @param progress receives the state after each step; may stop the work, and the picture so far is the result
     * @throws IllegalArgumentException if an image is too small or of another kind, or the model lacks a layer
     * @throws InsufficientMemoryException if TensorFlow cannot allocate memory
     */
    public static TransferResult run(
            FeatureModel model,
            RandomAccessibleInterval<?> content,
            List<Style> styles,
            Settings settings,
            ProgressListener<TransferState> progress) {
        return run(model, Pixels.of(content), Style.read(styles), settings, progress);
    }

    /**
     * Makes a picture of images that have been read.
     *
     * @param weights over 0, one for each style
     * @see #run(FeatureModel, RandomAccessibleInterval, List, Settings, ProgressListener)
     */
    public static TransferResult run(
            FeatureModel model,
            Pixels content,
            List<Pixels> styles,
            double[] weights,
            Settings settings,
            ProgressListener<TransferState> progress) {
        return run(model, content, Styles.of(styles, weights), settings, progress);
    }

    private static TransferResult run(
            FeatureModel model,
            Pixels content,
            Styles styles,
            Settings settings,
            ProgressListener<TransferState> progress) {
        try (LossGraph graph = new LossGraph(model, settings.get(Options.PRECISION));
                Painter painter = painter(graph, styles, settings, false)) {
            return painter.paint(content, null, progress);
        }
    }

    /**
     * A painter of several pictures in one style. It can be used by several threads at once.
     *
     * @param all the styles, whose proportions are those of {@link Options#STYLE_WEIGHTS} where the settings have any
     * @param graph of the model in the precision of the settings; it can be closed before the painter, and shared with others
     * @param keep whether to keep the targets of the styles at each scale, so that they are computed for the first picture
     *          only; if not, less memory is needed
     * @throws IllegalArgumentException if the settings have other weights than one for each style
     */
    public static Painter painter(LossGraph graph, Styles all, Settings settings, boolean keep) {
        List<Double> weights = settings.get(Options.STYLE_WEIGHTS);
        Styles styles = weights.isEmpty()
                ? all
                : all.withWeights(Style.weights(weights, all.images().size()));
        if (settings.isContentAlone())
            return (content, before, progress) -> contentAlone(content, settings.size(), progress);
        Painter painter = inColorsOfStyle(graph, styles, settings, keep);
        return Recoloring.of(settings.color(), painter, styles);
    }

    private static Painter inColorsOfStyle(LossGraph graph, Styles styles, Settings settings, boolean keep) {
        ToIntFunction<Size> tiles = network -> tileSide(network, settings);
        if (settings.finish().isEmpty()) return new Stylizer(graph, styles, settings, tiles, keep);
        Settings ofNetwork = settings.withSize(settings.networkSize());
        Painter network = new Stylizer(graph, styles, ofNetwork, tiles, keep);
        try {
            return finishing(network, styles, settings, keep);
        } catch (IllegalArgumentException e) {
            network.close();
            throw e;
        }
    }

    private static TransferResult contentAlone(Pixels content, int longest, ProgressListener<TransferState> progress) {
        Size size = Size.of(content.width(), content.height(), longest);
        Pixels picture = Resampling.resize(content, size.width(), size.height());
        boolean goesOn = progress.update(
                new TransferState(1, 1, size.width(), size.height(), 0, 0, 1, Map.of(), Duration.ZERO, () -> picture));
        return new TransferResult(picture, 0, !goesOn);
    }

    /** @param settings with a finish */
    static FinishingPainter finishing(Painter network, Styles styles, Settings settings, boolean keep) {
        FinishingPainter.Plan plan = new FinishingPainter.Plan(
                settings.size(), content -> settings.phases(content.width(), content.height(), false));
        return new FinishingPainter(network, styles, plan, finishOptions(settings), keep);
    }

    private static FinishOptions finishOptions(Settings settings) {
        List<Turn> turns = settings.get(Options.FINISH_ROTATIONS)
                ? List.of(Turn.NONE, Turn.QUARTER, Turn.HALF, Turn.THREE_QUARTERS)
                : List.of(Turn.NONE);
        return FinishOptions.of(settings.finish().getAsDouble())
                .withScale(settings.styleScale())
                .withTurns(turns);
    }

    /**
     * About how long the finish of a picture takes on this machine.
     *
     * @param network size of the network's picture
     * @param settings with a finish
     */
    public static double finishSeconds(Size network, Size result, Settings settings) {
        FinishOptions options = finishOptions(settings);
        return FinishForecast.of(network, options, result).coreSeconds() / options.threads();
    }

    /** @throws IllegalArgumentException if this machine has not enough memory for files of pictures made at a time */
    public static void checkMemory(int width, int height, Settings settings, int pictures) {
        checkMemory(width, height, settings, pictures, MemoryEstimate.DRAWN);
    }

    /** The same for other results. @param perPixel of a finish's: {@link MemoryEstimate#IN_MEMORY} or {@link MemoryEstimate#DRAWN} */
    public static void checkMemory(int width, int height, Settings settings, int pictures, double perPixel) {
        Pyramid.sizes(width, height, settings.networkSize(), settings.networkSize());
        MemoryEstimate.check(
                settings.size(),
                Size.of(width, height, settings.size()),
                pictures,
                size -> memory(width, height, settings.withSize(size), pictures, perPixel));
    }

    /** The bytes that pictures made at a time need. @param perPixel as in {@link #checkMemory} */
    public static double memory(int width, int height, Settings settings, int pictures, double perPixel) {
        Size result = Size.of(width, height, settings.size());
        if (settings.isContentAlone()) return MemoryEstimate.resized(result, pictures);
        Size network = Size.of(width, height, settings.networkSize());
        int tile = pictures == 1 ? tileSide(network, settings) : LossGraph.WHOLE;
        return pictures * finishBytes(network, result, settings, perPixel)
                + MemoryEstimate.network(network, settings.lossConfig().losses(), width(settings), pictures, tile);
    }

    /** The side of tiles for the network's picture, as {@link LossGraph#targets} has it: the largest that fits. */
    private static int tileSide(Size network, Settings settings) {
        Size result = Size.of(network.width(), network.height(), settings.size());
        double free = MemoryEstimate.limit() - finishBytes(network, result, settings, MemoryEstimate.IN_MEMORY);
        return MemoryEstimate.tileSide(network, settings.lossConfig().losses(), width(settings), free);
    }

    private static double width(Settings settings) {
        return new ModelStore().width(settings.model());
    }

    private static double finishBytes(Size network, Size result, Settings settings, double perPixel) {
        if (settings.finish().isEmpty()) return 0;
        return finishHeap(network, result, settings) + perPixel * result.width() * result.height();
    }

    /** 0 where the finish will refuse the size. */
    private static long finishHeap(Size network, Size result, Settings settings) {
        try {
            return FinishForecast.of(network, finishOptions(settings), result).heapBytes();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
