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

    private final List<Phase> phases;
    private final ProgressListener<TransferState> listener;
    private final double cost;
    private final RemainingTime left = new RemainingTime(System::nanoTime);
    private double done;
    private int count;
    private boolean stopped;

    public StepReporter(List<Phase> phases, ProgressListener<TransferState> listener) {
        this.phases = phases;
        this.listener = listener;
        cost = phases.stream()
                .mapToDouble(phase -> phase.steps() * pixels(phase.size()))
                .sum();
    }

    private static double pixels(Size size) {
        return (double) size.width() * size.height();
    }

    /** Reports one more step of a phase, counted from 0; returns whether to continue. */
    public boolean report(int phase, int step, LossTargets losses, Supplier<Pixels> picture) {
        Size size = phases.get(phase).size();
        done += pixels(size);
        count++;
        stopped = !listener.update(new TransferState(
                phase + 1,
                phases.size(),
                size.width(),
                size.height(),
                step,
                phases.get(phase).steps(),
                done / cost,
                losses.weightedValuesByLoss(),
                left.after(done / cost),
                picture));
        return !stopped;
    }

    /** Counts the steps of earlier phases and some of a phase, which an earlier run has made. */
    public void skip(int phase, int steps) {
        for (int i = 0; i <= phase && i < phases.size(); i++) {
            int made = i < phase ? phases.get(i).steps() : steps;
            done += made * pixels(phases.get(i).size());
            count += made;
        }
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
