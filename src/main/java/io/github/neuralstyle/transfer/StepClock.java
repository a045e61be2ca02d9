package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.RemainingTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts steps, each worth its number of pixels, and foretells the time left. */
public final class StepClock {

    private final List<Size> sizes;
    private final int steps;
    private final ProgressListener<TransferState> progress;
    private final double whole;
    private final RemainingTime left = new RemainingTime(System::nanoTime);
    private double done;
    private int count;

    public StepClock(List<Size> sizes, int steps, ProgressListener<TransferState> progress) {
        this.sizes = sizes;
        this.steps = steps;
        this.progress = progress;
        whole = steps * sizes.stream().mapToDouble(StepClock::cost).sum();
    }

    private static double cost(Size size) {
        return (double) size.width() * size.height();
    }

    /** Reports one step more; returns whether to go on. */
    public boolean tick(Size size, int step, LossGraph losses, Supplier<Pixels> picture) {
        done += cost(size);
        count++;
        return progress.update(new TransferState(
                sizes.indexOf(size) + 1,
                sizes.size(),
                size.width(),
                size.height(),
                step,
                steps,
                done / whole,
                byLoss(losses),
                left.after(done / whole),
                picture));
    }

    /** How many steps were reported. */
    public int steps() {
        return count;
    }

    private static Map<String, Double> byLoss(LossGraph losses) {
        Map<String, Double> sums = new LinkedHashMap<>();
        double[] values = losses.weightedValues();
        for (int i = 0; i < values.length; i++)
            sums.merge(losses.terms().get(i).loss().name(), values[i], Double::sum);
        return sums;
    }
}
