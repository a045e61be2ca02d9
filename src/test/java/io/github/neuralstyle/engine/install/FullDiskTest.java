package io.github.neuralstyle.engine.install;

import static io.github.neuralstyle.TestErrors.assertSentence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.worker.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of its own in memory, which only the administrator of a Linux can have. */
class FullDiskTest {

    @TempDir
    private Path folder;

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void isFoundOutBefore() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk")), zip = TestEngine.zip(folder);
        if (!run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.toString())) {
            System.err.println("SKIPPED: a full disk is not tested, as no file system can be mounted.");
            Assumptions.abort("no file system can be mounted");
        }
        try (TestHome home = new TestHome(disk)) {
            assertSentence(
                    assertThrows(EngineException.class, () -> EngineInstallation.run(zip, done -> true)),
                    "The engine needs",
                    "make room");
            fill(disk);
            assertSentence(
                    assertThrows(EngineException.class, () -> EngineInstallation.run(zip, done -> true)), "make room");
            try (Stream<Path> left = Files.list(disk.resolve(".neural-style"))) {
                assertEquals(
                        List.of(EngineName.usual() + ".lock"),
                        left.map(path -> path.getFileName().toString()).toList());
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path disk) {
        assertThrows(IOException.class, () -> {
            for (int i = 0; i < 1000; i++) Files.write(disk.resolve("file" + i), new byte[4096]);
        });
    }
}
