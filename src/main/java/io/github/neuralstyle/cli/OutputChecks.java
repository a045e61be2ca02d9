package io.github.neuralstyle.cli;

import io.github.neuralstyle.util.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The files that a command will write, which are none of its inputs, and each another one. */
final class OutputChecks {

    private final CommandSpec spec;
    private final Collection<Path> inputs;
    private final Map<String, Path> outputs = new LinkedHashMap<>();

    OutputChecks(CommandSpec spec, Collection<Path> inputs) {
        this.spec = spec;
        this.inputs = inputs;
    }

    /**
     * Adds the file of an option; null for none.
     *
     * @throws IOException if it is an input
     * @throws ParameterException if it is the file of another option
     */
    OutputChecks add(String option, Path output) throws IOException {
        if (output == null) return this;
        OutputFile.checkNoInput(output, inputs);
        for (Map.Entry<String, Path> other : outputs.entrySet())
            if (OutputFile.same(output, other.getValue()))
                throw new ParameterException(
                        spec.commandLine(),
                        option + " is " + output + " and so is " + other.getKey() + "; it must be another file.");
        outputs.put(option, output);
        return this;
    }
}
