package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Pixels;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The state of a style transfer after a step. If its listener stops it, the picture of the steps so far is the result.
 *
 * @param scale the current one of {@code scales}, from 1
 * @param width of the picture at this scale, in pixels
 * @param height of the picture at this scale, in pixels
 * @param step the current one of {@code steps} at this scale, from 1
 * @param done the completed part of the whole work, from 0 to 1
 * @param losses the weighted value of each loss, summed over its layers, by its name
 * @param left the estimated time left; zero after the first step, when it is unknown
 * @param picture computes the current picture
 * @param stage in the finish the steps are the last ones, and the width and height those of the result
 */
public record TransferState(
        int scale,
        int scales,
        int width,
        int height,
        int step,
        int steps,
        double done,
        Map<String, Double> losses,
        Duration left,
        Supplier<Pixels> picture,
        Stage stage)
        implements Serializable {

    /** What is done: the steps of the network, or the finish after all of them, which has no steps. */
    public enum Stage {
        STEPS,
        FINISH
    }

    /** The state after a step. */
    public TransferState(
            int scale,
            int scales,
            int width,
            int height,
            int step,
            int steps,
            double done,
            Map<String, Double> losses,
            Duration left,
            Supplier<Pixels> picture) {
        this(scale, scales, width, height, step, steps, done, losses, left, picture, Stage.STEPS);
    }

    /** The same as a part of a longer work. */
    public TransferState within(double newDone, Duration newLeft) {
        return new TransferState(scale, scales, width, height, step, steps, newDone, losses, newLeft, picture, stage);
    }

    /** What is done, in a few words. */
    public String activity() {
        return stage == Stage.FINISH ? "finish" : "step " + step + " of " + steps;
    }

    /** The same with another picture. */
    public TransferState withPicture(Supplier<Pixels> newPicture) {
        return new TransferState(scale, scales, width, height, step, steps, done, losses, left, newPicture, stage);
    }
}
