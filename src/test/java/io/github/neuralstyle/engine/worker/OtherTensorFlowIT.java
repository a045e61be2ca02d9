package io.github.neuralstyle.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In one Fiji with a plugin that brings TensorFlow 1.15, as StarDist, CSBDeep and N2V do: both compute, in any order. */
class OtherTensorFlowIT {

    @TempDir
    private static Path folder;

    private static List<Path> other;
    private static String alone;

    @BeforeAll
    static void compileTheOtherPlugin() throws IOException, URISyntaxException, InterruptedException {
        String platform =
                (System.getProperty("os.name") + " " + System.getProperty("os.arch")).toLowerCase(Locale.ROOT);
        assumeTrue(
                platform.equals("linux amd64") || platform.startsWith("windows") && platform.endsWith("amd64"),
                "TensorFlow 1.15 has no library for " + platform);
        try (Stream<Path> jars = Files.list(Path.of("target", "tensorflow-1.15"))) {
            other = Stream.concat(Stream.of(folder), jars.map(Path::toAbsolutePath))
                    .toList();
        }
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                "-cp",
                                other.get(1) + System.getProperty("path.separator") + other.get(2),
                                Path.of(OtherTensorFlowIT.class
                                                .getResource("OldTensorFlow.java")
                                                .toURI())
                                        .toString()));
        alone = fiji().run("style");
        assertTrue(alone.contains("style: ["), alone);
    }

    private static FijiProcess fiji() {
        return new FijiProcess(Path.of("target", "fiji").toAbsolutePath());
    }

    @Test
    void itsJarsBeforeOurs() throws IOException, InterruptedException {
        assertBoth(fiji().before(other).run("old", "style", "old"));
        assertBoth(fiji().before(other).run("style", "old", "style"));
    }

    @Test
    void itsJarsAfterOurs() throws IOException, InterruptedException {
        assertBoth(fiji().after(other).run("old", "style", "old"));
        assertBoth(fiji().after(other).run("style", "old", "style"));
    }

    private static void assertBoth(String printed) {
        assertTrue(printed.contains("old: 5"), printed);
        assertTrue(
                printed.contains(alone.lines()
                        .filter(line -> line.startsWith("style:"))
                        .findFirst()
                        .orElseThrow()),
                printed);
        assertEquals(
                3,
                printed.lines()
                        .filter(line -> line.startsWith("old: 5") || line.startsWith("style: ["))
                        .count(),
                printed);
    }
}
