package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.BatchInput;
import io.github.neuralstyle.batch.BatchItem;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.image.io.ImageNotes;
import io.github.neuralstyle.image.stain.StainVectors;
import io.github.neuralstyle.image.stain.StainedImage;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.plot.MatchingPlot;
import io.github.neuralstyle.util.Messages;
import io.github.neuralstyle.util.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.imglib2.img.Img;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Matching of histograms, colours and stains, from files to files. */
@Command(
        name = "match",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Gives images the histogram, the colours or the stains of another one, without any network.",
        footer = {
            "%nA result of 16 bits can be written as png or tif, one of floats as tif.",
            "%nOf a folder all images are matched to the template; one that fails is named, and the others are made."
        })
public final class MatchSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE|DIR",
            description = "The image to give another histogram, or a folder of such images.")
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
            paramLabel = "FILE|DIR",
            description =
                    "The picture to write: png, jpg, tif or bmp; of a folder the folder for the pictures, made if absent.")
    private Path output;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "A picture of the histograms or the stains to write, too; of a single source.")
    private Path plot;

    @Option(
            names = "--stains",
            paramLabel = "FILE.csv",
            description = "A table of the stain vectors to write, too, for the modes macenko and vahadane.")
    private Path stains;

    @Override
    public Integer call() throws IOException {
        HistogramMatching matching = new HistogramMatching(
                OptionModel.value(spec, Options.MODE),
                OptionModel.value(spec, Options.METHOD),
                OptionModel.value(spec, CommandOptions.BINS));
        boolean folder = Files.isDirectory(source);
        checkUsage(matching.mode(), folder);
        Map<Path, Path> files = new LinkedHashMap<>();
        if (folder)
            for (BatchItem item : BatchInput.folder(
                    source,
                    List.of(template),
                    output,
                    Settings.defaults(),
                    OptionModel.value(spec, CommandOptions.FORMAT),
                    spec.commandLine().getErr()::println)) files.put(item.content(), item.output());
        else files.put(source, output);
        Set<Path> inputs = new LinkedHashSet<>(files.keySet());
        inputs.add(template);
        new OutputChecks(spec, inputs)
                .add("--output", folder ? null : output)
                .add("--plot", plot)
                .add("--stains", stains);
        if (folder) Files.createDirectories(output);
        else ImageFiles.checkWritable(output);
        if (stains != null) OutputFile.checkWritable(stains);
        if (plot != null) {
            ImageFiles.checkWritable(plot);
            Fonts.check();
        }
        return matchAll(matching, files, folder);
    }

    private void checkUsage(Mode mode, boolean folder) {
        if (folder && plot != null)
            throw new ParameterException(
                    spec.commandLine(), "--plot is for one source, and " + source + " is a folder; leave it out.");
        if (stains != null && !mode.isStains())
            throw new ParameterException(
                    spec.commandLine(), "--stains needs --mode macenko or vahadane; choose one, or leave it out.");
    }

    private int matchAll(HistogramMatching matching, Map<Path, Path> files, boolean folder) throws IOException {
        Img<?> to = ImageFiles.readSamples(template);
        StainedImage wanted = stained("template", to, matching.mode());
        Map<String, StainVectors> vectors = new LinkedHashMap<>();
        if (wanted != null) vectors.put(template.toString(), wanted.stains());
        int failed = 0;
        for (Map.Entry<Path, Path> file : files.entrySet())
            try {
                match(matching, file.getKey(), to, wanted, file.getValue(), vectors);
            } catch (IOException | IllegalArgumentException e) {
                if (!folder) throw e;
                failed++;
                spec.commandLine().getErr().println(file.getKey() + ": " + Messages.oneLine(e.getMessage()));
            }
        if (stains != null) OutputFile.write(stains, table -> Files.writeString(table, StainVectors.csv(vectors)));
        return failed > 0 ? Execution.FAILED : Execution.DONE;
    }

    /** Null without stains. */
    private static StainedImage stained(String role, Img<?> image, Mode mode) {
        return mode.isStains() ? StainedImage.of(role, image, mode == Mode.VAHADANE) : null;
    }

    private void match(
            HistogramMatching matching,
            Path from,
            Img<?> to,
            StainedImage wanted,
            Path result,
            Map<String, StainVectors> vectors)
            throws IOException {
        DecodedImage<Img<?>> read = ImageFiles.openSamples(from);
        read.notes().forEach(spec.commandLine().getErr()::println);
        Img<?> image = read.image();
        StainedImage own = stained("source", image, matching.mode());
        Img<?> matched = own == null ? matching.match(image, to) : matching.match(image, own, to, wanted);
        if (own != null) vectors.put(from.toString(), own.stains());
        ImageFiles.writeSamples(matched, result, new ImageNotes(read.pixelSize(), ""));
        if (plot != null) ImageFiles.write(MatchingPlot.of(image, to, matched, matching.mode()), plot);
        Execution.print(
                spec,
                "%s: %s of %s",
                result,
                Arrays.stream(matched.dimensionsAsLongArray())
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining("x")),
                matched.getType().getClass().getSimpleName());
    }
}
