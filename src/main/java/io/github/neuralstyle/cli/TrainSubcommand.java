package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.model.train.ImageFolders;
import io.github.neuralstyle.model.train.Trainer;
import io.github.neuralstyle.model.train.Training;
import io.github.neuralstyle.model.train.Training.ModelCard;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.Range;
import io.github.neuralstyle.util.RemainingTime;
import io.github.neuralstyle.util.UserFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a feature network on the user's own images. */
@Command(
        name = "train",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Trains a feature network on images of your own, for use as a --model.",
        footer = "%nAfter each pass a checkpoint is written to the output folder; the same command goes on from there.")
public final class TrainSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR|ZIP",
            description = "A folder or zip file with a subfolder of images for each class.")
    private Path images;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder that gets the network; made if absent.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Trainer.Recipe recipe = recipe();
        if (!UserFolder.isWritable(output))
            throw new IOException("Cannot write to the folder " + output + "; choose another --output.");
        PrintWriter out = spec.commandLine().getOut();
        ImageFolders data = ImageFolders.read(images, Trainer.SIDE);
        out.printf(
                Locale.ROOT,
                "%s: %d images of %d classes%n",
                images,
                data.size(),
                data.classes().size());
        if (Trainer.canResume(Training.checkpoint(output)))
            out.printf(Locale.ROOT, "Going on from the checkpoint in %s%n", Training.checkpoint(output));
        out.flush();
        ModelCard card = new ModelCard(
                output.toAbsolutePath().normalize().getFileName().toString(),
                images.getFileName().toString(),
                command(recipe));
        try (Interruption interruption = new Interruption();
                ProgressLine bar = new ProgressLine()) {
            Optional<Trainer.Accuracy> accuracy = Training.run(data, recipe, output, card, listener(bar, interruption));
            bar.close();
            out.println(
                    accuracy.map(a -> output + ": a network with " + a + " accuracy on " + a.of() + " held-out images")
                            .orElse("Stopped; the same command goes on after the last whole pass."));
            out.flush();
        }
        return 0;
    }

    private Trainer.Recipe recipe() {
        return Trainer.Recipe.compact(
                OptionModel.value(spec, CommandOptions.EPOCHS),
                OptionModel.value(spec, CommandOptions.BATCH),
                OptionModel.value(spec, CommandOptions.LEARNING_RATE),
                OptionModel.value(spec, CommandOptions.POOLING),
                OptionModel.value(spec, Options.SEED));
    }

    private String command(Trainer.Recipe recipe) {
        return String.join(
                " ",
                "neural-style train --images",
                images.getFileName().toString(),
                "--output",
                output.getFileName().toString(),
                "--epochs " + recipe.epochs(),
                "--batch " + recipe.batch(),
                "--learning-rate",
                Range.text(recipe.learningRate()),
                "--pooling",
                CommandOptions.POOLING.format(recipe.pooling()),
                "--seed " + recipe.seed());
    }

    private static ProgressListener<Trainer.State> listener(ProgressLine bar, Interruption interruption) {
        RemainingTime remaining = new RemainingTime(System::nanoTime);
        return state -> {
            double done = (double) state.step() / state.steps();
            bar.show(
                    done,
                    remaining.after(done),
                    String.format(
                            Locale.ROOT,
                            "step %d/%d, loss %.3f%s",
                            state.step(),
                            state.steps(),
                            state.loss(),
                            state.heldOut().of() == 0 ? "" : ", held out " + state.heldOut()));
            return !interruption.requested();
        };
    }
}
