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
        Supplier<Pixels> picture)
        implements Serializable {

    /** The same with another picture. */
    public TransferState withPicture(Supplier<Pixels> newPicture) {
        return new TransferState(scale, scales, width, height, step, steps, done, losses, left, newPicture);
    }
}
