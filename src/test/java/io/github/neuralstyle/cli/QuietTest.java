package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own: neither it nor TensorFlow writes to the standard error stream. */
class QuietTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aTransferSaysNothingOnStderr() throws Exception {
        Path image = Cli.image(folder, "image.png", 64, 64), output = folder.resolve("out.png");
        Path model = Cli.model(folder.resolve("tiny")), err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                TestProcess.home(),
                TestProcess.natives(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "transfer",
                "--content",
                image.toString(),
                "--style",
                image.toString(),
                "--output",
                output.toString(),
                "--size",
                "64",
                "--steps",
                "1",
                "--last-steps",
                "1",
                "--model",
                model.toString());
        builder.environment().remove("TF_CPP_MIN_LOG_LEVEL");
        Process process = builder.redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals("", Files.readString(err));
        assertEquals(0, process.exitValue());
        assertTrue(Files.exists(output));
    }
}
