package io.github.neuralstyle.java8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestProcess;
import io.github.neuralstyle.command.HelpCommand;
import io.github.neuralstyle.imagej.imagej2.Processors;
import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.plugin.PluginService;

/** A Java that says to be Java 8, as the tests have none: what they cannot show is that nothing else of a Java 8 is in the way. */
class OldJavaTest {

    private static final int JAVA_8 = 52;

    @TempDir
    private Path folder;

    @Test
    void isOlderThanSeventeen() {
        for (String old : List.of("1.8", "9", "11", "16")) assertTrue(OldJava.isOld(old), old);
        for (String recent : List.of("17", "21", "25")) assertFalse(OldJava.isOld(recent), recent);
        TestErrors.assertSentence(new Exception(OldJava.sentence()), "Java 17 or newer", "https://fiji.sc");
    }

    @Test
    void classesAreForJava8() throws Exception {
        Path classes = Path.of(OldJava.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        int count = 0;
        try (Stream<Path> all = Files.list(classes.resolve("io/github/neuralstyle/java8"))) {
            for (Path file : all.toList())
                try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
                    assertEquals(0xCAFEBABE, in.readInt());
                    assertEquals(JAVA_8, in.readInt(), file.toString());
                    count++;
                }
        }
        assertEquals(6, count, "five classes and package-info");
    }

    /** Java is asked which classes it has loaded: none that a Java 8 could not. */
    @Test
    void anOldJavaHasAMenuThatSaysWhatToDoAndLoadsNothingElse() throws Exception {
        Path told = folder.resolve("told.txt"), loaded = folder.resolve("loaded.txt");
        Process process = new ProcessBuilder(
                        TestProcess.java(),
                        "-Djava.awt.headless=true",
                        "-Djava.util.prefs.userRoot=" + folder,
                        "-Xlog:class+load:file=" + loaded.getFileName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OldJavaProcess.class.getName(),
                        told.getFileName().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        String output = Files.readString(folder.resolve("output.txt"));
        assertEquals(0, process.exitValue(), output);
        String sentence = OldJava.sentence()
                .replace("on Java " + System.getProperty("java.specification.version"), "on Java 1.8");
        List<String> lines = Files.readAllLines(told);
        assertTrue(
                lines.size() > 8
                        && lines.contains("Style Transfer...: " + sentence)
                        && lines.contains("Help and Citation: " + sentence),
                lines.toString());
        assertTrue(
                lines.stream().allMatch(line -> line.endsWith(": " + sentence) || line.endsWith(": true")),
                lines.toString());
        assertFalse(output.contains("Exception"), output);
        List<String> ours = Files.readAllLines(loaded).stream()
                .filter(line -> line.contains(" io.github.neuralstyle."))
                .toList();
        assertTrue(ours.stream().anyMatch(line -> line.contains("OldJavaCommand")), ours.toString());
        assertEquals(
                List.of(),
                ours.stream().filter(line -> !line.contains(".java8.")).toList());
    }

    @Test
    void thisJavaKeepsAllPlugins() {
        try (Context context = new Context()) {
            PluginService plugins = context.service(PluginService.class);
            assertEquals(1, plugins.getPluginsOfClass(HelpCommand.class).size());
            assertEquals(
                    1, plugins.getPluginsOfClass(Processors.MacroInputs.class).size());
            assertEquals(0, plugins.getPluginsOfClass(OldJavaCommand.class).size());
        }
    }
}
