package io.github.neuralstyle.measure;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.model.FeatureModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Distances of many images from each other, by the features of one network; cheaper than a {@link Comparison}, of which
 * these are the Gram matrices and the content, without a third image to relate them to. Thread-safe.
 */
public final class FeatureDistances implements AutoCloseable {

    /** Of one image; see the methods. */
    public static final class Statistics {

        private final Map<String, float[]> values;

        private Statistics(Map<String, float[]> values) {
            this.values = values;
        }

        /** The distance of the Gram matrices from a style's, over their norm; the mean over layers. */
        public double style(Statistics style) {
            return mean(GRAM, style);
        }

        /** The distance of the features from those of a content of the same size, over their norm; the mean over layers. */
        public double content(Statistics content) {
            return mean(CONTENT, content);
        }

        private double mean(String measure, Statistics target) {
            return values.keySet().stream()
                    .filter(name -> name.startsWith(measure))
                    .mapToDouble(name -> relative(values.get(name), target.values.get(name)))
                    .average()
                    .orElse(Double.NaN);
        }

        private static double relative(float[] one, float[] target) {
            double squares = IntStream.range(0, one.length)
                    .mapToDouble(i -> ((double) one[i] - target[i]) * ((double) one[i] - target[i]))
                    .sum();
            double norm = IntStream.range(0, target.length)
                    .mapToDouble(i -> (double) target[i] * target[i])
                    .sum();
            return Math.sqrt(squares / norm);
        }
    }

    private static final String GRAM = "gram", CONTENT = "content";

    /** Styles whose statistics are kept. */
    private static final int KEPT = 8;

    private final FeatureStatistics network;

    private final Map<List<Object>, Statistics> styles = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the model has none of the layers */
    public FeatureDistances(FeatureModel model) {
        network = FeatureStatistics.ofLosses(model, List.of(GRAM, CONTENT));
    }

    /** The statistics of an image, whose shortest side is at least {@link Pyramid#MIN_SIDE}. */
    public Statistics of(Pixels image) {
        return new Statistics(network.of(image));
    }

    /**
     * The statistics of a style at the longest side of an image, as far as it has it. The last ones are kept.
     *
     * @param name of the style, the same for the same image
     */
    public synchronized Statistics style(Object name, int longest, Pixels style) {
        List<Object> key = List.of(name, longest);
        Statistics known = styles.get(key);
        if (known != null) return known;
        if (styles.size() == KEPT) styles.remove(styles.keySet().iterator().next());
        Size to = Pyramid.shrunk(style.width(), style.height(), longest);
        Statistics found = of(Resampling.resize(style, to.width(), to.height()));
        styles.put(key, found);
        return found;
    }

    @Override
    public void close() {
        network.close();
    }
}
