package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.loss.TileGraph.TileNode;
import io.github.neuralstyle.model.ReceptiveField;
import io.github.neuralstyle.model.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * Losses of images tile by tile, so that memory does not grow with them. Exact: the first passes add up what losses need to know of the
 * whole; the last goes back from each tile's interior to its pixels, with the derivatives of the losses by the totals as constants.
 */
final class Tiles implements Evaluation {

    private final LossGraph graph;
    private final List<Term> terms;
    private final int side;
    private final TileGraph.TileSum sum;
    private final ReceptiveField field;
    private final PlacesTargets places;
    private final TilePlaces source;

    /** Of each term, or null. */
    private final TFloat32[] targets;

    /** The content's size; null before there is one. */
    private final Tiling tiling;

    /** By the terms whose positions have targets of their own: those of each tile; or the places that they are matched with. */
    private final Map<Integer, List<TFloat32>> targetsOfTiles = new LinkedHashMap<>();

    private final Map<Integer, PlacesTargets.Matches> matches = new LinkedHashMap<>();

    /** Those to be closed with this object. */
    private final List<TFloat32> owned = new ArrayList<>();

    private Tiles(
            LossGraph graph, List<Term> terms, int side, TFloat32[] targets, PlacesTargets places, Pixels content) {
        this.graph = graph;
        this.terms = terms;
        this.side = side;
        this.targets = targets;
        this.places = places;
        sum = graph.tileSum(terms);
        field = graph.tiles().field(terms);
        source = new TilePlaces(graph, terms, sum, this::tiling);
        tiling = content == null ? null : tiling(content);
    }

    static Tiles ofStyles(
            LossGraph graph, List<Term> terms, List<Pixels> styles, List<Mask> masks, double[] proportions, int side) {
        PlacesTargets places = new PlacesTargets(terms);
        Tiles made = new Tiles(graph, terms, side, new TFloat32[terms.size()], places, null);
        made.learn(styles, masks, proportions);
        places.learn(styles, masks, proportions, made.source).forEach(made::own);
        return made;
    }

    private Tiling tiling(Pixels image) {
        return new Tiling(image.width(), image.height(), side, field);
    }

    private void own(int term, TFloat32 target) {
        targets[term] = target;
        owned.add(target);
    }

    private List<TileNode> nodes(int... wanted) {
        return IntStream.of(wanted).mapToObj(sum.nodes()::get).toList();
    }

    private void learn(List<Pixels> styles, List<Mask> masks, double[] proportions) {
        int[] wanted = IntStream.of(Term.with(Reference.STYLE, terms))
                .filter(i -> !(terms.get(i).loss() instanceof PlacesLoss))
                .toArray();
        MeanTarget[] means = MeanTarget.all(wanted.length);
        for (int style = 0; style < styles.size(); style++) {
            TiledImage image = image(styles.get(style));
            Mask part = masks.get(style);
            try (TFloat32 inside =
                            part == null ? null : Tensors.of(part.feathered(0), 1, part.height(), part.width(), 1);
                    TileTotals totals = new TileTotals(image, nodes(wanted), inside)) {
                for (int i = 0; i < wanted.length; i++)
                    try (TFloat32 target = totals.target(sum.nodes().get(wanted[i]))) {
                        means[i].add(target, (float) proportions[style]);
                    }
            }
        }
        for (int i = 0; i < wanted.length; i++) own(wanted[i], means[i].tensor());
    }

    private TiledImage image(Pixels image) {
        return new TiledImage(graph, tiling(image), image.values());
    }

    @Override
    public Tiles withContent(Pixels content) {
        Tiles made = new Tiles(graph, terms, side, targets.clone(), places, content);
        TiledImage image = made.image(content);
        for (int term : Term.with(Reference.CONTENT, terms)) {
            TileNode node = sum.nodes().get(term);
            if (node.loss().hasTargetsOfTiles()) made.targetsOfTiles.put(term, made.inner(image, node));
            else
                try (TileTotals totals = new TileTotals(image, List.of(node), null)) {
                    made.own(term, totals.target(node));
                }
        }
        return made;
    }

    private List<TFloat32> inner(TiledImage image, TileNode node) {
        List<TFloat32> tiles = new ArrayList<>();
        image.each(
                List.of(node.inner()),
                (runner, tile) -> List.of(),
                (result, index, tile) -> tiles.add(Tensors.copy(result.get(0))));
        owned.addAll(tiles);
        return tiles;
    }

    @Override
    public void match(Pixels query) {
        for (int term : places.matched()) matches.put(term, places.match(term, source.of(query, term)));
    }

    @Override
    public float[] evaluate(float[] x, float[] weights, float[] gridOffset, float[] gradient) {
        TiledImage image = new TiledImage(graph, tiling, x, gridOffset);
        int[] all = IntStream.range(0, terms.size()).toArray();
        try (TFloat32 factors = TFloat32.vectorOf(weights);
                TileTotals totals = new TileTotals(image, sum.nodes(), null)) {
            float[] values = values(totals, all);
            Arrays.fill(gradient, 0);
            TiledImage.Feed feed = (runner, tile) -> {
                runner.feed(sum.weights(), factors);
                return feed(runner, totals, tile, all);
            };
            image.each(List.of(sum.parts(), sum.gradient()), feed, (result, index, tile) -> {
                float[] parts = Tensors.values(result.get(0));
                for (int i = 0; i < parts.length; i++) if (sum.nodes().get(i).value() == null) values[i] += parts[i];
                tiling.add(Tensors.values(result.get(1)), tile, gradient);
            });
            return values;
        }
    }

    private float[] values(TileTotals totals, int... wanted) {
        float[] values = new float[terms.size()];
        for (int term : wanted) values[term] = totals.value(sum.nodes().get(term), targets[term]);
        return values;
    }

    /** Returns what is to be closed after the run. */
    private List<TFloat32> feed(Session.Runner runner, TileTotals totals, int tile, int... wanted) {
        List<TFloat32> made = new ArrayList<>();
        for (int term : wanted) {
            TileNode node = sum.nodes().get(term);
            totals.feedPart(runner, node);
            TFloat32 target = targets[term];
            if (targetsOfTiles.containsKey(term))
                target = targetsOfTiles.get(term).get(tile);
            if (matches.containsKey(term)) made.add(target = matched(term, tile));
            if (target != null) runner.feed(node.target(), target);
        }
        return made;
    }

    private TFloat32 matched(int term, int tile) {
        int[] some = source.places(term, tiling.tiles().get(tile), tiling.width());
        int channels = (int) sum.nodes().get(term).inner().shape().size(3);
        return places.target(term, matches.get(term), some, new float[some.length * channels]);
    }

    @Override
    public float[] gradientNorms(float[] x, int... wanted) {
        float[] norms = new float[terms.size()], gradient = new float[x.length];
        TiledImage image = new TiledImage(graph, tiling, x);
        try (TileTotals totals = new TileTotals(image, nodes(wanted), null)) {
            values(totals, wanted);
            for (int term : wanted) {
                Arrays.fill(gradient, 0);
                image.each(
                        List.of(sum.nodes().get(term).gradient()),
                        (runner, tile) -> feed(runner, totals, tile, term),
                        (result, index, tile) -> tiling.add(Tensors.values(result.get(0)), tile, gradient));
                double squares = 0;
                for (float slope : gradient) squares += (double) slope * slope;
                norms[term] = (float) Math.sqrt(squares);
            }
        }
        return norms;
    }

    @Override
    public void close() {
        owned.forEach(TFloat32::close);
        owned.clear();
    }
}
