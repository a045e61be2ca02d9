package io.github.neuralstyle.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java with a flat class path as in a Fiji that target/fiji was copied into. */
public final class FijiProcess {

    /** Of the libraries that every Fiji has, those that the plugin meets. */
    private static final List<String> LIBRARIES = List.of(
            "scijava-common",
            "parsington",
            "imglib2",
            "jama",
            "jfreechart",
            "commons-csv",
            "commons-io",
            "commons-codec",
            "gson");

    private final Path fiji;
    private final List<String> options = new ArrayList<>();
    private final List<Path> before = new ArrayList<>(), after = new ArrayList<>();

    /** @param fiji the root that the tree was copied to */
    FijiProcess(Path fiji) {
        this.fiji = fiji;
    }

    FijiProcess option(String option) {
        options.add(option);
        return this;
    }

    /** Other plugins' jars before those of Fiji and ours. */
    FijiProcess before(List<Path> jars) {
        before.addAll(jars);
        return this;
    }

    /** Other plugins' jars after all others. */
    FijiProcess after(List<Path> jars) {
        after.addAll(jars);
        return this;
    }

    /** A tree like target/fiji in another place, of links to its files. */
    public static Path link(Path to) throws IOException {
        Path from = Path.of("target", "fiji").toAbsolutePath();
        try (Stream<Path> files = Files.walk(from).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Path link = to.resolve(from.relativize(file).toString());
                Files.createDirectories(link.getParent());
                Files.createLink(link, file);
            }
        }
        return to;
    }

    /** Lets a {@link FijiUser} work. @return what was printed */
    String run(String... works) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), FijiUser.class.getName()));
        command.addAll(List.of(works));
        Path output = Files.createTempFile("fiji-", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output);
        Files.delete(output);
        assertTrue(ended, () -> "Fiji hangs: " + text);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private String classPath() throws IOException {
        List<Path> path = new ArrayList<>(before);
        try (Stream<Path> jars = Files.list(fiji.resolve("jars"))) {
            path.addAll(jars.sorted().toList());
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
            if (LIBRARIES.stream()
                    .anyMatch(Path.of(entry).getFileName().toString().replaceAll("-[0-9].*", "")::equals))
                path.add(Path.of(entry));
        path.add(Path.of("target", "test-classes").toAbsolutePath());
        path.addAll(after);
        return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
    }
}
