package io.github.neuralstyle.measure;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.Cosine;
import io.github.neuralstyle.loss.Hypercolumns;
import io.github.neuralstyle.loss.NearestPlaces;
import io.github.neuralstyle.loss.Neighbors;
import io.github.neuralstyle.loss.StylePlaces;
import io.github.neuralstyle.model.Tensors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** Compares the places of results, by their {@link Hypercolumns}, with those of the content and of the styles. */
final class PlaceComparison {

    /** The most places along each axis whose similarities are compared. */
    private static final int LAYOUT_SIDE = 32;

    /** What is less than this part of what it is compared with is rounding. */
    private static final double ROUNDING = 1e-9;

    /** @param features (places, channels), row by row */
    record Places(float[] features, int width, int channels) {}

    private final FeatureStatistics network;
    private final Places style;
    private final double spread, contentNearest, contentCoverage;
    private final float[] contentLayout;

    PlaceComparison(FeatureStatistics network, Pixels content, List<Pixels> styles) {
        this.network = network;
        StylePlaces all = new StylePlaces();
        for (Pixels image : styles)
            try (Result result = network.places(image)) {
                all.add((TFloat32) result.get(0), null, 1);
            }
        double[] proportions = new double[styles.size()];
        Arrays.fill(proportions, 1.0 / styles.size());
        style = new Places(all.union(proportions, Neighbors.MAX_PLACES), 1, all.channels());
        spread = spread(style.features, style.channels);
        Places places = places(content);
        contentNearest = distance(places, style) / spread;
        contentCoverage = distance(style, places) / spread;
        contentLayout = similarities(places);
    }

    private Places places(Pixels image) {
        try (Result result = network.places(image)) {
            Tensor map = result.get(0);
            return new Places(Tensors.values(map), (int) map.shape().get(2), (int)
                    map.shape().get(3));
        }
    }

    /** The measures of a result of the content's size. */
    Map<String, Double> measure(Pixels result) {
        Places places = places(result);
        double nearest = distance(places, style) / spread, coverage = distance(style, places) / spread;
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("nearest", nearest);
        values.put("nearest relative", contentNearest > ROUNDING ? nearest / contentNearest : Double.NaN);
        values.put("coverage", coverage);
        values.put("coverage relative", contentCoverage > ROUNDING ? coverage / contentCoverage : Double.NaN);
        values.put("layout", 1 - correlation(similarities(places), contentLayout));
        return values;
    }

    /** The mean squared distance of places from their mean; NaN if they do not differ. */
    static double spread(float[] features, int channels) {
        double[] mean = Cosine.mean(features, channels);
        double square = 0, sum = 0;
        for (double value : mean) square += value * value;
        for (int i = 0; i < features.length; i++) {
            double difference = features[i] - mean[i % channels];
            sum += difference * difference;
        }
        double spread = sum / (features.length / channels);
        return spread > ROUNDING * square ? spread : Double.NaN;
    }

    /** The mean over places of the squared Euclidean distance from the nearest of other places. */
    static double distance(Places from, Places to) {
        int channels = from.channels;
        int[] nearest;
        try (NearestPlaces search = NearestPlaces.byDistance(to.features, channels)) {
            nearest = search.of(from.features);
        }
        double sum = 0;
        for (int i = 0; i < nearest.length; i++)
            for (int c = 0; c < channels; c++) {
                double difference = from.features[i * channels + c] - to.features[nearest[i] * channels + c];
                sum += difference * difference;
            }
        return sum / nearest.length;
    }

    /** The cosines between the features of all pairs of places, less their mean, once a grid of means is small enough. */
    static float[] similarities(Places places) {
        float[] f = grid(places);
        int channels = places.channels, count = f.length / channels;
        Cosine.center(f, channels);
        Cosine.normalize(f, channels);
        float[] cosines = new float[count * (count - 1) / 2];
        IntStream.range(1, count).parallel().forEach(i -> {
            for (int j = 0, at = i * (i - 1) / 2; j < i; j++, at++) {
                float sum = 0;
                for (int c = 0; c < channels; c++) sum += f[i * channels + c] * f[j * channels + c];
                cosines[at] = sum;
            }
        });
        return cosines;
    }

    /** Means over the cells of a grid of at most {@link #LAYOUT_SIDE} cells along each axis; places that cells share count in all. */
    static float[] grid(Places places) {
        int width = places.width, channels = places.channels, height = places.features.length / channels / width;
        Size size = Size.of(width, height, Math.min(LAYOUT_SIDE, Math.max(width, height)));
        float[] means = new float[size.width() * size.height() * channels];
        for (int row = 0, to = 0; row < size.height(); row++)
            for (int column = 0; column < size.width(); column++, to += channels) {
                int top = row * height / size.height(), bottom = end(row, height, size.height());
                int left = column * width / size.width(), right = end(column, width, size.width());
                for (int y = top; y < bottom; y++)
                    for (int x = left; x < right; x++)
                        for (int c = 0; c < channels; c++)
                            means[to + c] +=
                                    places.features[(y * width + x) * channels + c] / ((bottom - top) * (right - left));
            }
        return means;
    }

    /** The first place after a cell. */
    private static int end(int cell, int places, int cells) {
        return ((cell + 1) * places + cells - 1) / cells;
    }

    /** Pearson's; NaN if either does not vary. */
    static double correlation(float[] a, float[] b) {
        double meanA = Cosine.mean(a, 1)[0], meanB = Cosine.mean(b, 1)[0], ab = 0, aa = 0, bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
