package io.github.neuralstyle.loss;

import io.github.neuralstyle.loss.TileGraph.Survey;
import io.github.neuralstyle.loss.TileGraph.TileNode;
import io.github.neuralstyle.model.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** What losses need to know of an image as a whole: the totals of its tiles, and the derivatives of losses by them. */
final class TileTotals implements AutoCloseable {

    private final LossGraph graph;
    private final Function<TileNode, Survey> survey;
    private final TiledImage.Feed feed;
    private final Map<TileNode, List<TFloat32>> totals = new IdentityHashMap<>(), slopes = new IdentityHashMap<>();

    /** @param mask (1, height, width, 1) of the part that counts; null for the whole */
    TileTotals(TiledImage image, List<TileNode> nodes, TFloat32 mask) {
        graph = image.graph();
        survey = mask == null ? TileNode::survey : TileNode::masked;
        feed = (runner, tile) -> {
            if (mask != null) runner.feed(graph.mask(), mask);
            nodes.forEach(node -> feed(runner, node));
            return List.of();
        };
        nodes.forEach(node -> totals.put(node, new ArrayList<>()));
        pass(image, nodes, Survey::first);
        pass(image, nodes, Survey::second);
    }

    private void pass(TiledImage image, List<TileNode> nodes, Function<Survey, List<Operand<TFloat32>>> operands) {
        List<Operand<TFloat32>> fetched = nodes.stream()
                .flatMap(node -> operands.apply(survey.apply(node)).stream())
                .toList();
        if (fetched.isEmpty()) return;
        double[][] sums = new double[fetched.size()][];
        Shape[] shapes = new Shape[fetched.size()];
        boolean[] minima = new boolean[fetched.size()];
        int next = 0;
        for (TileNode node : nodes)
            for (int i = operands.apply(survey.apply(node)).size(); i > 0; i--)
                minima[next++] =
                        node.loss().firstAreMinima() && totals.get(node).isEmpty();
        image.each(fetched, feed, (result, index, tile) -> {
            for (int i = 0; i < sums.length; i++) {
                shapes[i] = result.get(i).shape();
                sums[i] = joined(sums[i], Tensors.values(result.get(i)), minima[i]);
            }
        });
        next = 0;
        for (TileNode node : nodes)
            for (int i = operands.apply(survey.apply(node)).size(); i > 0; i--, next++)
                totals.get(node).add(Tensors.of(floats(sums[next]), shapes[next].asArray()));
    }

    private static double[] joined(double[] sum, float[] more, boolean minimum) {
        double[] joined = sum == null ? new double[more.length] : sum;
        if (sum == null && minimum) Arrays.fill(joined, Double.POSITIVE_INFINITY);
        for (int i = 0; i < more.length; i++) joined[i] = minimum ? Math.min(joined[i], more[i]) : joined[i] + more[i];
        return joined;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    private void feed(Session.Runner runner, TileNode node) {
        List<TFloat32> known = totals.get(node);
        for (int i = 0; i < known.size(); i++)
            runner.feed(survey.apply(node).totals().get(i), known.get(i));
    }

    /** The target that this image makes; to be closed. */
    TFloat32 target(TileNode node) {
        Session.Runner runner = graph.run();
        feed(runner, node);
        try (Result result = runner.fetch(survey.apply(node).target()).run()) {
            return Tensors.copy(result.get(0));
        }
    }

    /** The value of a loss, of which the slopes are kept to be fed; 0 if it is the sum of its parts. */
    float value(TileNode node, TFloat32 target) {
        if (node.value() == null) return 0;
        Session.Runner runner = graph.run();
        feed(runner, node);
        if (target != null) runner.feed(node.target(), target);
        runner.fetch(node.value());
        node.slopes().forEach(runner::fetch);
        try (Result result = runner.run()) {
            List<TFloat32> kept = new ArrayList<>();
            for (int i = 1; i < result.size(); i++) kept.add(Tensors.copy(result.get(i)));
            slopes.put(node, kept);
            return ((TFloat32) result.get(0)).getFloat();
        }
    }

    /** Feeds what the part of a loss in a tile needs to know of the whole. */
    void feedPart(Session.Runner runner, TileNode node) {
        if (node.value() == null) feed(runner, node);
        else
            for (int i = 0; i < node.fedSlopes().size(); i++)
                runner.feed(node.fedSlopes().get(i), slopes.get(node).get(i));
    }

    @Override
    public void close() {
        totals.values().forEach(tensors -> tensors.forEach(TFloat32::close));
        slopes.values().forEach(tensors -> tensors.forEach(TFloat32::close));
    }
}
