package io.github.neuralstyle.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.neuralstyle.TestErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotThere() throws IOException {
        assertEquals("there is no such file", Folders.absence(folder.resolve("a.png"), "file"));
        assertEquals("there is no such folder", Folders.absence(Files.createFile(folder.resolve("b")), "folder"));
    }

    @Test
    void whatNobodyMaySee() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked")), file = Files.createFile(locked.resolve("a.png"));
        try {
            locked.toFile().setExecutable(false);
            assumeFalse(Files.exists(file), "as root, and where folders have no permissions");
            assertEquals("the permissions of a folder on the way forbid it", Folders.absence(file, "file"));
            Path output = locked.resolve("sub/b.png");
            TestErrors.assertSentence(
                    assertThrows(IOException.class, () -> OutputFile.checkWritable(output)),
                    "the permissions of a folder");
        } finally {
            locked.toFile().setExecutable(true);
        }
    }
}
