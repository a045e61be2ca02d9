package io.github.neuralstyle.loss;

import io.github.neuralstyle.loss.Loss.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The losses by their names, and the terms that a {@link LossConfig} makes of them. A new loss is one more {@link Entry}. */
public final class Losses {

    static final String NEIGHBORS = "neighbors", LAYOUT = "self-similarity";

    /** Shifts by block. With twice as many the pictures are no nearer to the style, and a step takes a sixth longer. */
    private static final List<List<Integer>> SHIFTS =
            List.of(List.of(16, 64), List.of(8, 32), List.of(4, 16), List.of(4, 8));

    private static final Pattern BLOCK = Pattern.compile("block(\\d)_.*");

    /**
     * A loss: its name, what it is compared with, its terms, and the bytes of memory beside the features, for each pixel and
     * with the embedded network.
     */
    private record Entry(String name, Reference reference, int memory, Factory factory) {}

    private interface Factory {

        List<Term> terms(Request request);
    }

    private static final List<Entry> ALL = List.of(
            new Entry("content", Reference.CONTENT, 0, r -> r.at(r.config.contentLayers(), new Content())),
            new Entry(LAYOUT, Reference.CONTENT, 0, r -> r.at(r.config.contentLayers(), new SelfSimilarity())),
            new Entry("tv", Reference.NONE, 0, r -> List.of(new Term(new TotalVariation(), Term.IMAGE, r.share))),
            new Entry("gram", Reference.STYLE, 0, r -> r.at(r.config.styleLayers(), new Gram())),
            new Entry("shift", Reference.STYLE, 900, Request::shifted),
            new Entry(
                    "hist",
                    Reference.STYLE,
                    290,
                    r -> r.at(r.config.histogramLayers(), new Histogram(r.config.bins()))),
            new Entry("wasserstein", Reference.STYLE, 0, r -> r.at(r.config.styleLayers(), new Wasserstein())),
            new Entry(
                    "sliced",
                    Reference.STYLE,
                    100,
                    r -> r.at(r.config.styleLayers(), new SlicedWasserstein(r.config.bins()))),
            new Entry(
                    "activation-shift", Reference.STYLE, 0, r -> r.at(r.config.styleLayers(), new ActivationShift(-1))),
            new Entry("chain", Reference.STYLE, 700, Request::chained),
            new Entry(NEIGHBORS, Reference.STYLE, 810, Request::neighbors));

    private static final Map<String, Entry> BY_NAME = new LinkedHashMap<>();

    static {
        ALL.forEach(entry -> BY_NAME.put(entry.name, entry));
    }

    private Losses() {}

    /** The names of all losses. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Whether any of these losses learns from the style images. */
    public static boolean hasStyleLoss(List<String> names) {
        return count(names, Reference.STYLE) > 0;
    }

    private static long count(List<String> names, Reference reference) {
        return names.stream()
                .map(BY_NAME::get)
                .filter(entry -> entry != null && entry.reference == reference)
                .count();
    }

    /** The bytes of memory that losses need beside the features, for each pixel and with the embedded network. */
    public static double memory(List<String> names) {
        return names.stream().mapToDouble(name -> BY_NAME.get(name).memory).sum();
    }

    /** @throws IllegalArgumentException if there is no name, or one that names no loss */
    static void check(List<String> names) {
        for (String name : names)
            if (!BY_NAME.containsKey(name))
                throw new IllegalArgumentException(
                        "losses has " + name + "; it must be some of " + String.join(", ", names()) + ".");
        if (count(names, Reference.NONE) == names.size())
            throw new IllegalArgumentException("losses is " + names + "; it needs content or a loss of style.");
    }

    /**
     * The terms of a configuration.
     *
     * @param layers those of the model; a layer with no alternative among them is left for {@link LossGraph} to refuse
     * @param strength from 0 to 1: the share of style; that of content is what remains
     * @param side the shortest of all images' sides, in pixels, by which shifts are limited
     * @throws IllegalArgumentException if there is no term, as with shifts alone where none fits
     */
    public static List<Term> terms(LossConfig config, Collection<String> layers, double strength, int side) {
        return terms(config, layers, strength, side, false);
    }

    /**
     * The same.
     *
     * @param last whether each layer has its own nearest neighbours, as in the last phase
     */
    public static List<Term> terms(
            LossConfig config, Collection<String> layers, double strength, int side, boolean last) {
        Shares shares = new Shares(strength, hasNeighbors(config.losses()), count(config.losses(), Reference.STYLE));
        List<Term> terms = new ArrayList<>();
        for (String name : config.losses()) {
            Entry entry = BY_NAME.get(name);
            double share = shares.of(entry.reference);
            terms.addAll(entry.factory.terms(new Request(config, layers, share, side, last)));
        }
        if (terms.stream().allMatch(term -> term.layer().equals(Term.IMAGE)))
            throw new IllegalArgumentException(
                    "losses is " + config.losses() + "; with these layers and a shorter side of " + side
                            + " pixels none of them can act: add another loss, or begin with a larger scale (coarsest).");
        return terms;
    }

    /** Whether nearest neighbours are among these losses: the last phase then has those of each layer. */
    public static boolean hasNeighbors(List<String> names) {
        return names.contains(NEIGHBORS);
    }

    /** What the terms of a loss are made for, with the share of all its terms together. */
    private record Request(LossConfig config, Collection<String> layers, double share, int side, boolean last) {

        List<Term> neighbors() {
            List<String> columns = Hypercolumns.layers(layers);
            return last
                    ? columns.stream()
                            .map(layer -> new Term(new LayerNeighbors(), layer, share / columns.size()))
                            .toList()
                    : List.of(new Term(new Neighbors(columns), columns.get(0), share));
        }

        List<Term> at(Map<String, Double> weights, Loss loss) {
            double sum = sum(weights);
            return weights.entrySet().stream()
                    .map(layer -> new Term(loss, first(layer.getKey()), share * layer.getValue() / sum))
                    .toList();
        }

        /** Layers too small for any shift have no term; the share of the others does not grow by that. */
        List<Term> shifted() {
            double sum = sum(config.styleLayers());
            List<Term> terms = new ArrayList<>();
            config.styleLayers().forEach((alternatives, weight) -> {
                String layer = first(alternatives);
                List<Integer> shifts = shifts(config, block(layer), side);
                if (!shifts.isEmpty()) terms.add(new Term(new ShiftedGram(shifts), layer, share * weight / sum));
            });
            return terms;
        }

        /** Each layer with the next; a pair weighs as much as its two layers. */
        List<Term> chained() {
            List<String> names =
                    config.styleLayers().keySet().stream().map(this::first).toList();
            List<Double> weights = List.copyOf(config.styleLayers().values());
            double sum = 2 * sum(config.styleLayers()) - weights.get(0) - weights.get(weights.size() - 1);
            List<Term> terms = new ArrayList<>();
            for (int i = 1; i < names.size(); i++) {
                double weight = weights.get(i - 1) + weights.get(i);
                terms.add(new Term(new CrossLayerChain(names.get(i)), names.get(i - 1), share * weight / sum));
            }
            return terms;
        }

        private String first(String alternatives) {
            return Stream.of(alternatives.split("/"))
                    .filter(layers::contains)
                    .findFirst()
                    .orElse(alternatives);
        }

        private static double sum(Map<String, Double> weights) {
            return weights.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * Refuses shifts that act at no layer.
     *
     * @param side the shortest of all images' sides, in pixels
     * @throws IllegalArgumentException naming the shift and the largest one possible
     */
    public static void checkShifts(LossConfig config, int side) {
        if (!config.losses().contains("shift")) return;
        int max = config.styleLayers().keySet().stream()
                .mapToInt(layer -> (side >> block(layer) - 1) / 4)
                .max()
                .getAsInt();
        for (int shift : config.shifts())
            if (shift > max)
                throw new IllegalArgumentException("shifts has " + shift + "; it must be at most " + max
                        + ", a quarter of the shorter side of the largest layer.");
    }

    private static List<Integer> shifts(LossConfig config, int block, int side) {
        List<Integer> shifts = !config.shifts().isEmpty()
                ? config.shifts()
                : block <= SHIFTS.size() ? SHIFTS.get(block - 1) : List.of();
        return shifts.stream()
                .distinct()
                .filter(shift -> shift <= (side >> block - 1) / 4)
                .toList();
    }

    /** The block of a layer, from 1: one more than how many times its features are halved. */
    private static int block(String layer) {
        Matcher matcher = BLOCK.matcher(layer);
        return matcher.matches() ? Math.max(1, Integer.parseInt(matcher.group(1))) : 1;
    }
}
