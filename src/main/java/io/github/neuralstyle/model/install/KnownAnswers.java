package io.github.neuralstyle.model.install;

import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.Tensors;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

/**
 * Each layer's mean activation on a fixed picture, stored with a network when it is imported, so that it can be verified
 * later that the network still computes the same.
 */
public final class KnownAnswers {

    private static final String FILE = "known-answers.properties";

    /** Other processors sum in another order. */
    private static final double TOLERANCE = 1e-4;

    private static final int SIDE = 64;

    private KnownAnswers() {}

    /**
     * Each layer's mean activation on the picture. The graph is executed as it is, which needs less memory than a
     * {@link io.github.neuralstyle.model.FeatureModel} of it.
     *
     * @param folder of a SavedModel that this program has written
     */
    public static Map<String, Double> of(Path folder) {
        Map<String, Double> answers = new TreeMap<>();
        try (SavedModelBundle bundle = TensorFlowProcess.load(folder);
                TFloat32 picture = Tensors.of(picture(), 1, SIDE, SIDE, 3)) {
            SignatureDef signature = bundle.metaGraphDef().getSignatureDefOrThrow("serving_default");
            Map<String, TensorInfo> outputs = new TreeMap<>(signature.getOutputsMap());
            Session.Runner runner = bundle.session()
                    .runner()
                    .feed(signature.getInputsOrThrow("image").getName(), picture);
            outputs.values().forEach(output -> runner.fetch(output.getName()));
            try (Result result = runner.run()) {
                int i = 0;
                for (String layer : outputs.keySet()) answers.put(layer, mean(Tensors.values(result.get(i++))));
            }
        }
        return answers;
    }

    private static double mean(float[] features) {
        double sum = 0;
        for (float value : features) sum += value;
        return sum / features.length;
    }

    /** Waves in each colour, (height, width, 3), 0..255. */
    private static float[] picture() {
        float[] values = new float[3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int channel = i % 3, x = i / 3 % SIDE, y = i / 3 / SIDE;
            values[i] = (float)
                    (127.5 + 127.5 * StrictMath.sin(0.05 * (channel + 1) * x + 0.07 * (3 - channel) * y + channel));
        }
        return values;
    }

    static void write(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder("# Each layer's mean activation on a fixed picture.\n");
        of(folder)
                .forEach((layer, mean) ->
                        lines.append(layer).append(" = ").append(mean).append('\n'));
        Files.writeString(folder.resolve(FILE), lines);
    }

    /**
     * Computes the mean activations again and compares them.
     *
     * @param folder of the model
     * @return the number of layers
     * @throws IOException if a layer differs; the message names it
     */
    public static int check(Path folder) throws IOException {
        Properties known = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            known.load(in);
        }
        Map<String, Double> answers = of(folder);
        for (String layer : known.stringPropertyNames()) {
            double expected = Double.parseDouble(known.getProperty(layer)),
                    actual = answers.getOrDefault(layer, Double.NaN);
            if (!(Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected)))
                throw new IOException("The layer " + layer + " of " + folder.getFileName() + " answers " + actual
                        + " and not " + expected + " as when it was imported; remove and import it again.");
        }
        return known.size();
    }
}
