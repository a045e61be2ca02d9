package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.optimize.Adam;
import io.github.neuralstyle.transfer.StartImages.Scale;
import io.github.neuralstyle.util.SavedState;
import java.util.Random;

/**
 * {@link PyramidVariables} are optimised, by a new Adam at each scale. At each step the losses sample
 * other positions of the picture, in the same order each time.
 */
public final class PyramidDescent implements Descent {

    /** Of whitened colours, for 100 steps; the part of it at the end of a scale; and the most it is for fewer steps. */
    private static final double RATE = 0.03, LAST_RATE = 0.1, MAX_RATE = 0.06;

    private static final long SEED = 1;

    private final StyleColors colors;
    private final double firstRate;

    /** @param firstRate the part of the learning rate with which each scale begins */
    public PyramidDescent(StyleColors colors, double firstRate) {
        this.colors = colors;
        this.firstRate = firstRate;
    }

    @Override
    public float[] enlarged(float[] picture, Scale coarse, Scale fine, double detail) {
        return StartImages.enlarged(StartImages.resampling(coarse, fine), picture, coarse, fine, detail);
    }

    /** Returns the best of the last iterate and all others, as far as losses of different positions can be compared. */
    @Override
    public float[] descend(
            LossTargets losses, float[] picture, Scale scale, int steps, SavedState from, Listener listener) {
        int width = scale.content().width(), height = scale.content().height();
        ColorStatistics goal = colors.goal(scale.start());
        PyramidVariables variables = new PyramidVariables(width, height, goal);
        BestIterate best = new BestIterate(variables.of(losses));
        int begin = from == null ? 0 : from.whole(STEP);
        float[] x = from == null ? variables.of(picture) : from.array(POINT);
        double rate = Math.min(MAX_RATE, RATE * Math.sqrt(100.0 / steps));
        Adam adam = Adam.withoutAverage(
                done -> rate * (LAST_RATE + (firstRate - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * done))));
        Random random = new Random(SEED);
        if (from != null) {
            adam.restore(from);
            best.restore(from);
            for (int i = 0; i < begin; i++) losses.gridOffset(random.nextFloat(), random.nextFloat());
        }
        boolean goOn = true;
        for (int step = begin + 1; step <= steps && goOn; step++) {
            losses.gridOffset(random.nextFloat(), random.nextFloat());
            adam.progress((step - 1.0) / steps);
            adam.step(best, x);
            int now = step;
            goOn = listener.step(step, () -> scale.margin().cut(variables.picture(x)), state -> {
                state.put(STEP, now);
                state.put(POINT, x);
                adam.save(state);
                best.save(state);
            });
        }
        return variables.picture(best.of(x));
    }
}
