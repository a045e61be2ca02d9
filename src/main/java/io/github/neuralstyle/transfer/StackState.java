package io.github.neuralstyle.transfer;

import java.time.Duration;

/**
 * The state of the style transfer of a stack after a step.
 *
 * @param picture the current one of {@code pictures}, from 1
 * @param region the current one, from 0
 * @param position of the picture's plane in the image, along each of its axes; 0 along X, Y and the channels of a colour
 * @param done the completed part of the whole work, from 0 to 1
 * @param left the estimated time left; zero after the first step, when it is unknown
 * @param step the state of the work on this picture
 */
public record StackState(
        int picture, int pictures, int region, long[] position, double done, Duration left, TransferState step) {}
