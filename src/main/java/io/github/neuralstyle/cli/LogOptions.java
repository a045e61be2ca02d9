package io.github.neuralstyle.cli;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.plot.LossPlot;
import io.github.neuralstyle.transfer.RunLog;
import io.github.neuralstyle.util.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the losses of a run go. */
final class LogOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--log", paramLabel = "FILE", description = "Write the losses of every step to a table: csv.")
    private Path table;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the losses of every step: png, jpg, tif or bmp.")
    private Path plot;

    /** Finds out before the work whether the files can be written. @throws ParameterException if the plot were the picture */
    void check(Path picture) throws IOException {
        if (table != null) OutputFile.checkTable(table);
        if (plot == null) return;
        ImageFiles.checkWritable(plot);
        if (plot.toAbsolutePath().normalize().equals(picture.toAbsolutePath().normalize()))
            throw new ParameterException(
                    command.commandLine(), "--plot is " + plot + " and so is --output; it must be another file.");
    }

    void write(RunLog log) throws IOException {
        if (table != null) log.write(table);
        if (plot != null) LossPlot.write(log, plot);
    }
}
