package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import io.github.neuralstyle.TestProcess;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An ImageJ 1 of its own with the plugins of target/imagej, in a home folder of its own. */
public final class ImageJProcess {

    private final Path home;
    private final String display;
    private final List<String> command = new ArrayList<>();

    /** @param display null for a Java without a display */
    ImageJProcess(Path home, String display) {
        this.home = home;
        Path plugins = Path.of("target", "imagej").toAbsolutePath();
        assertTrue(Files.isDirectory(plugins.resolve("plugins")), "mvn package lays out " + plugins);
        this.display = display;
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8",
                "-Duser.home=" + home,
                "-Djava.util.prefs.userRoot=" + home,
                "-Djava.awt.headless=" + (display == null),
                "-Dplugins.dir=" + plugins,
                TestProcess.natives()));
    }

    /** Runs a macro by ImageJ's own command line. @return what it printed */
    String batch(String macro, String argument) throws Exception {
        return batch(macro, argument, 0);
    }

    /** The same of a macro that ends ImageJ with an exit code. */
    String batch(String macro, String argument, int exitCode) throws Exception {
        Path file = Files.writeString(home.resolve("macro.ijm"), macro);
        return run(exitCode, jar(), "ij.ImageJ", "-batch", file.toString(), argument);
    }

    /** Runs a main method of the tests beside ImageJ's classes. @return what it printed */
    String drive(Class<?> main, String... arguments) throws Exception {
        return run(
                0,
                jar() + File.pathSeparator + Path.of("target", "test-classes").toAbsolutePath(),
                main.getName(),
                arguments);
    }

    private String run(int exitCode, String classPath, String main, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-cp", classPath, main));
        all.addAll(List.of(arguments));
        Path output = home.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        if (display != null) builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output);
        assertTrue(ended, () -> "ImageJ hangs: " + text);
        assertEquals(exitCode, process.exitValue(), text);
        return text;
    }

    private static String jar() throws URISyntaxException, IOException {
        return Path.of(IJ.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
