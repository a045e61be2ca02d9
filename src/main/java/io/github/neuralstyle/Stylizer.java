package io.github.neuralstyle;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.loss.Term;
import io.github.neuralstyle.optimize.Adam;
import io.github.neuralstyle.optimize.LBfgs;
import io.github.neuralstyle.optimize.Optimizer;
import io.github.neuralstyle.transfer.BestIterate;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.StartImages;
import io.github.neuralstyle.transfer.StartImages.Scale;
import io.github.neuralstyle.transfer.StepReporter;
import io.github.neuralstyle.transfer.StyleColors;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/** The method: pixels are the variables of an optimisation, which goes from coarse to fine. Thread-safe. */
final class Stylizer implements Painter {

    /** Grey levels per step of Adam at the beginning of a scale, and the part of it at the end. */
    private static final double RATE = 5, LAST_RATE = 0.2;

    /** Iterations that L-BFGS remembers. */
    private static final int HISTORY = 10;

    /** What the targets of the styles depend on, besides the styles. */
    private record TargetKey(int longestSide, List<Term> terms) {}

    private final LossGraph graph;
    private final Styles styles;
    private final Settings settings;
    private final boolean keep;
    private final StyleColors colors;
    private final StartImages starts;
    private final Map<TargetKey, LossTargets> kept = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param graph shared until this object is closed
     * @param keep whether to keep the targets of the styles for further pictures
     */
    Stylizer(LossGraph graph, Styles styles, Settings settings, boolean keep) {
        this.styles = styles;
        this.settings = settings;
        this.keep = keep;
        double strength = Losses.learnStyle(settings.recipe().losses()) ? settings.strength() : 0;
        colors = new StyleColors(styles, strength);
        starts = new StartImages(colors, settings.init() == Settings.Init.NOISE, settings.seed(), strength);
        this.graph = graph.share();
    }

    @Override
    public TransferResult paint(Pixels content, Before before, ProgressListener<TransferState> progress) {
        try {
            return stylize(content, before, progress);
        } catch (TFResourceExhaustedException e) {
            throw new InsufficientMemoryException(e.getMessage(), e);
        }
    }

    private TransferResult stylize(Pixels content, Before before, ProgressListener<TransferState> progress) {
        List<Size> all = Pyramid.sizes(content.width(), content.height(), settings.coarsest(), settings.size());
        Size last = all.get(all.size() - 1);
        Losses.checkShifts(settings.recipe(), shortestSide(last));
        List<Size> sizes = before == null ? all : List.of(last);
        Optimizer optimizer = optimizer(before == null ? 1 : LAST_RATE);
        StepReporter steps = new StepReporter(sizes, settings.steps(), progress);
        Scale coarser = null;
        float[] x = null;
        for (int i = 0; i < sizes.size() && !steps.stopped(); i++) {
            Scale scale = starts.scale(content, sizes.get(i));
            if (coarser != null) x = starts.enlarged(x, optimizer, coarser, scale);
            else x = before == null ? scale.start().values().clone() : starts.continued(before, scale);
            LossTargets ofStyles = styleTargets(scale.size());
            try (LossTargets targets = ofStyles.withContent(scale.content())) {
                balance(targets, scale.content());
                x = optimize(targets, optimizer, x, scale, steps);
            } finally {
                if (!keep) ofStyles.close();
            }
            coarser = scale;
        }
        Pixels picture = Resampling.resize(coarser.margin().cut(x), last.width(), last.height());
        return new TransferResult(picture, steps.count(), steps.stopped());
    }

    /** @param firstRate the part of Adam's learning rate with which each scale begins */
    private Optimizer optimizer(double firstRate) {
        return switch (settings.optimizer()) {
            case ADAM -> new Adam(
                    done -> RATE * (LAST_RATE + (firstRate - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * done))),
                    colors::precondition,
                    0,
                    255);
            case LBFGS -> new LBfgs(HISTORY, 0, 255);
        };
    }

    private LossTargets styleTargets(Size size) {
        List<Term> terms =
                Losses.terms(settings.recipe(), graph.model().layers(), settings.strength(), shortestSide(size));
        return keep
                ? kept.computeIfAbsent(new TargetKey(size.longest(), terms), key -> styleTargets(terms, size))
                : styleTargets(terms, size);
    }

    private LossTargets styleTargets(List<Term> terms, Size size) {
        List<Pixels> scaled = styles.images().stream()
                .map(style -> {
                    Size to = scaledSize(style, size);
                    return Resampling.resize(style, to.width(), to.height());
                })
                .toList();
        return graph.targets(terms, scaled, styles.parts(), styles.proportions());
    }

    private Size scaledSize(Pixels style, Size size) {
        return Pyramid.shrunk(style.width(), style.height(), size.longest() * settings.styleScale());
    }

    /** The shortest side of all images at a scale, in pixels; of a masked style, that of the part inside. */
    private int shortestSide(Size size) {
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

    private void balance(LossTargets targets, Pixels content) {
        int width = content.width(), height = content.height();
        Pixels style = Resampling.resize(styles.images().get(0), width, height);
        targets.balance(content, style, starts.noise(width, height));
    }

    /** Takes the steps of a scale, and returns the best of the optimizer's result and all points that it has tried. */
    private float[] optimize(LossTargets targets, Optimizer optimizer, float[] x, Scale scale, StepReporter steps) {
        BestIterate best = new BestIterate(targets);
        for (int step = 1; step <= settings.steps() && !steps.stopped(); step++) {
            optimizer.progress((step - 1.0) / settings.steps());
            optimizer.step(best, x);
            steps.report(scale.size(), step, targets, () -> scale.margin().cut(optimizer.result(x)));
        }
        return best.of(optimizer.result(x)).clone();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        kept.values().forEach(LossTargets::close);
        graph.close();
    }
}
