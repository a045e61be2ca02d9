package io.github.neuralstyle.engine.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.io.PluginClassLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code mvn package} lays out for people to copy. */
class LaidOutIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static EngineFolder engine(Path parent) throws IOException {
        List<Path> engines = list(parent);
        assertEquals(1, engines.size(), "mvn clean removes older ones of " + engines);
        return EngineFolder.open(engines.get(0));
    }

    @Test
    void aFijiGetsOneJarAndAnEngineApart() throws IOException {
        List<Path> jars = list(TARGET.resolve("fiji").resolve("jars"));
        assertEquals(1, jars.size(), jars.toString());
        EngineFolder engine = engine(TARGET.resolve("fiji").resolve("neural-style"));
        engine.verify();
        assertEquals(
                engine.path().getFileName().toString(), new EngineName(engine.version(), engine.platform()).toString());
        assertTrue(engine.classPath().stream()
                .anyMatch(jar -> jar.getFileName().toString().startsWith("tensorflow-core-native")));
        Path ours = engine.path().resolve("lib").resolve(jars.get(0).getFileName());
        assertTrue(engine.classPath().contains(ours));
        assertEquals(-1, Files.mismatch(jars.get(0), ours));
    }

    @Test
    void zipFilesHoldTheSameEngine() throws IOException {
        EngineFolder engine = engine(TARGET.resolve("fiji").resolve("neural-style"));
        for (String name : List.of("fiji.zip", engine.path().getFileName() + ".zip"))
            try (EngineZip zip = EngineZip.open(TARGET.resolve(name))) {
                assertEquals(
                        Files.readString(engine.path().resolve(EngineManifest.FILE)),
                        zip.manifest().text());
            }
    }

    @Test
    void imageJ1LoadsOurClassesButNotThoseOfTheEngine() throws IOException {
        Path plugins = TARGET.resolve("imagej").resolve("plugins");
        try (PluginClassLoader loader = new PluginClassLoader(plugins.toString())) {
            for (String needed :
                    List.of("io/github/neuralstyle/ij/Adapter", "org/scijava/Context", "net/imglib2/img/Img"))
                assertNotNull(loader.findResource(needed + ".class"), needed);
            for (String apart :
                    List.of("org/tensorflow/Graph", "org/bytedeco/javacpp/Loader", "com/google/protobuf/Message"))
                assertNull(loader.findResource(apart + ".class"), apart);
        }
        engine(plugins.resolve("neural-style")).verify();
    }
}
