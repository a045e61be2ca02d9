package io.github.neuralstyle.loss;

import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.model.ReceptiveField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** What a {@link LossGraph} has for tiles: one graph for tiles of all sizes, wherever they lie. */
final class TileGraph {

    /**
     * Totals over tiles.
     *
     * @param first what is added up, or the minima, in the first pass
     * @param second what is added up in the second pass, which needs the totals of the first
     * @param totals those of the first and of the second, to be fed
     * @param target from the totals; null if the loss has none or makes it otherwise
     */
    record Survey(
            List<Operand<TFloat32>> first,
            List<Operand<TFloat32>> second,
            List<Placeholder<TFloat32>> totals,
            Operand<TFloat32> target) {}

    /**
     * A loss at a layer: its inputs and outputs in the graph.
     *
     * @param inner the features of the interior
     * @param masked the survey of what lies within a mask; null for what cannot be masked
     * @param value from the totals; null if the loss is the sum of its parts
     * @param slopes of the value by the totals of the first pass
     * @param part of the loss in a tile; if there is a value, what has the same gradient, with the slopes fed
     * @param gradient of the part, (1, height, width, 3)
     */
    record TileNode(
            TiledLoss loss,
            Operand<TFloat32> inner,
            Survey survey,
            Survey masked,
            Placeholder<TFloat32> target,
            Operand<TFloat32> value,
            List<Operand<TFloat32>> slopes,
            List<Placeholder<TFloat32>> fedSlopes,
            Operand<TFloat32> part,
            Operand<TFloat32> gradient) {}

    /** A weighted sum of losses: their parts in a tile (losses), and the gradient of the sum, (1, height, width, 3). */
    record TileSum(
            List<TileNode> nodes, Placeholder<TFloat32> weights, Operand<TFloat32> parts, Operand<TFloat32> gradient) {}

    private final LossGraph graph;
    private final Ops tf;
    private final Placeholder<TInt32> geometry;
    private final Map<LossGraph.LayerLoss, TileNode> nodes = new HashMap<>();
    private final Map<List<LossGraph.LayerLoss>, TileSum> sums = new HashMap<>();
    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, ReceptiveField> fields = new ConcurrentHashMap<>();

    TileGraph(LossGraph graph, Ops tf) {
        this.graph = graph;
        this.tf = tf;
        geometry = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(4, 2)));
    }

    /** Where the geometry of a tile is fed. */
    Placeholder<TInt32> geometry() {
        return geometry;
    }

    ReceptiveField field(String layer) {
        return layer.equals(Term.IMAGE) ? ReceptiveField.PIXEL : fields.computeIfAbsent(layer, graph.model()::field);
    }

    /** What a tile must contain for the interior of some terms. */
    ReceptiveField field(List<Term> terms) {
        return terms.stream()
                .map(term -> term.loss().layers(term.layer()).stream()
                        .map(this::field)
                        .reduce(ReceptiveField.PIXEL, ReceptiveField::union)
                        .widened(((TiledLoss) term.loss()).reach()))
                .reduce(ReceptiveField.PIXEL, ReceptiveField::union);
    }

    /** To be called by one thread at a time. */
    TileSum sum(List<LossGraph.LayerLoss> losses) {
        TileSum sum = sums.get(losses);
        if (sum == null) sums.put(losses, sum = build(losses));
        return sum;
    }

    private TileSum build(List<LossGraph.LayerLoss> losses) {
        for (LossGraph.LayerLoss at : losses) if (!nodes.containsKey(at)) nodes.put(at, build(at));
        List<TileNode> summands = losses.stream().map(nodes::get).toList();
        Placeholder<TFloat32> weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(losses.size())));
        Operand<TFloat32> parts =
                Joins.stack(tf, summands.stream().map(TileNode::part).toList());
        Operand<TFloat32> all = tf.reduceSum(tf.math.mul(parts, weights), tf.constant(0));
        return new TileSum(summands, weights, parts, graph.gradient(all));
    }

    private TileNode build(LossGraph.LayerLoss at) {
        if (!(at.loss() instanceof TiledLoss loss))
            throw new IllegalArgumentException(
                    "losses has " + at.loss().name() + ", which cannot be computed tile by tile:"
                            + " leave it out, or choose a smaller size or more memory (memory), so that the picture is one tile.");
        List<String> layers = loss.layers(at.layer());
        Operand<TFloat32> map = loss.features(
                tf,
                layers.stream().map(graph::features).toList(),
                layers.stream().map(this::window).toList());
        TileFeatures tile = new TileFeatures(map, window(loss.positions(at.layer())), null, graph.gridOffset());
        Survey survey = survey(loss, tile);
        boolean maskable = loss.reference() == Reference.STYLE && !(loss instanceof PlacesLoss);
        Placeholder<TFloat32> target = tf.placeholder(TFloat32.class);
        Operand<TFloat32> value = loss.value(tf, List.copyOf(survey.totals), target);
        List<Operand<TFloat32>> slopes = value == null ? List.of() : graph.gradients(value, survey.totals);
        List<Placeholder<TFloat32>> fedSlopes = value == null ? List.of() : placeholders(survey.first);
        Operand<TFloat32> part = value == null
                ? loss.part(tf, tile, List.copyOf(survey.totals), target)
                : products(survey.first, fedSlopes);
        return new TileNode(
                loss,
                tile.inner(tf),
                survey,
                maskable ? survey(loss, new TileFeatures(map, tile.window(), weights(tile.window()), null)) : null,
                target,
                value,
                slopes,
                fedSlopes,
                part,
                graph.gradient(part));
    }

    private Window window(String layer) {
        return windows.computeIfAbsent(
                layer, any -> Window.of(tf, geometry, field(layer).stride()));
    }

    /** The mask in the resolution of a whole layer. */
    private Operand<TFloat32> weights(Window window) {
        return tf.image.resizeArea(graph.mask(), window.whole());
    }

    private Survey survey(TiledLoss loss, TileFeatures tile) {
        List<Operand<TFloat32>> first = loss.first(tf, tile);
        List<Placeholder<TFloat32>> totals = placeholders(first);
        List<Operand<TFloat32>> second = loss.second(tf, tile, List.copyOf(totals));
        List<Placeholder<TFloat32>> all =
                Stream.concat(totals.stream(), placeholders(second).stream()).toList();
        return new Survey(first, second, all, all.isEmpty() ? null : loss.target(tf, List.copyOf(all)));
    }

    private List<Placeholder<TFloat32>> placeholders(List<Operand<TFloat32>> operands) {
        return operands.stream()
                .map(operand -> tf.placeholder(TFloat32.class, Placeholder.shape(operand.shape())))
                .toList();
    }

    private Operand<TFloat32> products(List<Operand<TFloat32>> sums, List<Placeholder<TFloat32>> slopes) {
        List<Operand<TFloat32>> products = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            Operand<TFloat32> product = tf.math.mul(sums.get(i), slopes.get(i));
            products.add(tf.reduceSum(tf.reshape(product, tf.constant(new int[] {-1})), tf.constant(0)));
        }
        return tf.reduceSum(Joins.stack(tf, products), tf.constant(0));
    }
}
