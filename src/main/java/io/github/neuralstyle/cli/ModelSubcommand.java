package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.install.ModelReport;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The networks that can be called by a name. */
@Command(
        name = "model",
        description = "Lists, installs, imports, checks and removes feature networks.",
        subcommands = {ModelInstallSubcommand.class, ModelImportSubcommand.class})
public final class ModelSubcommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "No command is given; there are "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    private int print(String report) {
        Execution.print(spec, "%s", report);
        return Execution.DONE;
    }

    @Command(name = "list", description = "Lists the networks that --model knows by name.")
    int list() {
        return print(ModelReport.list(new ModelStore()));
    }

    @Command(name = "info", description = "Shows a network's layers and what it answers to a fixed picture.")
    int info(
            @Parameters(paramLabel = "NAME|DIR", description = "An installed network, or the folder of a SavedModel.")
                    String name)
            throws IOException {
        return print(ModelReport.info(new ModelStore(), name));
    }

    @Command(
            name = "verify",
            description = "Compares a network's files with their checksums, and its answers with those known.")
    int verify(@Parameters(paramLabel = "NAME", description = "The name of a network.") String name)
            throws IOException {
        return print(ModelReport.verify(new ModelStore(), name));
    }

    @Command(name = "remove", description = "Removes an installed network.")
    int remove(@Parameters(paramLabel = "NAME", description = "The name of a network.") String name)
            throws IOException {
        new ModelStore().installed().remove(name);
        return print(name + " is removed.");
    }
}
