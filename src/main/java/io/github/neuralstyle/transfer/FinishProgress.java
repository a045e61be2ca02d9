package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.FinishListener;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.transfer.TransferState.Stage;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.RemainingTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Joins the states of the network's steps and of the finish to those of one work. */
final class FinishProgress implements ProgressListener<TransferState> {

    /** What a step of a pixel takes with the embedded network on two cores. */
    private static final double SECONDS = 2e-6;

    private final ProgressListener<TransferState> listener;
    private final RemainingTime left = new RemainingTime(System::nanoTime);

    /** The network's part of the whole work. */
    private final double part;

    /** None if an earlier run has made all steps. */
    private TransferState last = new TransferState(1, 1, 0, 0, 0, 0, 0, Map.of(), Duration.ZERO, () -> this.picture);

    private Size size;
    private Pixels picture;
    private boolean stopped;

    /**
     * @param phases of the network
     * @param seconds that the finish will take
     */
    FinishProgress(List<Phase> phases, double seconds, ProgressListener<TransferState> listener) {
        this.listener = listener;
        double network = SECONDS
                * phases.stream()
                        .mapToDouble(phase -> (double) phase.steps()
                                * phase.size().width()
                                * phase.size().height())
                        .sum();
        part = network / (network + seconds);
    }

    /** A step of the network. */
    @Override
    public boolean update(TransferState step) {
        last = step.within(part * step.done(), left.after(part * step.done()));
        return listener.update(last);
    }

    /** @param start the network's picture */
    void begin(Size result, Pixels start) {
        size = result;
        picture = start;
    }

    /** Whether the finish was stopped. */
    boolean stopped() {
        return stopped;
    }

    /** All is done. */
    void end() {
        report(1);
    }

    private boolean report(double done) {
        return listener.update(new TransferState(
                last.scale(),
                last.scales(),
                size.width(),
                size.height(),
                last.step(),
                last.steps(),
                done,
                last.losses(),
                left.after(done),
                () -> picture,
                Stage.FINISH));
    }

    /** Keeps the finish as far as it is, if the work is to stop. */
    FinishListener listener() {
        return new FinishListener() {

            @Override
            public Wish at(double done) {
                stopped |= !report(part + (1 - part) * done);
                return stopped ? Wish.KEEP : Wish.GO_ON;
            }

            @Override
            public void picture(Pixels level) {
                picture = level;
            }
        };
    }
}
