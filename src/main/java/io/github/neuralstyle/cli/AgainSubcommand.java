package io.github.neuralstyle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a picture again by the provenance in its file. */
@Command(
        name = "again",
        sortOptions = false,
        description = "Makes the same picture again, from what its file says about how it was made.",
        footer = "%nThe inputs must be where they were, seen from the picture, or beside it, and unchanged.")
public final class AgainSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description = "A picture made by transfer (png, jpg or tif), or the file of its --sidecar.")
    private Path picture;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The picture to write (default: beside FILE, with -again in its name).")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Provenance provenance = Provenance.read(picture);
        String note = provenance.difference();
        if (!note.isEmpty()) spec.commandLine().getErr().println(note);
        new TransferFiles(spec, provenance.content(), provenance.styles(), provenance.settings(), output(provenance))
                .run(new LogOptions(), null);
        return 0;
    }

    private Path output(Provenance provenance) throws IOException {
        if (output != null) return output;
        String name = provenance.output();
        int dot = name.lastIndexOf('.');
        Path file = picture.toAbsolutePath().resolveSibling(name.substring(0, dot) + "-again" + name.substring(dot));
        if (Files.exists(file))
            throw new IOException("Cannot write " + file + ": the file is there already; choose another --output.");
        return file;
    }
}
