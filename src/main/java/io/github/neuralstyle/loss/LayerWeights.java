package io.github.neuralstyle.loss;

import java.util.LinkedHashMap;
import java.util.Map;

/** How much each of some layers counts. */
public enum LayerWeights {

    /** As given. */
    EQUAL,

    /**
     * Each twice as much as the next, 2<sup>D - d</sup> at the d-th of D layers (Novak &amp; Nikulin 2016, Improving the
     * neural algorithm of artistic style): fine detail counts more than large forms.
     */
    GEOMETRIC;

    /** The weights of layers in their order, times those given. */
    public Map<String, Double> of(Map<String, Double> given) {
        if (this == EQUAL) return given;
        Map<String, Double> weights = new LinkedHashMap<>();
        given.forEach((layer, weight) -> weights.put(layer, weight * Math.pow(2, given.size() - 1 - weights.size())));
        return weights;
    }
}
