package io.github.neuralstyle.engine.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestProcess;
import io.github.neuralstyle.engine.worker.EngineProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs whose classes are in a jar of a Fiji, of which the path has spaces and Chinese characters. */
class EngineInFijiTest {

    @TempDir
    private Path folder;

    private Path fiji, home;

    @BeforeEach
    void layOut() {
        fiji = folder.resolve("我的 Fiji.app");
        home = folder.resolve("home");
    }

    private static Path classes(String ofTests) {
        return Path.of("target", ofTests + "classes");
    }

    /** With this program's classes without TensorFlow. */
    private static Path jar(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String part : List.of("engine", "download", "util")) {
            try (Stream<Path> all =
                    Files.walk(classes("").resolve("io/github/neuralstyle").resolve(part))) {
                for (Path file : all.filter(Files::isRegularFile).toList())
                    files.put(classes("").relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return TestEngine.zip(jar, files);
    }

    private Process start(Path jar, Path told, Path... zip) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                TestProcess.java(),
                "-Duser.home=" + home,
                "-Dfile.encoding=UTF-8",
                "-cp",
                jar + File.pathSeparator + classes("test-").toAbsolutePath(),
                EngineProcess.class.getName(),
                told.toString()));
        Stream.of(zip).map(Path::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private String tell(Path jar, Path... zip) throws Exception {
        Path told = folder.resolve("told.txt");
        assertTrue(start(jar, told, zip).waitFor(2, TimeUnit.MINUTES));
        return Files.readString(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jars", "plugins", "plugins/jars"})
    void isInstalledBesideTheJarAndFound(String where) throws Exception {
        Path jar = jar(fiji.resolve(where).resolve("neural-style.jar"));
        assertEquals(
                "The engine with TensorFlow is not installed; install it by Plugins > Neural Style > Engine.",
                tell(jar));
        Path engine = fiji.resolve("neural-style").resolve(EngineName.usual().toString());
        assertEquals(engine.toString(), tell(jar, TestEngine.zip(folder)));
        assertEquals(engine.toString(), tell(jar));
    }

    @Test
    void isFoundInThePluginsFolderOfImageJ1() throws Exception {
        Path engine = TestEngine.folder(fiji.resolve("plugins").resolve("neural-style"));
        assertEquals(
                engine.toString(),
                tell(jar(fiji.resolve("plugins").resolve("jars").resolve("neural-style.jar"))));
    }

    /** A file stands in the way, as the administrator of a machine may write to all folders. */
    @Test
    void isInstalledInTheHomeIfTheFijiCannotBeWrittenTo() throws Exception {
        Path jar = jar(fiji.resolve("jars").resolve("neural-style.jar"));
        Files.writeString(fiji.resolve("neural-style"), "not a folder");
        Path engine = home.resolve(".neural-style").resolve(EngineName.usual().toString());
        assertEquals(engine.toString(), tell(jar, TestEngine.zip(folder)));
        assertEquals(engine.toString(), tell(jar));
    }

    @Test
    void anIntactOneInTheHomeIsPreferredToADamagedOne() throws Exception {
        Path jar = jar(fiji.resolve("jars").resolve("neural-style.jar"));
        Path damaged = TestEngine.folder(fiji.resolve("neural-style"));
        Files.delete(damaged.resolve(TestEngine.BIG));
        assertTrue(tell(jar).startsWith("The engine in " + damaged + " is damaged"));
        Path engine = TestEngine.folder(home.resolve(".neural-style"));
        assertEquals(engine.toString(), tell(jar));
    }

    @Test
    void severalProcessesMayInstallAtOnce() throws Exception {
        Path jar = jar(fiji.resolve("jars").resolve("neural-style.jar")), zip = TestEngine.zip(folder);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) processes.add(start(jar, folder.resolve("told" + i), zip));
        for (Process process : processes) assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        Path place = fiji.resolve("neural-style"),
                engine = place.resolve(EngineName.usual().toString());
        for (int i = 0; i < 3; i++) assertEquals(engine.toString(), Files.readString(folder.resolve("told" + i)));
        try (Stream<Path> all = Files.list(place)) {
            assertEquals(
                    List.of(engine, place.resolve(engine.getFileName() + ".lock")),
                    all.sorted().toList());
        }
        EngineFolder.open(engine).verify();
    }

    @Test
    void theFolderOfImageJIsThatAboveJarsAndPlugins() {
        assertEquals(Path.of("Fiji"), EngineLocations.root(Path.of("Fiji", "plugins", "jars", "a.jar")));
        assertNull(EngineLocations.root(Path.of("dist", "lib", "a.jar")));
        assertNull(EngineLocations.root(Path.of("a.jar")));
    }
}
