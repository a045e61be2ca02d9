package io.github.neuralstyle.cli;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.image.ImageFile;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.Drawing;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.RunLog;
import io.github.neuralstyle.transfer.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Style transfer from files to a file. */
@Command(
        name = "transfer",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Makes a picture with the content of one image in the style of others.",
        footer = "%nCtrl-C ends the work after the current step and writes the picture as it is then.")
public final class TransferSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--content", required = true, paramLabel = "FILE", description = "The image that gives the shapes.")
    private Path content;

    @Option(
            names = "--style",
            required = true,
            paramLabel = "FILE",
            description = "An image that gives colours and brush strokes; several times for a mixture in equal parts.")
    private List<Path> styles;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The picture to write: png, jpg, tif or bmp.")
    private Path output;

    @Mixin
    private LogOptions logs;

    @Override
    public Integer call() throws IOException {
        Settings settings = OptionModel.settings(spec);
        ImageFiles.checkWritable(output);
        List<Path> inputs = new ArrayList<>(styles);
        inputs.add(content);
        logs.check(new OutputChecks(spec, inputs).add("--output", output));
        Pixels contentImage = read(content, settings.networkSize());
        List<Pixels> styleImages = new ArrayList<>();
        for (Path style : styles) styleImages.add(read(style, settings.styleLongest()));
        StyleTransfer.checkMemory(contentImage.width(), contentImage.height(), settings, 1);
        FeatureModel model = new ModelStore().load(settings.model());
        double[] weights = new double[styleImages.size()];
        Arrays.fill(weights, 1);
        RunLog log = new RunLog();
        long start = System.nanoTime();
        try (Interruption interruption = new Interruption()) {
            Drawing result;
            try (ProgressLine bar = new ProgressLine();
                    LossGraph graph = new LossGraph(model);
                    Painter painter = StyleTransfer.painter(graph, Styles.of(styleImages, weights), settings, false)) {
                result = StyleTransfer.draw(painter, contentImage, state -> {
                    bar.show(state);
                    log.update(state);
                    return !interruption.requested();
                });
            }
            ImageFiles.write(result.image(), output);
            logs.write(log);
            report(result, (System.nanoTime() - start) / 1e9);
        }
        return 0;
    }

    private Pixels read(Path file, int longest) throws IOException {
        ImageFile read = ImageFiles.open(file, longest);
        for (String note : read.notes()) spec.commandLine().getErr().println(note);
        return read.pixels();
    }

    private void report(Drawing result, double seconds) {
        Execution.print(
                spec,
                "%s: %dx%d pixels after %s%d steps in %.1f s",
                output,
                result.image().getWidth(),
                result.image().getHeight(),
                result.stopped() ? "only " : "",
                result.steps(),
                seconds);
    }
}
