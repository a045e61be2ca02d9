package io.github.neuralstyle.image.histogram;

import io.github.neuralstyle.image.histogram.HistogramMatching.Method;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;

/** Histogram matchings to test. */
abstract class HistogramMatchings {

    static final HistogramMatching BINNED = HistogramMatching.defaults(), EXACT = with(Mode.CHANNELS, Method.EXACT);

    static HistogramMatching with(Mode mode, Method method) {
        return new HistogramMatching(mode, method, 256);
    }
}
