package io.github.neuralstyle.finish;

import java.util.List;

/**
 * How a picture is repainted.
 *
 * @param side of a patch in pixels: 3, 5 or 7; 7 paints broadly, 3 keeps every detail
 * @param mixture how much the network's picture counts in each round next to what is painted already,
 *         0..1
 * @param scale the long side of the style relative to that of the result, as far as the style has the
 *         pixels: it is never enlarged; from 0.1 to 10
 * @param turns in which each style is used, at least one
 * @param threads at least 1; the result does not depend on it
 */
public record FinishOptions(int side, float mixture, double scale, List<Turn> turns, int threads) {

    /** @throws IllegalArgumentException if a value is out of range */
    public FinishOptions {
        if (side != 3 && side != 5 && side != 7)
            throw new IllegalArgumentException("The side of a patch is " + side + " pixels; it must be 3, 5 or 7.");
        if (!(mixture >= 0 && mixture <= 1))
            throw new IllegalArgumentException("The mixture is " + mixture + "; it must be 0 to 1.");
        if (!(scale >= 0.1 && scale <= 10))
            throw new IllegalArgumentException("The scale of the style is " + scale + "; it must be 0.1 to 10.");
        if (threads < 1)
            throw new IllegalArgumentException("The number of threads is " + threads + "; it must be at least 1.");
        turns = List.copyOf(turns);
        if (turns.isEmpty())
            throw new IllegalArgumentException("A style must be used in at least one turn, as " + Turn.NONE + ".");
    }

    /**
     * By strength: from 0, every detail of the picture in real paint, to 1, broad strokes.
     *
     * @throws IllegalArgumentException if the strength is not 0 to 1
     */
    public static FinishOptions of(double strength) {
        if (!(strength >= 0 && strength <= 1))
            throw new IllegalArgumentException("The strength of the finish is " + strength + "; it must be 0 to 1.");
        int side = strength < 0.25 ? 3 : strength < 0.75 ? 5 : 7;
        return new FinishOptions(
                side,
                (float) (0.8 - 0.55 * strength),
                1,
                List.of(Turn.NONE),
                Runtime.getRuntime().availableProcessors());
    }

    public FinishOptions withScale(double scale) {
        return new FinishOptions(side, mixture, scale, turns, threads);
    }

    public FinishOptions withTurns(List<Turn> turns) {
        return new FinishOptions(side, mixture, scale, turns, threads);
    }

    public FinishOptions withThreads(int threads) {
        return new FinishOptions(side, mixture, scale, turns, threads);
    }

    FinishOptions withSide(int side) {
        return new FinishOptions(side, mixture, scale, turns, threads);
    }

    int radius() {
        return side / 2;
    }
}
