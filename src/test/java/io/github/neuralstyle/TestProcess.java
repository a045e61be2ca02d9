package io.github.neuralstyle;

import java.io.IOException;
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

    /** Starts the main method of a class; its output is dropped. */
    public static Process start(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(java(), "-Xmx512m", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
