package io.github.neuralstyle.model.train;

import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import io.github.neuralstyle.util.Folders;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes a feature model from folders of images: trains a classifier, divides each channel by its mean activation over
 * images (Gatys et al. 2016), and writes the network as a SavedModel with a model card.
 */
public final class Training {

    private static final int BATCHES = 30, IMAGES_PER_BATCH = 100;

    private Training() {}

    /**
     * The description of a trained network.
     *
     * @param name of the network
     * @param images where the training images came from
     * @param command that trains the network again
     */
    public record ModelCard(String name, String images, String command) {

        String text(ImageFolders data, Trainer.Recipe recipe, Trainer.Accuracy heldOut) {
            return String.format(
                    Locale.ROOT,
                    """
			# %s

			A feature network for Neural Style: a TensorFlow SavedModel with the input `image`, float32 (batch, height,
			width, 3), sRGB 0..255, and the outputs `block1_conv1` and so on, after ReLU. Weights are stored in half
			precision. Each channel's mean activation over training images is 1.

			| | |
			|---|---|
			| Images | %s: %d images of %d classes |
			| Architecture | blocks of %s convolutions, of %s channels; borders padded with mirrored pixels |
			| Training | %d passes, batches of %d, Adam with a largest learning rate of %s and cosine decay, crops of %dx%d pixels, mirrored at random, %s, seed %d |
			| Pooling | %s while training, average in this model |
			| Accuracy | %s of %d held-out images |
			| Date | %s |
			| Command | `%s` |
			""",
                    name,
                    images,
                    data.size(),
                    data.classes().size(),
                    recipe.vgg().depths(),
                    recipe.vgg().widths(),
                    recipe.epochs(),
                    recipe.batch(),
                    Range.text(recipe.learningRate()),
                    Trainer.CROP,
                    Trainer.CROP,
                    recipe.bfloat16() ? "bfloat16" : "float32",
                    recipe.seed(),
                    recipe.pooling().name().toLowerCase(Locale.ROOT),
                    heldOut,
                    heldOut.of(),
                    LocalDate.now(),
                    command);
        }
    }

    /** The folder of the checkpoint in the folder of the result. */
    public static Path checkpoint(Path output) {
        return output.resolve("checkpoint");
    }

    /**
     * Trains and writes.
     *
     * @param output a folder, created if absent, for the model and, during training, a checkpoint to resume from
     * @param card for {@code MODEL_CARD.md}
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
            VggWriter.write(normalized(result.weights(), data, unfinished), Vgg.Pooling.AVERAGE, true, unfinished);
            Files.writeString(unfinished.resolve("MODEL_CARD.md"), card.text(data, recipe, result.heldOut()));
            Folders.moveFiles(unfinished, output);
        } finally {
            Folders.delete(unfinished);
        }
        return Optional.of(result.heldOut());
    }

    private static VggWeights normalized(VggWeights weights, ImageFolders data, Path scratch) throws IOException {
        Path folder = scratch.resolve("as-trained");
        VggWriter.write(weights, Vgg.Pooling.AVERAGE, false, folder);
        VggWeights normalized = weights.dividedBy(
                Normalization.meanActivations(FeatureModel.load(folder), sample(data), ProgressListener.none()));
        Folders.delete(folder);
        return normalized;
    }

    /** Evenly spaced images of the training set. */
    private static List<TrainingBatch> sample(ImageFolders data) {
        int[] all = Trainer.training(data);
        int count = Math.min(all.length, BATCHES * IMAGES_PER_BATCH);
        int[] chosen = IntStream.range(0, count)
                .map(i -> all[(int) ((long) i * all.length / count)])
                .toArray();
        return TrainingBatch.centred(data, chosen, IMAGES_PER_BATCH, data.side());
    }
}
