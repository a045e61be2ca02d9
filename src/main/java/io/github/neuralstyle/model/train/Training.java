package io.github.neuralstyle.model.train;

import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a feature model from folders of images: trains a classifier, divides each channel by its mean activation over
 * images (Gatys et al. 2016), and writes the network as a SavedModel with a model card.
 */
public final class Training {

    private static final int BATCHES = 30, IMAGES_PER_BATCH = 100;

    private Training() {}

    /** Where, in the folder of the result, a training leaves off and goes on. */
    public static Path checkpoint(Path output) {
        return output.resolve("checkpoint");
    }

    /**
     * Trains and writes.
     *
     * @param output a folder, made if absent; gets the model and, while training, a checkpoint to go on from
     * @param card what to tell about the training in {@code MODEL_CARD.md}
     * @return the accuracy on images that were held out; nothing if the listener stopped the training
     * @throws IOException if something cannot be written, or the checkpoint is of another recipe
     */
    public static Optional<Trainer.Accuracy> run(
            ImageFolders data,
            Trainer.Recipe recipe,
            Path output,
            ModelCard card,
            ProgressListener<Trainer.State> listener)
            throws IOException {
        boolean[] stopped = {false};
        Trainer.Result result = new Trainer(data, recipe).train(checkpoint(output), state -> {
            stopped[0] = !listener.update(state);
            return !stopped[0];
        });
        if (stopped[0]) return Optional.empty();
        Path unfinished = Files.createTempDirectory(output, "unfinished-");
        try {
            VggWriter.write(normalised(result.weights(), data, unfinished), Vgg.Pooling.AVERAGE, true, unfinished);
            Files.writeString(unfinished.resolve("MODEL_CARD.md"), card.text(data, recipe, result.heldOut()));
            moveAll(unfinished, output);
        } finally {
            delete(unfinished);
        }
        return Optional.of(result.heldOut());
    }

    private static VggWeights normalised(VggWeights weights, ImageFolders data, Path scratch) throws IOException {
        Path folder = scratch.resolve("as-trained");
        VggWriter.write(weights, Vgg.Pooling.AVERAGE, false, folder);
        VggWeights normalised = weights.dividedBy(
                Normalization.meanActivations(FeatureModel.load(folder), sample(data), ProgressListener.none()));
        delete(folder);
        return normalised;
    }

    /** Images evenly spread over all that were trained on. */
    private static List<TrainingBatch> sample(ImageFolders data) {
        int[] all = Trainer.training(data);
        int count = Math.min(all.length, BATCHES * IMAGES_PER_BATCH);
        int[] chosen = IntStream.range(0, count)
                .map(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
        List<TrainingBatch> batches = new ArrayList<>();
        for (int from = 0; from < count; from += IMAGES_PER_BATCH)
            batches.add(
                    TrainingBatch.centred(data, chosen, from, Math.min(from + IMAGES_PER_BATCH, count), data.side()));
        return batches;
    }

    private static void moveAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
