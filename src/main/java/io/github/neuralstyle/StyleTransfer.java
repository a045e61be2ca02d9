package io.github.neuralstyle;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.util.List;
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
        try (LossGraph graph = new LossGraph(model);
                Painter painter = painter(graph, styles, settings, false)) {
            return painter.paint(content, null, progress);
        }
    }

    /**
     * A painter of several pictures in one style. It can be used by several threads at once.
     *
     * @param graph of the model; it can be closed before the painter, and shared with others
     * @param keep whether to keep the targets of the styles at each scale, so that they are computed for the first picture
     *          only; if not, less memory is needed
     */
    public static Painter painter(LossGraph graph, Styles styles, Settings settings, boolean keep) {
        return new Stylizer(graph, styles, settings, keep);
    }
}
