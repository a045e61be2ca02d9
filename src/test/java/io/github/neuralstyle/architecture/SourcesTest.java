package io.github.neuralstyle.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes and names of the source files. */
class SourcesTest {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path ROOT = MAIN.resolve(Path.of("io", "github", "neuralstyle"));
    private static final String INFO = "package-info.java";
    private static final int MAX_LINES = 250, MAX_PUBLIC_API = 12;

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> types(Path folder) throws IOException {
        return files(folder).stream().filter(file -> !file.endsWith(INFO)).toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noFileIsTooLong() throws IOException {
        assertEquals(
                List.of(),
                types(MAIN).stream().filter(file -> lines(file) > MAX_LINES).toList());
    }

    @Test
    void theRootPackageIsASmallPublicApi() throws IOException {
        List<Path> types = types(ROOT).stream()
                .filter(file -> file.getParent().equals(ROOT))
                .toList();
        assertTrue(types.size() <= MAX_PUBLIC_API, types.toString());
    }

    @Test
    void noTwoTypesShareAName() throws IOException {
        Map<String, List<Path>> byName = types(MAIN).stream()
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));
        byName.values().removeIf(files -> files.size() == 1);
        assertEquals(Map.of(), byName);
    }

    @Test
    void everyPackageSaysWhatBelongsThere() throws IOException {
        assertEquals(
                List.of(),
                types(MAIN).stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve(INFO)))
                        .toList());
    }
}
