package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.RemainingTime;
import java.util.List;
import java.util.function.Supplier;

/** Counts steps, each of a cost proportional to its number of pixels, and reports them with the estimated time left. */
public final class StepReporter {

    private final List<Size> sizes;
    private final int steps;
    private final ProgressListener<TransferState> listener;
    private final double cost;
    private final RemainingTime left = new RemainingTime(System::nanoTime);
    private double done;
    private int count;
    private boolean stopped;

    /** @param steps at each of the sizes */
    public StepReporter(List<Size> sizes, int steps, ProgressListener<TransferState> listener) {
        this.sizes = sizes;
        this.steps = steps;
        this.listener = listener;
        cost = steps * sizes.stream().mapToDouble(StepReporter::pixels).sum();
    }

    private static double pixels(Size size) {
        return (double) size.width() * size.height();
    }

    /** Reports one more step; returns whether to continue. */
    public boolean report(Size size, int step, LossTargets losses, Supplier<Pixels> picture) {
        done += pixels(size);
        count++;
        stopped = !listener.update(new TransferState(
                sizes.indexOf(size) + 1,
                sizes.size(),
                size.width(),
                size.height(),
                step,
                steps,
                done / cost,
                losses.weightedValuesByLoss(),
                left.after(done / cost),
                picture));
        return !stopped;
    }

    /** The number of steps reported so far. */
    public int count() {
        return count;
    }

    /** Whether the listener has stopped the work. */
    public boolean stopped() {
        return stopped;
    }
}
