package io.github.neuralstyle;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.plot.Figure;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.Range;
import io.github.neuralstyle.util.RemainingTime;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The images that each half of the method reproduces from noise (Gatys, Ecker &amp; Bethge 2016, figures 1 and 2): an image
 * reconstructed from its features at one layer alone (Mahendran &amp; Vedaldi 2015), for several layers; and textures
 * with the style of the first layer, of the first two, and so on.
 *
 * @param image at the size of the pictures
 * @param style at most as large as the pictures
 * @param pictures those that were finished, in the order in which they were made
 * @param stopped whether it was stopped before its end
 */
public record FeatureVisualization(Pixels image, Pixels style, List<Picture> pictures, boolean stopped)
        implements Serializable {

    public static final Range SIZE =
            new Range("size", Options.SIZE.range().min(), Options.SIZE.range().max(), 256);

    /** The losses of style if no others are chosen. */
    public static final List<String> LOSSES = List.of("gram");

    /** The two halves of the method. */
    public enum Half {
        CONTENT,
        STYLE
    }

    /**
     * A picture made from noise.
     *
     * @param layers the one that was reconstructed, or those whose style the texture has
     */
    public record Picture(Half half, List<String> layers, Pixels pixels) implements Serializable {

        /** What it shows: the layer, or the depth and the last layer of it. */
        public String label() {
            return FeatureVisualization.label(half, layers);
        }
    }

    /**
     * Where the work stands.
     *
     * @param label of the picture that is being made
     * @param number of this picture among {@code count}, from 1
     * @param done from 0 to 1: the part of the whole work
     * @param left the time that the rest will take
     */
    public record State(Half half, String label, int number, int count, double done, Duration left)
            implements Serializable {}

    /** The defaults: 256 pixels, the standard number of steps, Gram matrices at the layers of {@link LossConfig#DEFAULT}. */
    public static Settings settings() {
        return settings(LOSSES, LossConfig.DEFAULT.styleLayers().keySet());
    }

    /**
     * The same with other textures.
     *
     * @param losses some of {@link #styleLosses}
     * @param styleLayers from the first on, of equal weight
     * @throws IllegalArgumentException if a loss is not one of style, or there is no loss or no layer
     */
    public static Settings settings(List<String> losses, Collection<String> styleLayers) {
        checkLosses(losses);
        return Preset.STATISTICS
                .settings()
                .withSize((int) SIZE.initial())
                .withLossConfig(LossConfig.DEFAULT
                        .withLosses(losses)
                        .withStyleLayers(LossConfig.equal(styleLayers.toArray(String[]::new))));
    }

    /** The names of the losses that textures may be made with. */
    public static List<String> styleLosses() {
        return Losses.names().stream()
                .filter(name -> Losses.hasStyleLoss(List.of(name)) && !Losses.hasNeighbors(List.of(name)))
                .toList();
    }

    /** The layers of the default reconstructions: those of style, and that of content, in the order of their names. */
    public static List<String> contentLayers() {
        return List.copyOf(new TreeSet<>(Stream.concat(
                        LossConfig.DEFAULT.styleLayers().keySet().stream(),
                        LossConfig.DEFAULT.contentLayers().keySet().stream())
                .toList()));
    }

    /**
     * Makes the pictures, first all reconstructions, then all textures.
     *
     * @param image to be reconstructed; all pictures have its proportions
     * @param style whose style the textures have; may be the same image
     * @param contentLayers to reconstruct from, each alone
     * @param settings its size, seed, style scale and number of steps, and its losses of style and layers of style;
     *          the rest is not used
     * @param progress receives the state after each step; may stop the work
     * @throws IllegalArgumentException if an image is too small, the model lacks a layer, or a loss is not one of style
     */
    public static FeatureVisualization run(
            FeatureModel model,
            Pixels image,
            Pixels style,
            List<String> contentLayers,
            Settings settings,
            ProgressListener<State> progress) {
        List<Size> sizes = Pyramid.sizes(image.width(), image.height(), settings.coarsest(), settings.size());
        Size size = sizes.get(sizes.size() - 1);
        Pyramid.requireMinSide("style", style.width(), style.height());
        Size styleSize = Pyramid.shrunk(style.width(), style.height(), size.longest() * settings.styleScale());
        checkLosses(settings.lossConfig().losses());
        List<VisualizationTask> tasks = VisualizationTask.all(model, contentLayers, settings, sizes.size());
        List<Picture> pictures = new ArrayList<>();
        RemainingTime left = new RemainingTime(System::nanoTime);
        try (LossGraph graph = new LossGraph(model)) {
            for (VisualizationTask task : tasks) {
                TransferResult result = task.run(graph, image, style, state -> {
                    double done = (pictures.size() + state.done()) / tasks.size();
                    return progress.update(new State(
                            task.half(),
                            label(task.half(), task.layers()),
                            pictures.size() + 1,
                            tasks.size(),
                            done,
                            left.after(done)));
                });
                if (result.stopped()) break;
                pictures.add(new Picture(task.half(), task.layers(), result.picture()));
            }
        }
        return new FeatureVisualization(
                Resampling.resize(image, size.width(), size.height()),
                Resampling.resize(style, styleSize.width(), styleSize.height()),
                pictures,
                pictures.size() < tasks.size());
    }

    private static void checkLosses(List<String> losses) {
        for (String loss : losses)
            if (!styleLosses().contains(loss))
                throw new IllegalArgumentException(
                        "losses has " + loss + "; it must be some of " + String.join(", ", styleLosses()) + ".");
    }

    private static String label(Half half, List<String> layers) {
        String last = layers.get(layers.size() - 1);
        return half == Half.CONTENT ? last : "depth " + layers.size() + (layers.size() == 1 ? ": " : ": to ") + last;
    }

    /** Both images and all pictures, a row for each half. */
    public Figure figure() {
        return new Figure(List.of(
                row("Content: reconstructed from one layer", Half.CONTENT, "the image", image),
                row("Style: textures with the style of the layers up to a depth", Half.STYLE, "the style", style)));
    }

    private Figure.Row row(String title, Half half, String originalLabel, Pixels original) {
        Stream<Figure.Panel> made = pictures.stream()
                .filter(picture -> picture.half == half)
                .map(picture -> new Figure.Panel(picture.label(), picture.pixels));
        return new Figure.Row(
                title,
                Stream.concat(Stream.of(new Figure.Panel(originalLabel, original)), made)
                        .toList());
    }
}
