package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.batch.BlendSheet;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.plot.Figure;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.transfer.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A figure from style to style and through strengths, from files to a file. */
@Command(
        name = "sheet",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description =
                "Makes a figure that goes from one style to another in its columns, and through strengths in its rows.",
        footer = "%nCtrl-C ends the work after the current step and writes a figure of the pictures that are finished.")
public final class SheetSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--content", required = true, paramLabel = "FILE", description = "The image that gives the shapes.")
    private Path content;

    @Option(
            names = "--style",
            required = true,
            converter = StyleConverter.class,
            paramLabel = "FILE",
            description = "A style, or sample:woodcut and the like; several times to go from each to the next.")
    private List<Path> styles;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The figure to write: png, jpg, tif or bmp.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Settings settings = OptionModel.settings(spec).withSize(OptionModel.value(spec, BlendSheet.SIZE));
        ImageFiles.checkWritable(output);
        List<Path> inputs = new ArrayList<>(styles);
        inputs.add(content);
        new OutputChecks(spec, inputs).add("--output", output);
        Fonts.check();
        Pixels image = ImageFiles.open(content, settings.contentLongest()).image();
        List<Pixels> images = new ArrayList<>();
        for (Path style : styles)
            images.add(ImageFiles.open(style, settings.styleLongest()).image());
        BlendSheet sheet = OptionModel.checked(
                spec,
                () -> new BlendSheet(
                        Styles.of(images),
                        styles.stream().map(SheetSubcommand::name).toList(),
                        settings,
                        OptionModel.value(spec, BlendSheet.COLUMNS),
                        OptionModel.value(spec, BlendSheet.STRENGTHS)));
        StyleTransfer.checkMemory(image.width(), image.height(), settings, 1);
        long start = System.nanoTime();
        try (Interruption interruption = new Interruption();
                LossGraph graph =
                        new LossGraph(new ModelStore().load(settings.model()), settings.get(Options.PRECISION))) {
            Figure figure;
            try (ProgressLine bar = new ProgressLine()) {
                figure = sheet.make(image, (mixed, own) -> StyleTransfer.painter(graph, mixed, own, false), state -> {
                    bar.show(state.done(), state.left(), state.toString());
                    return !interruption.requested();
                });
            }
            ImageFiles.write(Images.toRgb(figure.draw()), output);
            int pictures =
                    figure.rows().stream().mapToInt(row -> row.panels().size()).sum();
            Execution.print(spec, "%s: %d pictures in %.1f s", output, pictures, (System.nanoTime() - start) / 1e9);
        }
        return 0;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }
}
