package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Histogram;
import io.github.neuralstyle.loss.MatchedActivations;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.plot.ActivationPlot;
import io.github.neuralstyle.plot.Fonts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A plot of what the loss hist sees. */
@Command(
        name = "histograms",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description =
                "Plots the histograms of a layer's activations: of a picture, of a style image, and of the picture's "
                        + "activations matched to the style's, as the loss hist does it.")
public final class HistogramsSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--result", required = true, paramLabel = "FILE", description = "The picture.")
    private Path result;

    @Option(
            names = "--style",
            required = true,
            converter = StyleConverter.class,
            paramLabel = "FILE",
            description = "The style image; it is not resized.")
    private Path style;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The plot to write: png, jpg, tif or bmp.")
    private Path output;

    @Option(names = "--layer", paramLabel = "NAME", description = "A layer of the network (default ${DEFAULT-VALUE}).")
    private String layer = "block1_conv1";

    @Option(
            names = "--channel",
            paramLabel = "N",
            description = "One channel of the layer, from 0; without it, all together.")
    private Integer channel;

    @Override
    public Integer call() throws IOException {
        int bins = OptionModel.value(spec, CommandOptions.BINS);
        ImageFiles.checkWritable(output);
        new OutputChecks(spec, List.of(result, style)).add("--output", output);
        Fonts.check();
        Pixels picture = ImageFiles.readPixels(result), target = ImageFiles.readPixels(style);
        MatchedActivations activations = MatchedActivations.of(
                new ModelStore().load(OptionModel.value(spec, Options.MODEL)),
                layer,
                picture,
                target,
                new Histogram(bins));
        BufferedImage plot = channel == null ? ActivationPlot.of(activations) : ActivationPlot.of(activations, channel);
        ImageFiles.write(plot, output);
        Execution.print(
                spec,
                "%s: %s of %d channels, %d and %d values of each",
                output,
                layer,
                activations.channels(),
                activations.result().length / activations.channels(),
                activations.style().length / activations.channels());
        return 0;
    }
}
