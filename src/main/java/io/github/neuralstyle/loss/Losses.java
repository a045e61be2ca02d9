package io.github.neuralstyle.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The losses by their names, and the terms that a recipe makes of them. */
public final class Losses {

    /** Content has one layer, which resists more than those of style pull. */
    private static final double CONTENT_SHARE = 0.4;

    private static final List<String> STYLE =
            List.of("gram", "shift", "hist", "wasserstein", "sliced", "activation-shift", "chain");

    /** By block. With twice as many the pictures are no nearer to the style, and a step takes a sixth longer. */
    private static final List<List<Integer>> SHIFTS =
            List.of(List.of(16, 64), List.of(8, 32), List.of(4, 16), List.of(4, 8));

    private static final Pattern BLOCK = Pattern.compile("block(\\d)_.*");

    private Losses() {}

    /** The names of all losses. */
    public static List<String> names() {
        return Stream.concat(Stream.of("content", "tv"), STYLE.stream()).toList();
    }

    /** Whether any of these losses learns from the style images. */
    public static boolean learnStyle(List<String> names) {
        return names.stream().anyMatch(STYLE::contains);
    }

    /** @throws IllegalArgumentException if there is no name, or one that names no loss */
    static void check(List<String> names) {
        for (String name : names)
            if (!names().contains(name))
                throw new IllegalArgumentException(
                        "losses has " + name + "; it must be some of " + String.join(", ", names()) + ".");
        if (names.isEmpty() || names.equals(List.of("tv")))
            throw new IllegalArgumentException("losses is " + names + "; it needs content or a loss of style.");
    }

    /**
     * The terms of a recipe.
     *
     * @param layers those of the model; a layer with no alternative among them is left for {@link LossGraph} to refuse
     * @param strength from 0 to 1: the share of style; that of content is what remains
     * @param side the shortest of all images' sides, in pixels, by which shifts are limited
     * @throws IllegalArgumentException if the recipe has no term, as with shifts alone where none fits
     */
    public static List<Term> terms(LossConfig recipe, Collection<String> layers, double strength, int side) {
        List<Term> terms = new ArrayList<>();
        double style = strength
                / Math.max(1, recipe.losses().stream().filter(STYLE::contains).count());
        for (String name : recipe.losses())
            switch (name) {
                case "content" -> at(
                        terms, recipe.contentLayers(), layers, CONTENT_SHARE * (1 - strength), new Content());
                case "tv" -> terms.add(new Term(new TotalVariation(), Term.IMAGE, totalVariationShare(strength)));
                case "gram" -> at(terms, recipe.styleLayers(), layers, style, new Gram());
                case "hist" -> at(terms, recipe.histogramLayers(), layers, style, new Histogram(recipe.bins()));
                case "shift" -> shifted(terms, recipe, layers, style, side);
                case "wasserstein" -> at(terms, recipe.styleLayers(), layers, style, new Wasserstein());
                case "sliced" -> at(terms, recipe.styleLayers(), layers, style, new SlicedWasserstein(recipe.bins()));
                case "activation-shift" -> at(terms, recipe.styleLayers(), layers, style, new ActivationShift(-1));
                case "chain" -> chained(terms, recipe, layers, style);
                default -> throw new IllegalArgumentException(name);
            }
        if (terms.stream().allMatch(term -> term.layer().equals(Term.IMAGE)))
            throw new IllegalArgumentException(
                    "losses is " + recipe.losses() + "; with these layers and a shorter side of " + side
                            + " pixels none of them can act: add another loss, or begin with a larger scale (coarsest).");
        return terms;
    }

    /**
     * Enough to take away the noise that convolutions do not see, too little to smooth strokes; less with less style, so
     * that the content alone stays as it is.
     */
    private static double totalVariationShare(double strength) {
        return Math.min(0.05, 0.1 * strength);
    }

    private static void at(
            List<Term> terms, Map<String, Double> weights, Collection<String> layers, double share, Loss loss) {
        double sum = sum(weights);
        weights.forEach((layer, weight) -> terms.add(new Term(loss, first(layer, layers), share * weight / sum)));
    }

    /** The share of layers too small for any shift is taken by none: there the others pull no more than elsewhere. */
    private static void shifted(
            List<Term> terms, LossConfig recipe, Collection<String> layers, double share, int side) {
        double sum = sum(recipe.styleLayers());
        recipe.styleLayers().forEach((alternatives, weight) -> {
            String layer = first(alternatives, layers);
            List<Integer> shifts = shifts(recipe, block(layer), side);
            if (!shifts.isEmpty()) terms.add(new Term(new ShiftedGram(shifts), layer, share * weight / sum));
        });
    }

    /** Each layer with the next, in the order of the recipe; a pair weighs as much as its two layers. */
    private static void chained(List<Term> terms, LossConfig recipe, Collection<String> layers, double share) {
        List<String> names = recipe.styleLayers().keySet().stream()
                .map(layer -> first(layer, layers))
                .toList();
        List<Double> weights = List.copyOf(recipe.styleLayers().values());
        double sum = 2 * sum(recipe.styleLayers()) - weights.get(0) - weights.get(weights.size() - 1);
        for (int i = 1; i < names.size(); i++) {
            double weight = weights.get(i - 1) + weights.get(i);
            terms.add(new Term(new CrossLayerChain(names.get(i)), names.get(i - 1), share * weight / sum));
        }
    }

    /**
     * Refuses shifts that act at no layer of a recipe.
     *
     * @param side the shortest of all images' sides, in pixels
     * @throws IllegalArgumentException naming the shift and the largest one possible
     */
    public static void checkShifts(LossConfig recipe, int side) {
        if (!recipe.losses().contains("shift")) return;
        int most = recipe.styleLayers().keySet().stream()
                .mapToInt(layer -> (side >> block(layer) - 1) / 4)
                .max()
                .getAsInt();
        for (int shift : recipe.shifts())
            if (shift > most)
                throw new IllegalArgumentException("shifts has " + shift + "; it must be at most " + most
                        + ", a quarter of the shorter side of the largest layer.");
    }

    private static List<Integer> shifts(LossConfig recipe, int block, int side) {
        List<Integer> shifts = !recipe.shifts().isEmpty()
                ? recipe.shifts()
                : block <= SHIFTS.size() ? SHIFTS.get(block - 1) : List.of();
        return shifts.stream()
                .distinct()
                .filter(shift -> shift <= (side >> block - 1) / 4)
                .toList();
    }

    /** The block of a layer, from 1: how often its features are smaller than the image by half, and one. */
    private static int block(String layer) {
        Matcher matcher = BLOCK.matcher(layer);
        return matcher.matches() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
    }

    private static String first(String alternatives, Collection<String> layers) {
        return Stream.of(alternatives.split("/"))
                .filter(layers::contains)
                .findFirst()
                .orElse(alternatives);
    }

    private static double sum(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
