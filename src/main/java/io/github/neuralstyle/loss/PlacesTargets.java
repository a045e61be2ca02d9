package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.Tensors;
import io.github.neuralstyle.util.Quotas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** Gives the places of an image for each wanted term. */
    interface Source {

        List<PlacesMap> of(Pixels image, int... wanted);
    }

    /** For each place of a picture the style that it is compared with, and the place of this style. */
    record Matches(int[] styles, int[] places) {}

    private final List<Term> terms;

    /** By the terms that are matched before a scale. */
    private final Map<Integer, Known> known = new LinkedHashMap<>();

    PlacesTargets(List<Term> terms) {
        this.terms = terms;
    }

    /** Reads the places of the styles; returns the targets of the terms that are not matched before a scale. */
    Map<Integer, TFloat32> learn(List<Pixels> styles, List<Mask> masks, double[] proportions, Source source) {
        int[] wanted = IntStream.range(0, terms.size())
                .filter(term -> terms.get(term).loss() instanceof PlacesLoss)
                .toArray();
        Map<Integer, TFloat32> targets = new LinkedHashMap<>();
        if (wanted.length == 0) return targets;
        List<StylePlaces> places =
                IntStream.of(wanted).mapToObj(term -> new StylePlaces()).toList();
        for (int style = 0; style < styles.size(); style++) {
            List<PlacesMap> maps = source.of(styles.get(style), wanted);
            for (int i = 0; i < wanted.length; i++)
                places.get(i)
                        .add(
                                maps.get(i),
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

    /** The terms that are matched before a scale. */
    Set<Integer> matched() {
        return known.keySet();
    }

    /** Finds for each place of a query the nearest one of the styles, each style for its proportion of them. */
    Matches match(int term, PlacesMap query) {
        Known style = known.get(term);
        int count = query.height() * query.width(), styles = style.features.size();
        double[] mean = query.mean(), ofStyles = style.mean();
        int[][] nearest = new int[styles][count];
        float[][] costs = new float[styles][count];
        for (int s = 0; s < styles; s++) {
            int[] found = nearest[s];
            float[] cost = costs[s];
            try (NearestPlaces search = new NearestPlaces(style.features.get(s), style.channels, ofStyles)) {
                query.each().accept((places, features) -> {
                    float[] cosines = styles == 1 ? null : new float[places.length];
                    int[] some = search.of(features, mean, cosines);
                    for (int i = 0; i < places.length; i++) {
                        found[places[i]] = some[i];
                        if (cosines != null) cost[places[i]] = -cosines[i];
                    }
                });
            }
        }
        int[] chosen = Quotas.divide(costs, Quotas.prices(costs, style.proportions));
        return new Matches(
                chosen,
                IntStream.range(0, count).map(i -> nearest[chosen[i]][i]).toArray());
    }

    /**
     * What some places of a picture are compared with, (places, channels); to be closed.
     *
     * @param places their indices
     * @param matched an array for the result, to be overwritten
     */
    TFloat32 target(int term, Matches matches, int[] places, float[] matched) {
        Known style = known.get(term);
        IntStream.range(0, places.length)
                .parallel()
                .forEach(i -> System.arraycopy(
                        style.features.get(matches.styles[places[i]]),
                        matches.places[places[i]] * style.channels,
                        matched,
                        i * style.channels,
                        style.channels));
        loss(term).prepare(matched, style.channels);
        return tensor(matched, style.channels);
    }

    private static TFloat32 tensor(float[] rows, int channels) {
        return Tensors.of(rows, rows.length / channels, channels);
    }
}
