package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import io.github.neuralstyle.model.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;

/** Losses of whole images, each in one run of the network. */
final class WholeImages implements Evaluation {

    private final LossGraph graph;
    private final List<Term> terms;
    private final LossGraph.Sum sum;
    private final int width, height;

    /** Of each term, or null. */
    private final TFloat32[] targets;

    private final PlacesTargets places;

    /** Those to be closed with this object. */
    private final List<TFloat32> owned = new ArrayList<>();

    private WholeImages(
            LossGraph graph, List<Term> terms, TFloat32[] targets, PlacesTargets places, int width, int height) {
        this.graph = graph;
        this.terms = terms;
        this.targets = targets;
        this.places = places;
        this.width = width;
        this.height = height;
        sum = graph.sum(terms);
    }

    static WholeImages ofStyles(
            LossGraph graph, List<Term> terms, List<Pixels> styles, List<Mask> masks, double[] proportions) {
        PlacesTargets places = new PlacesTargets(terms);
        WholeImages made = new WholeImages(graph, terms, new TFloat32[terms.size()], places, 0, 0);
        made.compute(Reference.STYLE, styles, masks, proportions);
        places.learn(styles, masks, proportions, made::maps).forEach(made::own);
        return made;
    }

    @Override
    public WholeImages withContent(Pixels content) {
        WholeImages made = new WholeImages(graph, terms, targets.clone(), places, content.width(), content.height());
        made.compute(Reference.CONTENT, List.of(content), Collections.singletonList(null), new double[] {1});
        return made;
    }

    private void compute(Reference reference, List<Pixels> images, List<Mask> masks, double[] proportions) {
        int[] wanted = IntStream.of(Term.with(reference, terms))
                .filter(i -> !(terms.get(i).loss() instanceof PlacesLoss))
                .toArray();
        if (wanted.length == 0) return;
        MeanTarget[] means = MeanTarget.all(wanted.length);
        for (int i = 0; i < images.size(); i++)
            addTargets(wanted, images.get(i), masks.get(i), (float) proportions[i], means);
        for (int i = 0; i < wanted.length; i++) own(wanted[i], means[i].tensor());
    }

    private void own(int term, TFloat32 target) {
        if (owned.remove(targets[term])) targets[term].close();
        targets[term] = target;
        owned.add(target);
    }

    @Override
    public void match(Pixels query) {
        for (int term : places.matched()) {
            PlacesMap map = maps(query, term).get(0);
            PlacesTargets.Matches matches = places.match(term, map);
            int[] all = IntStream.range(0, map.height() * map.width()).toArray();
            own(term, places.target(term, matches, all, map.rows().apply(all)));
        }
    }

    private List<PlacesMap> maps(Pixels image, int... wanted) {
        try (TFloat32 pixels = Tensors.of(image)) {
            Session.Runner runner = graph.run(pixels);
            for (int term : wanted) runner.fetch(sum.nodes().get(term).features());
            try (Result result = runner.run()) {
                return IntStream.range(0, wanted.length)
                        .mapToObj(i -> PlacesMap.of((TFloat32) result.get(i)))
                        .toList();
            }
        }
    }

    private void addTargets(int[] wanted, Pixels pixels, Mask part, float proportion, MeanTarget[] means) {
        try (TFloat32 x = Tensors.of(pixels);
                TFloat32 inside =
                        part == null ? null : Tensors.of(part.feathered(0), 1, part.height(), part.width(), 1)) {
            Session.Runner runner = part == null ? graph.run(x) : graph.run(x, inside);
            for (int term : wanted) {
                LossGraph.Node node = sum.nodes().get(term);
                runner.fetch(part == null ? node.target() : node.maskedTarget());
            }
            try (Result result = runner.run()) {
                for (int i = 0; i < wanted.length; i++) means[i].add(result.get(i), proportion);
            }
        }
    }

    @Override
    public float[] evaluate(float[] x, float[] weights, float[] gridOffset, float[] gradient) {
        try (TFloat32 pixels = Tensors.of(new Pixels(width, height, x));
                TFloat32 factors = TFloat32.vectorOf(weights);
                TFloat32 offset = TFloat32.vectorOf(gridOffset);
                Result result = run(graph.runSampled(pixels, offset))
                        .feed(sum.weights(), factors)
                        .fetch(sum.values())
                        .fetch(sum.gradient())
                        .run()) {
            ((TFloat32) result.get(1)).asRawTensor().data().asFloats().read(gradient);
            return StdArrays.array1dCopyOf((TFloat32) result.get(0));
        }
    }

    @Override
    public float[] gradientNorms(float[] x, int... wanted) {
        float[] found = new float[terms.size()];
        if (wanted.length == 0) return found;
        try (TFloat32 pixels = Tensors.of(new Pixels(width, height, x))) {
            Session.Runner runner = run(graph.run(pixels));
            for (int term : wanted) runner.fetch(sum.nodes().get(term).gradientNorm());
            try (Result result = runner.run()) {
                for (int i = 0; i < wanted.length; i++) found[wanted[i]] = ((TFloat32) result.get(i)).getFloat();
            }
        }
        return found;
    }

    private Session.Runner run(Session.Runner runner) {
        for (int i = 0; i < targets.length; i++)
            if (targets[i] != null) runner.feed(sum.nodes().get(i).fed(), targets[i]);
        return runner;
    }

    @Override
    public void close() {
        owned.forEach(TFloat32::close);
        owned.clear();
    }
}
