package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.Finish;
import io.github.neuralstyle.finish.Finish.RowSink;
import io.github.neuralstyle.finish.FinishForecast;
import io.github.neuralstyle.finish.FinishListener;
import io.github.neuralstyle.finish.FinishOptions;
import io.github.neuralstyle.finish.FinishResult;
import io.github.neuralstyle.finish.PatchStyle;
import io.github.neuralstyle.finish.RowImage;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.util.ProgressListener;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Repaints what the network has painted with the styles' own pixels, at full resolution. Who stops it gets the best so
 * far: the network's picture until the coarsest level of the finish is done. Thread-safe.
 */
public final class FinishingPainter implements Painter {

    /**
     * What is made.
     *
     * @param size the longest side of the result in pixels
     * @param phases of the network for a content of a size
     */
    public record Plan(int size, Function<Size, List<Phase>> phases) {}

    private final Painter network;
    private final List<PatchStyle> styles;
    private final Plan plan;
    private final FinishOptions options;
    private final boolean keep;

    /**
     * @param network closed with this
     * @param keep whether further pictures may go on from each
     * @throws IllegalArgumentException if the finish cannot use the styles
     */
    public FinishingPainter(Painter network, Styles styles, Plan plan, FinishOptions options, boolean keep) {
        this.network = network;
        this.plan = plan;
        this.options = options;
        this.keep = keep;
        this.styles = IntStream.range(0, styles.images().size())
                .mapToObj(i -> new PatchStyle(
                        RowImage.of(styles.images().get(i)), styles.parts().get(i), styles.proportions()[i]))
                .toList();
        new Finish(this.styles, options, FinishListener.NONE);
    }

    @Override
    public TransferResult paint(Pixels content, Previous previous, ProgressListener<TransferState> progress) {
        Size size = size(content);
        FinishProgress state = progress(content, progress);
        TransferResult painted = network.paint(content, previous, state);
        if (!painted.stopped()) {
            Pixels picture = new Pixels(size.width(), size.height(), new float[3 * size.width() * size.height()]);
            try (FinishResult finish = finish(painted, previous, size, state, Finish.into(picture))) {
                state.end();
                boolean kept = keep && finish.isInMemory();
                return new TransferResult(
                        picture,
                        kept ? painted.network() : null,
                        kept ? finish : null,
                        painted.steps(),
                        state.stopped());
            } catch (CancellationException stopped) {
                requireNotInterrupted(stopped);
            }
        }
        Pixels enlarged = Resampling.resize(painted.picture(), size.width(), size.height());
        return new TransferResult(enlarged, painted.network(), null, painted.steps(), true);
    }

    @Override
    public Drawing draw(Pixels content, ProgressListener<TransferState> progress) {
        Size size = size(content);
        FinishProgress state = progress(content, progress);
        TransferResult painted = network.paint(content, null, state);
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
        if (!painted.stopped())
            try {
                finish(painted, null, size, state, Drawing.into(image)).close();
                state.end();
                return new Drawing(image, painted.steps(), state.stopped());
            } catch (CancellationException stopped) {
                requireNotInterrupted(stopped);
            }
        Finish.resize(RowImage.of(painted.picture()), size.width(), size.height(), Drawing.into(image));
        return new Drawing(image, painted.steps(), true);
    }

    private static void requireNotInterrupted(CancellationException stopped) {
        if (Thread.currentThread().isInterrupted()) throw stopped;
    }

    private Size size(Pixels content) {
        return Size.of(content.width(), content.height(), plan.size());
    }

    private FinishResult finish(
            TransferResult painted, Previous previous, Size size, FinishProgress state, RowSink sink) {
        state.begin(size, painted.picture());
        return new Finish(styles, options, state.listener())
                .repaint(
                        RowImage.of(painted.picture()),
                        size.width(),
                        size.height(),
                        previous == null ? null : previous.finish(),
                        sink);
    }

    private FinishProgress progress(Pixels content, ProgressListener<TransferState> progress) {
        List<Phase> phases = plan.phases().apply(new Size(content.width(), content.height()));
        Size network = phases.get(phases.size() - 1).size();
        FinishForecast finish = FinishForecast.of(FinishForecast.black(network), styles, options, size(content));
        return new FinishProgress(phases, finish.coreSeconds() / options.threads(), progress);
    }

    @Override
    public void close() {
        network.close();
    }
}
