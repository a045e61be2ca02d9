package io.github.neuralstyle.engine.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lists the files of an engine that the build has laid out. */
public final class WriteEngineManifest {

    private WriteEngineManifest() {}

    /** @param arguments the folder, and TensorFlow's name of the platform */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        EngineManifest manifest = EngineManifest.of(new EngineName(Release.version(), arguments[1]), folder);
        Files.writeString(folder.resolve(EngineManifest.FILE), manifest.text());
    }
}
