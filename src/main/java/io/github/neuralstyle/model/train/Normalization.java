package io.github.neuralstyle.model.train;

import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import io.github.neuralstyle.util.Folders;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Each channel's mean activation over images, by which Gatys et al. (2016) divide. */
public final class Normalization {

    /** The side that VGG was trained with; more images change the means little. */
    private static final int SIDE = 224, MAX_IMAGES = 200, IMAGES_PER_BATCH = 4;

    /** How many images are done. */
    public record State(int images, int of) {

        /** The completed part, from 0 to 1. */
        public double done() {
            return (double) images / of;
        }
    }

    /** Channels with a smaller mean are not changed. */
    private static final float SILENT = 1e-4f;

    private Normalization() {}

    /**
     * Divides each channel by its mean activation over at most 200 images, so that it is 1.
     *
     * @param folderOrZip of images, which may be in subfolders
     * @param scratch a folder that does not exist; created and deleted
     * @throws IOException if there are no images, or the scratch folder cannot be written
     * @throws CancellationException if the listener stopped it
     */
    public static VggWeights normalize(
            VggWeights weights, Vgg.Pooling pooling, Path folderOrZip, Path scratch, ProgressListener<State> listener)
            throws IOException {
        ImageFolders images = ImageFolders.readUnsorted(folderOrZip, SIDE, MAX_IMAGES);
        List<TrainingBatch> batches =
                TrainingBatch.centred(images, IntStream.range(0, images.size()).toArray(), IMAGES_PER_BATCH, SIDE);
        try {
            VggWriter.write(weights, pooling, false, scratch);
            return weights.dividedBy(meanActivations(FeatureModel.load(scratch), batches, listener));
        } finally {
            Folders.delete(scratch);
        }
    }

    /** For each layer of a model (channels), the mean over images and positions. */
    static Map<String, float[]> meanActivations(
            FeatureModel model, List<TrainingBatch> batches, ProgressListener<State> listener) {
        int images = batches.stream().mapToInt(batch -> batch.label().length).sum(), done = 0;
        Map<String, float[]> means = new LinkedHashMap<>();
        try (Graph graph = TensorFlowProcess.newGraph()) {
            FeatureModel.Endpoints endpoints = model.addTo(graph);
            Ops tf = Ops.create(graph).withSubScope("means");
            List<String> layers = List.copyOf(model.layers());
            List<Operand<TFloat32>> ops = layers.stream()
                    .map(layer -> (Operand<TFloat32>)
                            tf.math.mean(endpoints.features().get(layer), tf.constant(new int[] {0, 1, 2})))
                    .toList();
            try (Session session = new Session(graph)) {
                for (TrainingBatch batch : batches) {
                    try (TFloat32 x = batch.pixelsAsFloat()) {
                        Session.Runner runner = session.runner().feed(endpoints.image(), x);
                        ops.forEach(runner::fetch);
                        try (Result result = runner.run()) {
                            for (int i = 0; i < layers.size(); i++)
                                add(
                                        means,
                                        layers.get(i),
                                        StdArrays.array1dCopyOf((TFloat32) result.get(i)),
                                        (float) batch.label().length / images);
                        }
                    }
                    done += batch.label().length;
                    if (!listener.update(new State(done, images))) throw new CancellationException("Stopped.");
                }
            }
        }
        means.values().forEach(mean -> {
            for (int c = 0; c < mean.length; c++) if (mean[c] < SILENT) mean[c] = 1;
        });
        return means;
    }

    private static void add(Map<String, float[]> means, String layer, float[] term, float weight) {
        float[] sum = means.computeIfAbsent(layer, l -> new float[term.length]);
        for (int c = 0; c < term.length; c++) sum[c] += weight * term[c];
    }
}
