package io.github.neuralstyle.image;

/** What an axis of an image stands for. */
public enum Axis {
    X,
    Y,
    CHANNEL,
    Z,
    TIME,

    /** Anything else, as lifetime or angle. */
    OTHER
}
