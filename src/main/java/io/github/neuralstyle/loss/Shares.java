package io.github.neuralstyle.loss;

import io.github.neuralstyle.loss.Loss.Reference;

/**
 * How strongly each loss pulls, by the strength of the style from 0 to 1. Nearest neighbours, which say what is painted
 * where, and the statistics that hold its tone beside them pull with all their force; without neighbours the losses of style
 * share the strength, and the content has what remains.
 *
 * @param neighbors whether nearest neighbours are among the losses
 * @param styleLosses how many losses learn from styles
 */
record Shares(double strength, boolean neighbors, long styleLosses) {

    /** Of content, and of its layout, beside nearest neighbours, at strength 0. */
    private static final double BESIDE = 3;

    /** Below this strength the losses of style are weaker, too: at 0 the content alone remains. */
    private static final double WEAK = 0.2;

    /** Content has one layer, which resists more than those of style pull. */
    private static final double CONTENT = 0.4;

    /** The share of all terms of a loss together. */
    double of(Reference reference) {
        return switch (reference) {
            case NONE -> totalVariation();
            case CONTENT -> neighbors ? BESIDE * (1 - strength) * (1 - strength) : CONTENT * (1 - strength);
            case STYLE -> neighbors ? Math.min(1, strength / WEAK) : strength / Math.max(1, styleLosses);
        };
    }

    /** Removes the noise that convolutions do not see, without smoothing strokes; less with less style, to keep the content. */
    private double totalVariation() {
        return Math.min(0.05, 0.1 * strength);
    }
}
