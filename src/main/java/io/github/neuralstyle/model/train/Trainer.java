package io.github.neuralstyle.model.train;

import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.util.OutputFile;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.Range;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains a {@link Vgg} to distinguish the classes of images: random crops, mirrored at random; Adam with a linear
 * warm-up over the first pass and a cosine decay to zero over the rest. After each pass the state is written to the
 * folder {@code checkpoint}, from where a later run resumes.
 */
public final class Trainer {

    /** The side in pixels at which images are kept, and that of the crops taken from them. */
    public static final int SIDE = 64, CROP = 56;

    private static final Range SEED = new Range("seed", 0, Integer.MAX_VALUE, 0);

    /** The ranges and defaults of a {@link Recipe}. */
    public static final Range EPOCHS = new Range("epochs", 1, 10000, 26);

    public static final Range BATCH = new Range("batch", 2, 4096, 128);
    public static final Range LEARNING_RATE = new Range("learning-rate", 0.00001, 1, 0.003);
    /** The default pooling. */
    public static final Vgg.Pooling POOLING = Vgg.Pooling.AVERAGE;

    private static final int HELD_OUT = 20, CALIBRATION_BATCHES = 40;

    private static final String STATE = "state.properties";

    /**
     * How to train.
     *
     * @param epochs passes over the images
     * @param batch images per step
     * @param learningRate the maximum, of Adam
     * @param pooling of the network while it is trained
     */
    public record Recipe(
            Vgg vgg, int epochs, int batch, double learningRate, Vgg.Pooling pooling, boolean bfloat16, long seed) {

        /** Checks every option. @throws IllegalArgumentException naming the option, its value and what is legal */
        public Recipe {
            EPOCHS.check(epochs);
            BATCH.check(batch);
            LEARNING_RATE.check(learningRate);
            SEED.check(seed);
        }

        /** For the network that comes with this program; in bfloat16 where the processor has it. */
        public static Recipe compact(int epochs, int batch, double learningRate, Vgg.Pooling pooling, long seed) {
            return new Recipe(
                    Vgg.COMPACT,
                    epochs,
                    batch,
                    learningRate,
                    pooling,
                    Precision.AUTO.here() == Precision.BFLOAT16,
                    seed);
        }
    }

    /** The state after a step, with the accuracy at the end of the last pass. */
    public record State(int step, int steps, float loss, Accuracy heldOut) {}

    /** Of images that were not trained on, {@code right} of {@code of} at the end of the last pass. */
    public record Accuracy(int right, int of) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f %%", 100.0 * right / Math.max(1, of));
        }
    }

    /** What came out of a training. */
    public record Result(VggWeights weights, Accuracy heldOut, int epochs) {}

    private final ImageFolders data;
    private final Recipe recipe;
    private final int[] training, heldOut;

    /** Holds out every twentieth image, in the order of their names. */
    public Trainer(ImageFolders data, Recipe recipe) {
        this.data = data;
        this.recipe = recipe;
        training = training(data);
        heldOut = IntStream.range(0, data.size()).filter(i -> i % HELD_OUT == 0).toArray();
    }

    /** The images that are not held out. */
    static int[] training(ImageFolders data) {
        return IntStream.range(0, data.size()).filter(i -> i % HELD_OUT != 0).toArray();
    }

    /** Whether {@link #train} would resume from a checkpoint. */
    public static boolean canResume(Path checkpoint) {
        return Files.exists(checkpoint.resolve(STATE));
    }

    /**
     * Trains, from the checkpoint if it exists.
     *
     * @param checkpoint a folder, created if absent
     * @throws IOException if the checkpoint cannot be written, read, or belongs to another recipe
     */
    public Result train(Path checkpoint, ProgressListener<State> listener) throws IOException {
        Files.createDirectories(checkpoint);
        int batches = Math.max(1, training.length / recipe.batch), steps = batches * recipe.epochs;
        try (Classifier net =
                new Classifier(recipe.vgg, data.classes().size(), CROP, recipe.pooling, recipe.bfloat16, recipe.seed)) {
            int epoch = resume(net, checkpoint);
            Accuracy accuracy = epoch == 0 ? new Accuracy(0, 0) : evaluate(net);
            boolean goOn = true;
            for (; goOn && epoch < recipe.epochs; epoch++) {
                Random random = new Random(recipe.seed * 31 + epoch);
                int[] order = shuffled(random);
                for (int b = 0; goOn && b < batches; b++) {
                    int step = epoch * batches + b;
                    TrainingBatch batch = TrainingBatch.augmented(
                            data,
                            order,
                            b * recipe.batch,
                            Math.min((b + 1) * recipe.batch, order.length),
                            CROP,
                            random);
                    float loss = net.train(batch, rate(step, batches, steps), step + 1);
                    if (!Float.isFinite(loss))
                        throw new ArithmeticException("The training diverged at step " + step + " (loss " + loss
                                + "); start again with a smaller learning rate than " + recipe.learningRate + ".");
                    goOn = listener.update(new State(step + 1, steps, loss, accuracy));
                }
                net.calibrate(
                        centred(Arrays.copyOf(order, Math.min(order.length, CALIBRATION_BATCHES * recipe.batch))));
                accuracy = evaluate(net);
                if (goOn) save(net, checkpoint, epoch + 1);
            }
            return new Result(net.weights(), accuracy, epoch);
        }
    }

    private float rate(int step, int warmUp, int steps) {
        if (step < warmUp) return (float) (recipe.learningRate * (step + 1) / warmUp);
        double progress = (double) (step - warmUp) / Math.max(1, steps - warmUp);
        return (float) (recipe.learningRate * 0.5 * (1 + Math.cos(Math.PI * progress)));
    }

    private int[] shuffled(Random random) {
        int[] order = training.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1), swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    private List<TrainingBatch> centred(int[] indices) {
        return TrainingBatch.centred(data, indices, recipe.batch, CROP);
    }

    private Accuracy evaluate(Classifier net) {
        return new Accuracy(centred(heldOut).stream().mapToInt(net::correct).sum(), heldOut.length);
    }

    private void save(Classifier net, Path checkpoint, int epoch) throws IOException {
        net.save(checkpoint.resolve("epoch-" + epoch).toString());
        Properties state = new Properties();
        state.setProperty("epoch", Integer.toString(epoch));
        state.setProperty("recipe", recipe.toString());
        OutputFile.write(checkpoint.resolve(STATE), file -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                state.store(out, null);
            }
        });
        delete(checkpoint, "epoch-" + (epoch - 1) + ".");
    }

    private static void delete(Path folder, String prefix) throws IOException {
        try (var files = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path file : files) Files.delete(file);
        }
    }

    private int resume(Classifier net, Path checkpoint) throws IOException {
        if (!canResume(checkpoint)) return 0;
        Path file = checkpoint.resolve(STATE);
        Properties state = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            state.load(in);
        }
        if (!recipe.toString().equals(state.getProperty("recipe")))
            throw new IOException("Cannot go on from the checkpoint in " + checkpoint + ": it was trained as "
                    + state.getProperty("recipe") + " and not as " + recipe
                    + "; use the same options or another output folder.");
        int epoch = Integer.parseInt(state.getProperty("epoch"));
        net.restore(checkpoint.resolve("epoch-" + epoch).toString());
        return epoch;
    }
}
