package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.install.EngineFolder;
import io.github.neuralstyle.engine.install.EngineInstallation;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program with an engine to find, or to install, whose classes may be in a jar. */
public final class EngineProcess {

    private EngineProcess() {}

    /**
     * Writes the folder of the engine, or the sentence of its failure, to a file.
     *
     * @param arguments the file; a zip file to install, or none to find
     */
    public static void main(String[] arguments) throws Exception {
        String told;
        try {
            told = (arguments.length == 1
                            ? EngineFolder.require()
                            : EngineInstallation.run(Path.of(arguments[1]), done -> true))
                    .path()
                    .toString();
        } catch (EngineException e) {
            told = e.getMessage();
        }
        Files.writeString(Path.of(arguments[0]), told);
    }
}
