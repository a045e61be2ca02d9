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
import io.github.neuralstyle.transfer.Descent;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Phase;
import io.github.neuralstyle.transfer.PixelDescent;
import io.github.neuralstyle.transfer.PyramidDescent;
import io.github.neuralstyle.transfer.RunFile;
import io.github.neuralstyle.transfer.StartImages;
import io.github.neuralstyle.transfer.StartImages.Scale;
import io.github.neuralstyle.transfer.StepReporter;
import io.github.neuralstyle.transfer.StyleColors;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.SavedState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.tensorflow.exceptions.TFResourceExhaustedException;

/** The method: pixels are the variables of an optimisation, which goes from coarse to fine. Thread-safe. */
final class Stylizer implements Painter {

    /** Grey levels per step of Adam at the beginning of a scale, and the part of it at the end. */
    private static final double RATE = 5, LAST_RATE = 0.2;

    /** Iterations that L-BFGS remembers. */
    private static final int HISTORY = 10;

    /** What the network's picture does not depend on, or is compared otherwise. */
    private static final List<Option<?>> NOT_DECISIVE =
            List.of(Options.FINISH, Options.FINISH_ROTATIONS, Options.NETWORK_SIZE, Options.COLOR, Options.MODEL);

    /** Names in a state. */
    private static final String ENTRY = "entry", WEIGHTS = "weights";

    /** What the targets of the styles depend on, besides the styles. */
    private record TargetKey(int longestSide, List<Term> terms, int tile) {}

    private final LossGraph graph;
    private final Styles styles;
    private final Settings settings;
    private final ToIntFunction<Size> tiles;
    private final boolean keep, neighbors;
    private final double detail;
    private final StyleColors colors;
    private final StartImages starts;
    private final Map<TargetKey, LossTargets> kept = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param graph shared until this object is closed
     * @param tiles the side of tiles for a picture of a size, as {@link LossGraph#targets} has it
     * @param keep whether to keep the targets of the styles for further pictures
     */
    Stylizer(LossGraph graph, Styles styles, Settings settings, ToIntFunction<Size> tiles, boolean keep) {
        this.styles = styles;
        this.settings = settings;
        this.tiles = tiles;
        this.keep = keep;
        double strength = Losses.hasStyleLoss(settings.lossConfig().losses()) ? settings.strength() : 0;
        colors = new StyleColors(styles, strength);
        starts = new StartImages(colors, settings.init() == Settings.Init.NOISE, settings.seed());
        neighbors = Losses.hasNeighbors(settings.lossConfig().losses());
        double content = 1 - strength;
        detail = settings.init() == Settings.Init.NOISE ? 0 : neighbors ? content * content : content;
        this.graph = graph.share();
    }

    @Override
    public TransferResult paint(Pixels content, Previous previous, ProgressListener<TransferState> progress) {
        try {
            return stylize(content, previous, progress);
        } catch (TFResourceExhaustedException e) {
            throw new InsufficientMemoryException(e.getMessage(), e);
        }
    }

    private TransferResult stylize(Pixels content, Previous given, ProgressListener<TransferState> progress) {
        RunFile file = runFile(content);
        SavedState saved = file.exact();
        Previous previous = file.other() == null ? given : new Previous(content, file.other());
        boolean continued = saved == null ? previous != null : saved.whole(RunFile.CONTINUED) == 1;
        int begin = saved == null ? 0 : saved.whole(RunFile.PHASE);
        List<Phase> phases = settings.phases(content.width(), content.height(), continued);
        Size last = phases.get(phases.size() - 1).size();
        Losses.checkShifts(settings.lossConfig(), shortestSide(last));
        for (Phase phase : phases)
            if (tiles.applyAsInt(phase.size()) != LossGraph.WHOLE) graph.checkTiles(terms(phase));
        StepReporter steps = new StepReporter(phases, progress);
        if (saved != null) steps.skip(begin, saved.whole(Descent.STEP));
        if (begin == phases.size()) return new TransferResult(file.picture(), steps.count(), false);
        Descent descent = descent(continued ? LAST_RATE : 1);
        Scale scale = null;
        float[] x = null;
        Map<Term, Float> norms = new HashMap<>();
        for (int i = begin; i < phases.size() && !steps.stopped(); i++) {
            Phase phase = phases.get(i);
            SavedState from = i == begin ? saved : null;
            Scale coarser = scale;
            if (scale == null || !phase.last()) scale = starts.scale(content, phase.size());
            if (from != null) x = from.array(ENTRY);
            else if (!phase.last()) {
                if (coarser != null) x = descent.enlarged(x, coarser, scale, detail);
                else x = previous == null ? scale.start().values().clone() : starts.continued(previous, scale);
            }
            LossTargets ofStyles = styleTargets(phase);
            try (LossTargets targets = ofStyles.withContent(scale.content())) {
                if (neighbors && !phase.last())
                    targets.match(StartImages.query(scale, 1 - settings.strength(), i == 0 && !continued ? null : x));
                if (!phase.last()) norms.clear();
                double[] weights = balance(targets, scale.content(), norms, phase.last() ? from : null);
                float[] entry = x.clone();
                int now = i;
                x = descent.descend(targets, x, scale, phase.steps(), from, (step, picture, save) -> {
                    boolean goOn = steps.report(now, step, targets, picture);
                    if (file.isTime(!goOn))
                        file.keep(now, continued, picture.get(), state -> {
                            state.put(ENTRY, entry);
                            state.put(WEIGHTS, weights);
                            save.accept(state);
                        });
                    return goOn;
                });
            } finally {
                if (!keep) ofStyles.close();
            }
        }
        if (given != null && previous == given && !steps.stopped()) starts.steady(given, scale, x);
        Pixels picture = Resampling.resize(scale.margin().cut(x), last.width(), last.height());
        if (!steps.stopped() && file.isTime(true))
            file.keep(phases.size(), continued, picture, state -> state.put(Descent.STEP, 0));
        return new TransferResult(picture, steps.count(), steps.stopped());
    }

    private RunFile runFile(Pixels content) {
        String file = settings.get(Options.STATE);
        Map<String, String> decisive = settings.texts();
        NOT_DECISIVE.forEach(option -> decisive.remove(option.name()));
        return new RunFile(file.isEmpty() ? null : Path.of(file), graph.model(), content, styles, decisive);
    }

    /** @param firstRate the part of Adam's learning rate with which each scale begins */
    private Descent descent(double firstRate) {
        if (settings.optimizer() == Settings.Method.LBFGS) return new PixelDescent(new LBfgs(HISTORY, 0, 255));
        if (settings.variables() == Settings.Variables.PYRAMID) return new PyramidDescent(colors, firstRate);
        return new PixelDescent(new Adam(
                done -> RATE * (LAST_RATE + (firstRate - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * done))),
                colors::precondition,
                0,
                255));
    }

    private List<Term> terms(Phase phase) {
        return Losses.terms(
                settings.lossConfig(),
                graph.model().layers(),
                settings.strength(),
                shortestSide(phase.size()),
                phase.last());
    }

    private LossTargets styleTargets(Phase phase) {
        Size size = phase.size();
        List<Term> terms = terms(phase);
        int tile = tiles.applyAsInt(size);
        return keep
                ? kept.computeIfAbsent(
                        new TargetKey(size.longest(), terms, tile), key -> styleTargets(terms, size, tile))
                : styleTargets(terms, size, tile);
    }

    private LossTargets styleTargets(List<Term> terms, Size size, int tile) {
        List<Pixels> scaled = styles.images().stream()
                .map(style -> {
                    Size to = scaledSize(style, size);
                    return Resampling.resize(style, to.width(), to.height());
                })
                .toList();
        return graph.targets(terms, scaled, styles.parts(), styles.proportions(), tile);
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

    /**
     * The weights of the terms.
     *
     * @param norms of terms at this scale; those that are not among them are added
     * @param from the state of a run that goes on in the last phase, where the norms are no longer known; else null
     */
    private double[] balance(LossTargets targets, Pixels content, Map<Term, Float> norms, SavedState from) {
        if (from != null) {
            targets.weights(from.numbers(WEIGHTS));
            return from.numbers(WEIGHTS);
        }
        int width = content.width(), height = content.height();
        Pixels style = Resampling.resize(styles.main(), width, height);
        return targets.balance(content, style, starts.noise(width, height), norms);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        kept.values().forEach(LossTargets::close);
        graph.close();
    }
}
