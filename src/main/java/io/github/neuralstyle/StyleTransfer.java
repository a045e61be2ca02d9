package io.github.neuralstyle;

import io.github.neuralstyle.image.Margin;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.Balance;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.LossGraphs;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.optimize.Adam;
import io.github.neuralstyle.optimize.LBfgs;
import io.github.neuralstyle.optimize.Objective;
import io.github.neuralstyle.optimize.Optimizer;
import io.github.neuralstyle.transfer.BestIterate;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.StepClock;
import io.github.neuralstyle.transfer.StyleColors;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/**
 * Makes pictures with the content of one image in the style of others (Gatys, Ecker &amp; Bethge 2016): the pixels are
 * the variables of an optimisation, which goes from coarse to fine. {@link #run} makes one picture; an object of this
 * class makes several in one style, what it knows of the style at each size being computed once.
 */
public final class StyleTransfer implements Painter {

    /** Grey levels per step of Adam at the beginning of a scale, and the part of it at the end. */
    private static final double RATE = 5, LAST_RATE = 0.2;

    /** Iterations that L-BFGS remembers. */
    private static final int HISTORY = 10;

    private static final float GREY = 127.5f, NOISE = 40;

    private final LossGraphs graphs;
    private final boolean ownGraphs;
    private final Styles styles;
    private final Settings settings;
    private final StyleColors colors;
    private final double strength;
    private final boolean keep;
    private final Map<Size, LossGraph> losses = new HashMap<>();

    /**
     * Reads the styles.
     *
     * @param styles at least one
     * @param keep whether to keep what is known of them at each size, for further pictures; if not, it takes less memory
     * @throws IllegalArgumentException if an image, or the part of it within its mask, is too small or of another kind
     */
    public StyleTransfer(FeatureModel model, List<Style> styles, Settings settings, boolean keep) {
        this(model, Style.read(styles), settings, keep);
    }

    private StyleTransfer(FeatureModel model, Styles styles, Settings settings, boolean keep) {
        this(new LossGraphs(model), true, styles, settings, keep);
    }

    /** The same of styles that are read, with graphs that are there for others, too. */
    public StyleTransfer(LossGraphs graphs, Styles styles, Settings settings, boolean keep) {
        this(graphs, false, styles, settings, keep);
    }

    private StyleTransfer(LossGraphs graphs, boolean ownGraphs, Styles styles, Settings settings, boolean keep) {
        this.graphs = graphs;
        this.ownGraphs = ownGraphs;
        this.styles = styles;
        this.settings = settings;
        this.strength = Losses.learnStyle(settings.recipe().losses()) ? settings.strength() : 0;
        this.colors = new StyleColors(styles, strength);
        this.keep = keep;
    }

    /**
     * Makes the picture.
     *
     * @param content (X,Y), (X,Y,3) or ARGB
     * @param styles at least one
     * @param progress told of each step; may stop the work
     * @throws IllegalArgumentException if an image is too small or of another kind, or the model lacks a layer
     */
    public static TransferResult run(
            FeatureModel model,
            RandomAccessibleInterval<?> content,
            List<Style> styles,
            Settings settings,
            ProgressListener<TransferState> progress) {
        Pixels pixels = Pixels.of(content);
        try (StyleTransfer transfer = new StyleTransfer(model, Style.read(styles), settings, false)) {
            return transfer.paint(pixels, null, progress);
        }
    }

    /**
     * Makes the picture.
     *
     * @param styles at least one, with a weight over 0 for each
     * @throws IllegalArgumentException if an image is too small, or the model lacks a layer
     */
    public static TransferResult run(
            FeatureModel model,
            Pixels content,
            List<Pixels> styles,
            double[] weights,
            Settings settings,
            ProgressListener<TransferState> progress) {
        try (StyleTransfer transfer = new StyleTransfer(model, Styles.of(styles, weights), settings, false)) {
            return transfer.paint(content, null, progress);
        }
    }

    /**
     * Makes a picture.
     *
     * @param before if it is not null, the work begins with its picture, at full size, instead of with the content at a
     *          coarse one, and goes on at the rate of the last steps; to the picture is added by how much the content has
     *          changed, so that what has moved leaves no ghost
     * @throws IllegalArgumentException if an image is too small, or the model lacks a layer
     * @throws OutOfMemoryError also if it is TensorFlow that has no memory
     */
    @Override
    public TransferResult paint(Pixels content, Before before, ProgressListener<TransferState> progress) {
        try {
            return optimize(content, before, progress);
        } catch (TFResourceExhaustedException e) {
            throw new OutOfMemoryError(e.getMessage());
        }
    }

    private TransferResult optimize(Pixels content, Before before, ProgressListener<TransferState> progress) {
        List<Size> all = Pyramid.sizes(content.width(), content.height(), settings.coarsest(), settings.size());
        Size last = all.get(all.size() - 1);
        Losses.checkShifts(settings.recipe(), side(last));
        List<Size> sizes = before == null ? all : List.of(last);
        StepClock clock = new StepClock(sizes, settings.steps(), progress);
        Optimizer optimizer =
                switch (settings.optimizer()) {
                    case ADAM -> new Adam(RATE, 0, 255);
                    case LBFGS -> new LBfgs(HISTORY, 0, 255);
                };
        boolean whole = true;
        float[] x = null;
        Margin coarser = null;
        Pixels coarseStart = null;
        for (Size size : sizes) {
            Margin margin = Margin.around(size);
            Pixels scaledContent = margin.add(Resampling.resize(content, size.width(), size.height()));
            Pixels start = start(scaledContent);
            x = coarser != null
                    ? enlarge(optimizer, x, coarseStart, start, coarser, margin)
                    : before == null ? start.values().clone() : goOn(before, margin, start);
            coarser = margin;
            coarseStart = start;
            LossGraph graph = losses.computeIfAbsent(size, this::losses);
            balance(graph, scaledContent);
            BestIterate best = new BestIterate(graph);
            whole = optimize(best, graph, optimizer, x, margin, clock, before == null ? 1 : LAST_RATE);
            x = best.of(optimizer.result(x)).clone();
            if (!keep) giveBack();
            if (!whole) break;
        }
        return new TransferResult(
                Resampling.resize(coarser.cut(x), last.width(), last.height()), clock.steps(), !whole);
    }

    /** What the optimisation would start from at a scale, were it the first: the content or noise, in the style's colours. */
    private Pixels start(Pixels scaledContent) {
        return colors.recolor(
                settings.init() == Settings.Init.CONTENT
                        ? scaledContent
                        : noise(scaledContent.width(), scaledContent.height()));
    }

    private Pixels noise(int width, int height) {
        Random random = new Random(settings.seed());
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++)
            values[i] = Math.max(0, Math.min(255, GREY + NOISE * (float) random.nextGaussian()));
        return new Pixels(width, height, values);
    }

    /** The shortest of all images' sides at a scale; of a masked style, of those of the part inside. */
    private int side(Size size) {
        int shortest = Math.min(size.width(), size.height());
        for (int i = 0; i < styles.images().size(); i++) {
            Pixels style = styles.images().get(i);
            Mask mask = styles.parts().get(i);
            Size scaled = scaledSize(style, size), part = mask == null ? null : mask.bounds();
            int width = part == null ? scaled.width() : part.width() * scaled.width() / style.width();
            int height = part == null ? scaled.height() : part.height() * scaled.height() / style.height();
            shortest = Math.min(shortest, Math.min(width, height));
        }
        return shortest;
    }

    private Size scaledSize(Pixels style, Size size) {
        return Pyramid.shrunk(style.width(), style.height(), size.longest() * settings.styleScale());
    }

    /** What the picture is compared with at a scale, but for the content. */
    private LossGraph losses(Size size) {
        LossGraph graph =
                graphs.take(Losses.terms(settings.recipe(), graphs.model().layers(), settings.strength(), side(size)));
        try {
            graph.styles(
                    styles.images().stream()
                            .map(style -> {
                                Size scaled = scaledSize(style, size);
                                return Resampling.resize(style, scaled.width(), scaled.height());
                            })
                            .toList(),
                    styles.parts(),
                    styles.proportions());
            return graph;
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    private void balance(LossGraph graph, Pixels scaledContent) {
        int width = scaledContent.width(), height = scaledContent.height();
        graph.content(scaledContent);
        Pixels style = Resampling.resize(styles.images().get(0), width, height);
        graph.weights(Balance.weights(graph, scaledContent, style, noise(width, height)));
    }

    /** Takes the steps of a scale, with Adam from a part of its rate on; returns whether to go on. */
    private boolean optimize(
            Objective best,
            LossGraph losses,
            Optimizer optimizer,
            float[] x,
            Margin margin,
            StepClock clock,
            double firstRate) {
        Objective objective = optimizer instanceof Adam ? colors.along(best) : best;
        for (int step = 1; step <= settings.steps(); step++) {
            if (optimizer instanceof Adam adam) adam.learningRate(rate(step, firstRate));
            optimizer.step(objective, x);
            if (!clock.tick(margin.inner(), step, losses, () -> margin.cut(optimizer.result(x)))) return false;
        }
        return true;
    }

    private double rate(int step, double first) {
        double progress = (step - 1.0) / settings.steps();
        return RATE * (LAST_RATE + (first - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * progress)));
    }

    /**
     * The picture at the next scale. The more of the content is to be kept, the more it gets of the detail that this scale's
     * start has and the coarser one had not: the content loss, at a deep layer, would not bring it back.
     */
    private float[] enlarge(Optimizer optimizer, float[] x, Pixels coarseStart, Pixels start, Margin from, Margin to) {
        UnaryOperator<float[]> resample = values -> to.add(Resampling.bicubic(
                from.cut(values).values(),
                from.inner().width(),
                from.inner().height(),
                to.inner().width(),
                to.inner().height()));
        optimizer.rescale(resample);
        float[] enlarged = resample.apply(x), coarse = resample.apply(coarseStart.values());
        double detail = settings.init() == Settings.Init.CONTENT ? 1 - strength : 0;
        for (int i = 0; i < enlarged.length; i++)
            enlarged[i] = (float) Math.max(0, Math.min(255, enlarged[i] + detail * (start.values()[i] - coarse[i])));
        return enlarged;
    }

    /** The picture before, with what has changed between its start and this one. */
    private float[] goOn(Before before, Margin margin, Pixels start) {
        float[] x = margin.add(Resampling.resize(
                        before.picture(), margin.inner().width(), margin.inner().height())
                .values());
        Pixels old = start(margin.add(Resampling.resize(
                before.content(), margin.inner().width(), margin.inner().height())));
        for (int i = 0; i < x.length; i++)
            x[i] = Math.max(0, Math.min(255, x[i] + start.values()[i] - old.values()[i]));
        return x;
    }

    /** Frees what was kept of the styles. */
    @Override
    public void close() {
        giveBack();
        if (ownGraphs) graphs.close();
    }

    private void giveBack() {
        losses.values().forEach(graphs::giveBack);
        losses.clear();
    }
}
