package io.github.neuralstyle.loss;

import io.github.neuralstyle.model.FeatureModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The graphs of a network that are not in use: to build one takes TensorFlow a third of a second, and one serves all
 * scales and pictures with the same losses at the same layers.
 */
public final class LossGraphs implements AutoCloseable {

    private static final int MOST = 4;

    /** A term, but for its weight, which is fed. */
    private record Part(Loss loss, String layer) {}

    private final FeatureModel model;
    private final Map<List<Part>, LossGraph> spare = new LinkedHashMap<>();
    private boolean closed;

    public LossGraphs(FeatureModel model) {
        this.model = model;
    }

    public FeatureModel model() {
        return model;
    }

    /**
     * A graph without targets, to be given back.
     *
     * @throws IllegalArgumentException if the model lacks a term's layer
     */
    public synchronized LossGraph take(List<Term> terms) {
        LossGraph graph = spare.remove(parts(terms));
        if (graph == null) return new LossGraph(model, terms);
        graph.terms(terms);
        return graph;
    }

    /** Frees a graph's targets and keeps the graph, if it is one of the last few and there is no other like it. */
    public synchronized void giveBack(LossGraph graph) {
        graph.closeTargets();
        LossGraph same = spare.put(parts(graph.terms()), graph);
        if (same != null) same.close();
        if (closed || spare.size() > MOST)
            spare.remove(spare.keySet().iterator().next()).close();
    }

    private static List<Part> parts(List<Term> terms) {
        return terms.stream().map(term -> new Part(term.loss(), term.layer())).toList();
    }

    /** Closes what is here, and what is given back later. */
    @Override
    public synchronized void close() {
        closed = true;
        spare.values().forEach(LossGraph::close);
        spare.clear();
    }
}
