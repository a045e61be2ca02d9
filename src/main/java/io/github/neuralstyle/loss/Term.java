package io.github.neuralstyle.loss;

import io.github.neuralstyle.loss.Loss.Reference;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A loss at a layer.
 *
 * @param layer a feature map's name, or {@link #IMAGE}
 * @param share of the whole, of at least 0: how strongly it pulls, relative to the other terms
 */
public record Term(Loss loss, String layer, double share) {

    /** Stands for the pixels, where a loss needs no network. */
    public static final String IMAGE = "image";

    /** Which of some terms have a reference, by their indices. */
    static int[] with(Reference reference, List<Term> terms) {
        return IntStream.range(0, terms.size())
                .filter(i -> terms.get(i).loss.reference() == reference)
                .toArray();
    }
}
