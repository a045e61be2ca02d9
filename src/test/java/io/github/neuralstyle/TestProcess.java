package io.github.neuralstyle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Other Java virtual machines like this one. */
public final class TestProcess {

    private TestProcess() {}

    /** The program. */
    public static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** An argument of Java that gives it the home folder of the tests, which is not that of the user. */
    public static String home() {
        return "-Duser.home=" + System.getProperty("user.home");
    }

    /** An argument of Java that lets it use TensorFlow's library where this process has unpacked it. */
    public static String natives() {
        String cache = "org.bytedeco.javacpp.cachedir";
        return "-D" + cache + "="
                + System.getProperty(
                        cache,
                        Path.of(System.getProperty("user.home"), ".javacpp", "cache")
                                .toString());
    }

    /** Starts the main method of a class; its output is dropped. */
    public static Process start(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(), "-Xmx512m", home(), natives(), "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
