package io.github.neuralstyle.cli;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.plot.MatchingPlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.imglib2.img.Img;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Histogram matching from files to a file. */
@Command(
        name = "match",
        sortOptions = false,
        description = "Gives an image the histogram of another one, without any network.",
        footer = "%nA result of 16 bits can be written as png or tif, one of floats as tif.")
public final class MatchSubcommand implements Callable<Integer> {

    private static final HistogramMatching DEFAULTS = HistogramMatching.defaults();

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

    @Option(
            names = "--mode",
            paramLabel = "NAME",
            description =
                    "The luminance, each channel, or colours along the template's principal axes (${bundle:legal.mode}).")
    private HistogramMatching.Mode mode = DEFAULTS.mode();

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "By rank, or by histograms, which keeps flat regions flat (${bundle:legal.method}).")
    private HistogramMatching.Method method = DEFAULTS.method();

    @Option(names = "--bins", paramLabel = "N", description = "Bins of the histograms (${bundle:legal.bins}).")
    private int bins = DEFAULTS.bins();

    @Option(names = "--plot", paramLabel = "FILE", description = "A picture of the histograms to write, too.")
    private Path plot;

    @Override
    public Integer call() throws IOException {
        HistogramMatching matching = matching();
        ImageFiles.checkWritable(output);
        if (plot != null) ImageFiles.checkWritable(plot);
        Img<?> from = ImageFiles.readSamples(source), to = ImageFiles.readSamples(template);
        Img<?> matched = matching.match(from, to);
        ImageFiles.writeSamples(matched, output);
        if (plot != null) ImageFiles.write(MatchingPlot.of(from, to, matched, mode), plot);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s: %s of %s%n",
                        output,
                        Arrays.stream(matched.dimensionsAsLongArray())
                                .mapToObj(Long::toString)
                                .collect(Collectors.joining("x")),
                        matched.getType().getClass().getSimpleName());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private HistogramMatching matching() {
        try {
            return new HistogramMatching(mode, method, bins);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }
}
