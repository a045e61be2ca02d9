package io.github.neuralstyle.cli;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.plot.LossPlot;
import io.github.neuralstyle.transfer.RunLog;
import io.github.neuralstyle.util.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the losses of a run go. */
final class LogOptions {

    @Option(names = "--log", paramLabel = "FILE", description = "Write the losses of every step to a table: csv.")
    private Path table;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the losses of every step: png, jpg, tif or bmp.")
    private Path plot;

    /** Finds out before the work whether the files can be written, and are no other files of the command. */
    void check(OutputChecks checks) throws IOException {
        if (table != null) OutputFile.checkTable(table);
        if (plot != null) {
            ImageFiles.checkWritable(plot);
            Fonts.check();
        }
        checks.add("--log", table).add("--plot", plot);
    }

    void write(RunLog log) throws IOException {
        if (table != null) log.write(table);
        if (plot != null) LossPlot.write(log, plot);
    }
}
