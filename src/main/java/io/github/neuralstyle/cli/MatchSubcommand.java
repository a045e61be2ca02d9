package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.image.io.ImageNotes;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.plot.MatchingPlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.imglib2.img.Img;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Histogram matching from files to a file. */
@Command(
        name = "match",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Gives an image the histogram of another one, without any network.",
        footer = "%nA result of 16 bits can be written as png or tif, one of floats as tif.")
public final class MatchSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE",
            description = "The image to give another histogram.")
    private Path source;

    @Option(
            names = "--template",
            required = true,
            paramLabel = "FILE",
            description = "The image that has the histogram.")
    private Path template;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The picture to write: png, jpg, tif or bmp.")
    private Path output;

    @Option(names = "--plot", paramLabel = "FILE", description = "A picture of the histograms to write, too.")
    private Path plot;

    @Override
    public Integer call() throws IOException {
        HistogramMatching matching = new HistogramMatching(
                OptionModel.value(spec, Options.MODE),
                OptionModel.value(spec, Options.METHOD),
                OptionModel.value(spec, CommandOptions.BINS));
        ImageFiles.checkWritable(output);
        if (plot != null) {
            ImageFiles.checkWritable(plot);
            Fonts.check();
        }
        new OutputChecks(spec, List.of(source, template))
                .add("--output", output)
                .add("--plot", plot);
        DecodedImage<Img<?>> read = ImageFiles.openSamples(source);
        read.notes().forEach(spec.commandLine().getErr()::println);
        Img<?> from = read.image(), to = ImageFiles.readSamples(template);
        Img<?> matched = matching.match(from, to);
        ImageFiles.writeSamples(matched, output, new ImageNotes(read.pixelSize(), ""));
        if (plot != null) ImageFiles.write(MatchingPlot.of(from, to, matched, matching.mode()), plot);
        Execution.print(
                spec,
                "%s: %s of %s",
                output,
                Arrays.stream(matched.dimensionsAsLongArray())
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining("x")),
                matched.getType().getClass().getSimpleName());
        return 0;
    }
}
