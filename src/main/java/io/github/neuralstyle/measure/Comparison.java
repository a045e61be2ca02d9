package io.github.neuralstyle.measure;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.Hypercolumns;
import io.github.neuralstyle.model.FeatureModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares results of any program with the content image and the styles, at each result's size: the
 * content is resized to it, styles to its longest side, but never enlarged. Every measure is relative:
 *
 * <ul>
 * <li>{@code gram LAYER}, {@code shift LAYER}: the Frobenius norm |G - G<sub>style</sub>| over the content's
 * |G<sub>content</sub> - G<sub>style</sub>|. The norms themselves, not their squares as in the losses: 0.5 is half of the
 * way. Not over |G<sub>style</sub>|, as Gram matrices of all images have much in common, and only the difference was
 * there to be made up. Shifts are 4, 8, 16, 32 and 64 positions of each layer, up to a quarter of its side.</li>
 * <li>{@code hist LAYER}: the mean over channels of the Wasserstein-1 distance between histograms of activations, over
 * the content's. Not the loss of that name, which is a square and takes bins and ties as suits its gradient. Histograms
 * are compared by the means of 1024 equal parts of the sorted values; several styles count as their barycentre.</li>
 * <li>{@code content LAYER}: the Euclidean distance of features from the content's, over that of the first style's,
 * stretched to the same size.</li>
 * <li>{@code nearest}, {@code coverage}: the mean squared distance of the result's {@link Hypercolumns} from the nearest of the
 * style's, and of the style's from the nearest of the result's, over the mean squared distance of the style's from their
 * mean; {@code relative} over the content's. At most 16,384 places of the styles, drawn with a fixed seed.</li>
 * <li>{@code layout}: 1 - the correlation of the result's similarities with the content's: the cosines between the
 * hypercolumns, less their mean, of each pair of places of a grid with at most 32 along each axis.</li>
 * <li>{@code noise}, {@code color noise}: {@link Noise} over the styles'.</li>
 * <li>{@code border edges}, {@code border tone}: {@link Border} over the content's.</li>
 * </ul>
 *
 * So for style, 0 is the style's statistics exactly and 1 as far from them as the content is; for content, 0 is the
 * content itself and 1 as far from it as the style is; for noise and borders, 1 is like the style's and the content's.
 * NaN means undefined: at a layer too small for a shift, or where content and style do not differ.
 */
public final class Comparison {

    /** The measures of one result by their names, in the order of tables. */
    public record Measures(Size size, Map<String, Double> values) {}

    private static final List<String> STYLE = List.of("gram", "shift", FeatureStatistics.HISTOGRAM);

    private final FeatureStatistics network;
    private final Map<String, float[]> content, style, stretchedStyle;
    private final Noise styleNoise;
    private final Border contentBorder;
    private final Optional<PlaceComparison> places;

    private Comparison(FeatureStatistics network, Pixels content, List<Pixels> styles, Pixels stretchedStyle) {
        this.network = network;
        this.content = network.of(content);
        this.style = mean(styles.stream().map(network::of).toList());
        this.stretchedStyle = network.of(stretchedStyle);
        styleNoise = Noise.mean(styles.stream().map(Noise::of).toList());
        contentBorder = Border.of(content);
        places = network.hasPlaces() ? Optional.of(new PlaceComparison(network, content, styles)) : Optional.empty();
    }

    /**
     * Measures results of any sizes.
     *
     * @param styles at least one
     * @throws IllegalArgumentException if an image is too small, or the model has no layer of a VGG
     */
    public static List<Measures> compare(
            FeatureModel model, Pixels content, List<Pixels> styles, List<Pixels> results) {
        Pyramid.requireMinSide("content", content.width(), content.height());
        styles.forEach(image -> Pyramid.requireMinSide("style", image.width(), image.height()));
        results.forEach(image -> Pyramid.requireMinSide("result", image.width(), image.height()));
        List<Measures> all = new ArrayList<>(Collections.nCopies(results.size(), null));
        for (Size size : results.stream().map(Comparison::size).distinct().toList())
            compare(model, content, styles, results, size, all);
        return all;
    }

    private static Size size(Pixels image) {
        return new Size(image.width(), image.height());
    }

    /** Fills in the measures of the results of one size. */
    private static void compare(
            FeatureModel model,
            Pixels content,
            List<Pixels> styles,
            List<Pixels> results,
            Size size,
            List<Measures> all) {
        List<Pixels> scaledStyles =
                styles.stream().map(image -> scaled(image, size.longest())).toList();
        int side = scaledStyles.stream()
                .mapToInt(image -> Math.min(image.width(), image.height()))
                .min()
                .getAsInt();
        List<String> names = FeatureStatistics.names(model);
        try (FeatureStatistics network =
                new FeatureStatistics(model, Math.min(side, Math.min(size.width(), size.height())))) {
            Comparison comparison = new Comparison(
                    network,
                    Resampling.resize(content, size.width(), size.height()),
                    scaledStyles,
                    Resampling.resize(styles.get(0), size.width(), size.height()));
            for (int i = 0; i < all.size(); i++)
                if (size(results.get(i)).equals(size))
                    all.set(i, new Measures(size, comparison.measure(results.get(i), names)));
        }
    }

    private static Pixels scaled(Pixels image, int longest) {
        Size to = Pyramid.shrunk(image.width(), image.height(), longest);
        return Resampling.resize(image, to.width(), to.height());
    }

    private Map<String, Double> measure(Pixels result, List<String> names) {
        Map<String, float[]> found = network.of(result);
        Map<String, Double> values = new LinkedHashMap<>();
        for (String loss : STYLE) {
            List<String> layers =
                    names.stream().filter(name -> name.startsWith(loss)).toList();
            layers.forEach(name -> values.put(name, relative(name, found, style, content)));
            values.put(
                    loss + " mean",
                    layers.stream()
                            .mapToDouble(values::get)
                            .filter(Double::isFinite)
                            .average()
                            .orElse(Double.NaN));
        }
        names.stream()
                .filter(name -> STYLE.stream().noneMatch(name::startsWith))
                .forEach(name -> values.put(name, relative(name, found, content, stretchedStyle)));
        places.ifPresent(all -> values.putAll(all.measure(result)));
        Noise noise = Noise.of(result);
        values.put("noise", noise.luminance() / styleNoise.luminance());
        values.put("color noise", noise.color() / styleNoise.color());
        Border border = Border.of(result);
        values.put("border edges", border.edges() / contentBorder.edges());
        values.put("border tone", border.tone() / contentBorder.tone());
        return values;
    }

    /** How far a result is from a target, where {@code other} is at 1. */
    private static double relative(
            String name, Map<String, float[]> result, Map<String, float[]> target, Map<String, float[]> other) {
        if (!result.containsKey(name)) return Double.NaN;
        double whole = distance(name, other.get(name), target.get(name));
        return whole == 0 ? Double.NaN : distance(name, result.get(name), target.get(name)) / whole;
    }

    private static double distance(String name, float[] a, float[] b) {
        boolean histogram = name.startsWith(FeatureStatistics.HISTOGRAM);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += histogram ? Math.abs(difference) : difference * difference;
        }
        return histogram ? sum : Math.sqrt(sum);
    }

    /** The mean of each statistic but the content's, which depends on the image's size. */
    private static Map<String, float[]> mean(List<Map<String, float[]>> statistics) {
        Map<String, float[]> means = new LinkedHashMap<>();
        for (String name : statistics.get(0).keySet())
            if (STYLE.stream().anyMatch(name::startsWith)) {
                float[] mean = new float[statistics.get(0).get(name).length];
                for (Map<String, float[]> one : statistics)
                    for (int i = 0; i < mean.length; i++) mean[i] += one.get(name)[i] / statistics.size();
                means.put(name, mean);
            }
        return means;
    }
}
