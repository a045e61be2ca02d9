package io.github.neuralstyle.measure;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Hypercolumns;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.loss.Neighbors;
import io.github.neuralstyle.loss.Term;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Statistics of the feature maps of images by the names of measures, as "gram block1_conv1": Gram matrices, shifted Gram
 * matrices, histograms, and the features themselves for "content".
 */
final class FeatureStatistics implements AutoCloseable {

    static final String HISTOGRAM = "hist";

    /** The losses whose targets are measured. */
    private static final List<String> LOSSES = List.of("gram", "shift", "content");

    /** Used at every layer that is large enough, whatever shifts the results were made with. */
    private static final List<Integer> SHIFTS = List.of(4, 8, 16, 32, 64);

    /** The number of parts whose means describe a histogram. */
    private static final int PARTS = 1024;

    private final Graph graph = TensorFlowProcess.newGraph();
    private final Session session;
    private final Output<TFloat32> image;
    private final Map<String, Operand<TFloat32>> statistics = new LinkedHashMap<>();
    private final Optional<Operand<TFloat32>> places;

    /**
     * Builds the graph.
     *
     * @param side the shortest side of all images, in pixels, which limits the shifts
     * @throws IllegalArgumentException if the model has none of the layers
     */
    FeatureStatistics(FeatureModel model, int side) {
        this(model, terms(model, LOSSES, side), true);
    }

    /** Of some losses that need no shifts, and nothing else. */
    static FeatureStatistics ofLosses(FeatureModel model, List<String> losses) {
        return new FeatureStatistics(model, terms(model, losses, Integer.MAX_VALUE), false);
    }

    private FeatureStatistics(FeatureModel model, List<Term> terms, boolean all) {
        FeatureModel.Endpoints endpoints = model.addTo(graph);
        Ops tf = Ops.create(graph).withSubScope("statistics");
        image = endpoints.image();
        for (Term term : terms) {
            Operand<TFloat32> features = endpoints.features().get(term.layer());
            statistics.put(name(term), term.loss().target(tf, features));
            if (all && term.loss().name().equals("gram"))
                statistics.put(histogram(term), tf.linalg.transpose(features, tf.constant(new int[] {3, 0, 1, 2})));
        }
        places = all && Hypercolumns.exist(model.layers())
                ? Optional.of(places(tf, Neighbors.of(model.layers()), endpoints))
                : Optional.empty();
        session = new Session(graph);
    }

    private static Operand<TFloat32> places(Ops tf, Neighbors loss, FeatureModel.Endpoints endpoints) {
        return loss.features(
                tf,
                loss.layers().stream()
                        .<Operand<TFloat32>>map(endpoints.features()::get)
                        .toList());
    }

    private static List<Term> terms(FeatureModel model, List<String> losses, int side) {
        LossConfig config = LossConfig.DEFAULT.withLosses(losses).withShifts(SHIFTS);
        List<Term> terms = Losses.terms(config, model.layers(), 0.5, side).stream()
                .filter(term -> model.layers().contains(term.layer()))
                .toList();
        if (terms.isEmpty())
            throw new IllegalArgumentException("The model " + model.name()
                    + " has no layer to compare images by; it has " + String.join(", ", new TreeSet<>(model.layers()))
                    + ", and block1_conv1 or deeper ones of a VGG are needed.");
        return terms;
    }

    private static String name(Term term) {
        return term.loss().name() + " " + term.layer();
    }

    private static String histogram(Term gram) {
        return HISTOGRAM + " " + gram.layer();
    }

    /** All names for large images, in the order of tables. */
    static List<String> names(FeatureModel model) {
        List<Term> terms = terms(model, LOSSES, Integer.MAX_VALUE);
        List<String> names = new ArrayList<>();
        for (String loss : List.of("gram", "shift", HISTOGRAM, "content"))
            for (Term term : terms) {
                if (term.loss().name().equals(loss)) names.add(name(term));
                if (loss.equals(HISTOGRAM) && term.loss().name().equals("gram")) names.add(histogram(term));
            }
        return names;
    }

    /** The statistics of an image. Those of histograms are (channels, {@link #PARTS}). */
    Map<String, float[]> of(Pixels picture) {
        try (TFloat32 x = Tensors.of(picture)) {
            Session.Runner runner = session.runner().feed(image, x);
            statistics.values().forEach(runner::fetch);
            Map<String, float[]> values = new LinkedHashMap<>();
            try (Result result = runner.run()) {
                int i = 0;
                for (String name : statistics.keySet()) {
                    Tensor tensor = result.get(i++);
                    float[] found = Tensors.values(tensor);
                    values.put(
                            name,
                            name.startsWith(HISTOGRAM)
                                    ? histograms(found, (int) tensor.shape().get(0))
                                    : found);
                }
            }
            return values;
        }
    }

    /** Whether the network has {@link Hypercolumns}. */
    boolean hasPlaces() {
        return places.isPresent();
    }

    /** The hypercolumns of an image, (1, places down, places across, channels); to be closed. */
    Result places(Pixels picture) {
        try (TFloat32 x = Tensors.of(picture)) {
            return session.runner().feed(image, x).fetch(places.get()).run();
        }
    }

    private static float[] histograms(float[] values, int channels) {
        float[] all = new float[channels * PARTS];
        int positions = values.length / channels;
        for (int c = 0; c < channels; c++)
            System.arraycopy(
                    parts(Arrays.copyOfRange(values, c * positions, (c + 1) * positions), PARTS),
                    0,
                    all,
                    c * PARTS,
                    PARTS);
        return all;
    }

    /**
     * The means of the sorted values in parts of equal size. A value at the border of two parts counts in both by its
     * share, so that samples of different sizes can be compared.
     */
    static float[] parts(float[] values, int parts) {
        Arrays.sort(values);
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
        float[] means = new float[parts];
        double perPart = (double) values.length / parts;
        for (int i = 0; i < parts; i++)
            means[i] = (float) ((upTo((i + 1) * perPart, sums, values) - upTo(i * perPart, sums, values)) / perPart);
        return means;
    }

    private static double upTo(double position, double[] sums, float[] values) {
        int whole = Math.min(values.length - 1, (int) position);
        return sums[whole] + (position - whole) * values[whole];
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
