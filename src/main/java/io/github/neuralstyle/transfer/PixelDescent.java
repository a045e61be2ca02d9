package io.github.neuralstyle.transfer;

import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.optimize.Optimizer;
import io.github.neuralstyle.transfer.StartImages.Scale;
import io.github.neuralstyle.util.SavedState;
import java.util.function.UnaryOperator;

/** The pixels are the variables, with one optimizer for all scales. */
public final class PixelDescent implements Descent {

    private final Optimizer optimizer;

    public PixelDescent(Optimizer optimizer) {
        this.optimizer = optimizer;
    }

    @Override
    public float[] enlarged(float[] picture, Scale coarse, Scale fine, double detail) {
        UnaryOperator<float[]> resample = StartImages.resampling(coarse, fine);
        optimizer.rescale(resample);
        return StartImages.enlarged(resample, picture, coarse, fine, detail);
    }

    /** Returns the best of the optimizer's result and all points that it has tried. */
    @Override
    public float[] descend(
            LossTargets losses, float[] picture, Scale scale, int steps, SavedState from, Listener listener) {
        optimizer.objectiveChanged();
        BestIterate best = new BestIterate(losses);
        int done = from == null ? 0 : from.whole(STEP);
        if (from != null) {
            System.arraycopy(from.array(POINT), 0, picture, 0, picture.length);
            optimizer.restore(from);
            best.restore(from);
        }
        boolean goOn = true;
        for (int step = done + 1; step <= steps && goOn; step++) {
            optimizer.progress((step - 1.0) / steps);
            optimizer.step(best, picture);
            int now = step;
            goOn = listener.step(step, () -> scale.margin().cut(optimizer.result(picture)), state -> {
                state.put(STEP, now);
                state.put(POINT, picture);
                optimizer.save(state);
                best.save(state);
            });
        }
        return best.of(optimizer.result(picture)).clone();
    }
}
