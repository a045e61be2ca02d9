package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.Tensors;
import io.github.neuralstyle.util.Quotas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** The places of the styles that the {@link PlacesLoss}es of a sum know, and the targets that are made of them. */
final class PlacesTargets {

    /** @param features of each style, (places, channels) */
    private record Known(List<float[]> features, double[] proportions, int channels) {

        /** The mean of all features, of the styles in their proportions. */
        double[] mean() {
            double[] mean = new double[channels];
            for (int i = 0; i < proportions.length; i++) {
                double[] part = Cosine.mean(features.get(i), channels);
                for (int c = 0; c < channels; c++) mean[c] += proportions[i] * part[c];
            }
            return mean;
        }
    }

    private final LossGraph graph;
    private final LossGraph.Sum sum;
    private final List<Term> terms;

    /** By the terms that are matched before a scale. */
    private final Map<Integer, Known> known = new LinkedHashMap<>();

    PlacesTargets(LossGraph graph, LossGraph.Sum sum, List<Term> terms) {
        this.graph = graph;
        this.sum = sum;
        this.terms = terms;
    }

    /** Reads the places of the styles; returns the targets of the terms that are not matched before a scale. */
    Map<Integer, TFloat32> learn(List<Pixels> styles, List<Mask> masks, double[] proportions) {
        int[] wanted = IntStream.range(0, terms.size())
                .filter(term -> terms.get(term).loss() instanceof PlacesLoss)
                .toArray();
        Map<Integer, TFloat32> targets = new LinkedHashMap<>();
        if (wanted.length == 0) return targets;
        List<StylePlaces> places =
                IntStream.of(wanted).mapToObj(term -> new StylePlaces()).toList();
        for (int style = 0; style < styles.size(); style++)
            try (Result result = features(styles.get(style), wanted)) {
                for (int i = 0; i < wanted.length; i++)
                    places.get(i)
                            .add(
                                    (TFloat32) result.get(i),
                                    masks.get(style),
                                    loss(wanted[i]).matchedBefore() ? StylePlaces.MIN_PLACES : 1);
            }
        for (int i = 0; i < wanted.length; i++) {
            PlacesLoss loss = loss(wanted[i]);
            int channels = places.get(i).channels();
            if (loss.matchedBefore())
                known.put(
                        wanted[i], new Known(places.get(i).each(proportions, loss.maxPlaces()), proportions, channels));
            else {
                float[] union = places.get(i).union(proportions, loss.maxPlaces());
                loss.prepare(union, channels);
                targets.put(wanted[i], tensor(union, channels));
            }
        }
        return targets;
    }

    private PlacesLoss loss(int term) {
        return (PlacesLoss) terms.get(term).loss();
    }

    private Result features(Pixels image, int... wanted) {
        try (TFloat32 pixels = Tensors.of(image)) {
            Session.Runner runner = graph.run(pixels);
            for (int term : wanted) runner.fetch(sum.nodes().get(term).features());
            return runner.run();
        }
    }

    /** The targets of the terms that are matched before a scale, by the places nearest to those of a query. */
    Map<Integer, TFloat32> matched(Pixels query) {
        Map<Integer, TFloat32> targets = new LinkedHashMap<>();
        known.forEach((term, style) -> {
            float[] features;
            try (Result result = features(query, term)) {
                features = Tensors.values(result.get(0));
            }
            float[] matched = matched(style, features);
            loss(term).prepare(matched, style.channels);
            targets.put(term, tensor(matched, style.channels));
        });
        return targets;
    }

    /** For each of some features the nearest ones of the styles, each style for its proportion of them. */
    private static float[] matched(Known known, float[] features) {
        int count = features.length / known.channels, styles = known.features.size();
        int[][] nearest = new int[styles][];
        float[][] costs = new float[styles][count];
        double[] mean = known.mean();
        for (int s = 0; s < styles; s++) {
            float[] cosines = costs[s];
            try (NearestPlaces places = new NearestPlaces(known.features.get(s), known.channels, mean)) {
                nearest[s] = places.of(features, cosines);
            }
            for (int i = 0; i < count; i++) cosines[i] = -cosines[i];
        }
        int[] chosen = Quotas.divide(costs, Quotas.prices(costs, known.proportions));
        float[] matched = features;
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> System.arraycopy(
                        known.features.get(chosen[i]),
                        nearest[chosen[i]][i] * known.channels,
                        matched,
                        i * known.channels,
                        known.channels));
        return matched;
    }

    private static TFloat32 tensor(float[] rows, int channels) {
        return Tensors.of(rows, rows.length / channels, channels);
    }
}
