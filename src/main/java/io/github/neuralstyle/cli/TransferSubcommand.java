package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.Style;
import java.io.IOException;
import java.nio.file.Path;
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
        footer = {
            "%nCtrl-C ends the work after the current step and writes the picture as it is then.",
            "%nA png, jpg or tif says how it was made; the command again repeats it from that."
        })
public final class TransferSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--content", required = true, paramLabel = "FILE", description = "The image that gives the shapes.")
    private Path content;

    @Option(
            names = "--style",
            required = true,
            converter = StyleConverter.class,
            paramLabel = "FILE",
            description =
                    "An image that gives colours and brush strokes, or sample:woodcut and the like; several times for a mixture.")
    private List<Path> styles;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The picture to write: png, jpg, tif or bmp.")
    private Path output;

    @Option(
            names = "--sidecar",
            paramLabel = "FILE",
            description = "Write how the picture was made to a file, too: json.")
    private Path sidecar;

    @Mixin
    private LogOptions logs;

    @Override
    public Integer call() throws IOException {
        Settings settings = OptionModel.settings(spec).with(Options.STATE, OptionModel.value(spec, Options.STATE));
        OptionModel.checked(spec, () -> Style.weights(settings.get(Options.STYLE_WEIGHTS), styles.size()));
        new TransferFiles(spec, content, styles, settings, output).run(logs, sidecar);
        return 0;
    }
}
