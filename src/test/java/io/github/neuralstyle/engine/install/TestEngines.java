package io.github.neuralstyle.engine.install;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Engines with the classes of this build. */
public final class TestEngines {

    private TestEngines() {}

    /** Makes a folder an engine's: its one jar refers to the class path of the tests. */
    public static EngineFolder in(Path folder) {
        try {
            Path jar = Files.createDirectories(folder.resolve("lib")).resolve("classes.jar");
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes()
                    .put(
                            Attributes.Name.CLASS_PATH,
                            Stream.of(classPath().split(System.getProperty("path.separator")))
                                    .map(entry -> Path.of(entry).toUri().toString())
                                    .collect(Collectors.joining(" ")));
            try (OutputStream out = Files.newOutputStream(jar)) {
                new JarOutputStream(out, manifest).close();
            }
            Files.writeString(
                    folder.resolve(EngineManifest.FILE),
                    EngineManifest.of(EngineName.usual(), folder).text());
            return EngineFolder.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
