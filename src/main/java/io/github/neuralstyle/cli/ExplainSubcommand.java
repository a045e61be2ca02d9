package io.github.neuralstyle.cli;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.FeatureVisualization.Picture;
import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.transfer.MemoryEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A figure of what the network sees, from files to files. */
@Command(
        name = "explain",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description =
                "Shows what each half of the method aims at, from noise: the image as each layer alone knows it, and "
                        + "textures with the style of more and more layers.",
        footer = "%nCtrl-C ends the work after the current step and writes a figure of the pictures that are finished.")
public final class ExplainSubcommand implements Callable<Integer> {

    private static final List<String> ALL = List.of("all");

    @Spec
    private CommandSpec spec;

    @Option(names = "--image", required = true, paramLabel = "FILE", description = "The image to reconstruct.")
    private Path image;

    @Option(
            names = "--style",
            converter = StyleConverter.class,
            paramLabel = "FILE",
            description = "The image that gives the textures their style (default: --image).")
    private Path style;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The figure to write: png, jpg, tif or bmp.")
    private Path output;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "A folder that gets each picture on its own, as png; made if absent.")
    private Path pictures;

    @Override
    public Integer call() throws IOException {
        Settings settings = settings();
        ImageFiles.checkWritable(output);
        new OutputChecks(spec, style == null ? List.of(image) : List.of(image, style)).add("--output", output);
        Fonts.check();
        Pixels original = ImageFiles.open(image, settings.size()).image(),
                originalStyle =
                        style == null
                                ? original
                                : ImageFiles.open(style, settings.styleLongest())
                                        .image();
        MemoryEstimate.check(original.width(), original.height(), settings.size());
        FeatureModel network = new ModelStore().load(settings.model());
        List<String> layers = OptionModel.value(spec, CommandOptions.EXPLAIN_LAYERS),
                contentLayers = layers.equals(ALL) ? List.copyOf(network.layers()) : layers;
        makeFolder();
        long start = System.nanoTime();
        try (Interruption interruption = new Interruption()) {
            FeatureVisualization explanation;
            try (ProgressLine bar = new ProgressLine()) {
                explanation =
                        FeatureVisualization.run(network, original, originalStyle, contentLayers, settings, state -> {
                            bar.show(
                                    state.done(),
                                    state.left(),
                                    String.format(
                                            Locale.ROOT,
                                            "picture %d/%d %s %s",
                                            state.number(),
                                            state.count(),
                                            state.half().name().toLowerCase(Locale.ROOT),
                                            state.label()));
                            return !interruption.requested();
                        });
            }
            write(explanation);
            report(explanation, (System.nanoTime() - start) / 1e9);
        }
        return 0;
    }

    private Settings settings() {
        List<String> losses = OptionModel.value(spec, CommandOptions.EXPLAIN_LOSSES),
                styleLayers = OptionModel.value(spec, CommandOptions.EXPLAIN_STYLE_LAYERS);
        return OptionModel.checked(spec, () -> FeatureVisualization.settings(losses, styleLayers))
                .withSize(OptionModel.value(spec, CommandOptions.EXPLAIN_SIZE))
                .withSteps(OptionModel.value(spec, CommandOptions.EXPLAIN_STEPS))
                .withSeed(OptionModel.value(spec, Options.SEED))
                .withModel(OptionModel.value(spec, Options.MODEL));
    }

    private void makeFolder() throws IOException {
        if (pictures == null) return;
        try {
            Files.createDirectories(pictures);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot make the folder " + pictures + ": " + e.getMessage() + "; choose another one.", e);
        }
    }

    private void write(FeatureVisualization explanation) throws IOException {
        ImageFiles.write(Images.toRgb(explanation.figure().draw()), output);
        if (pictures == null) return;
        int number = 0;
        for (Picture picture : explanation.pictures())
            ImageFiles.write(
                    picture.pixels(),
                    pictures.resolve(String.format(
                            Locale.ROOT,
                            "%02d-%s-%s.png",
                            ++number,
                            picture.half().name().toLowerCase(Locale.ROOT),
                            picture.label().replaceAll("[^\\w.]+", "-"))));
    }

    private void report(FeatureVisualization explanation, double seconds) {
        Execution.print(
                spec,
                "%s: %s%d pictures of %dx%d pixels in %.1f s",
                output,
                explanation.stopped() ? "only " : "",
                explanation.pictures().size(),
                explanation.image().width(),
                explanation.image().height(),
                seconds);
    }
}
