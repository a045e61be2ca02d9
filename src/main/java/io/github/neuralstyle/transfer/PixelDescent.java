package io.github.neuralstyle.transfer;

import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.optimize.Optimizer;
import io.github.neuralstyle.transfer.StartImages.Scale;
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
    public float[] descend(LossTargets losses, float[] picture, Scale scale, int steps, Listener listener) {
        optimizer.objectiveChanged();
        BestIterate best = new BestIterate(losses);
        boolean goOn = true;
        for (int step = 1; step <= steps && goOn; step++) {
            optimizer.progress((step - 1.0) / steps);
            optimizer.step(best, picture);
            goOn = listener.step(step, () -> scale.margin().cut(optimizer.result(picture)));
        }
        return best.of(optimizer.result(picture)).clone();
    }
}
