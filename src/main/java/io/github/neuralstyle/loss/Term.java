package io.github.neuralstyle.loss;

/**
 * A loss at a layer.
 *
 * @param layer a feature map's name, or {@link #IMAGE}
 * @param share of the whole, of at least 0: how strongly it pulls, relative to the other terms
 */
public record Term(Loss loss, String layer, double share) {

    /** Stands for the pixels, where a loss needs no network. */
    public static final String IMAGE = "image";
}
