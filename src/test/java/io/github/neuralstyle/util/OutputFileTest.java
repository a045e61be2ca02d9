package io.github.neuralstyle.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void posixOnly() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    private static void write(Path file) throws IOException {
        OutputFile.write(file, partial -> Files.writeString(partial, "new"));
    }

    private static void assertRefused(Path output, String words) {
        IOException error = assertThrows(IOException.class, () -> OutputFile.checkWritable(output));
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    @Test
    void theModeIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-rw--w-");
        Files.setPosixFilePermissions(file, mode);
        write(file);
        assertEquals("new", Files.readString(file));
        assertEquals(mode, Files.getPosixFilePermissions(file));
    }

    @Test
    void linksAreFollowed() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        for (String name : List.of("present", "absent")) {
            Path target = other.resolve(name),
                    link = Files.createSymbolicLink(folder.resolve(name + "-link"), Path.of("other", name));
            if (name.equals("present")) Files.writeString(target, "old");
            OutputFile.checkWritable(link);
            write(link);
            assertTrue(Files.isSymbolicLink(link));
            assertEquals("new", Files.readString(target));
        }
    }

    @Test
    void linksThatLeadNowhere() throws IOException {
        assertRefused(
                Files.createSymbolicLink(folder.resolve("a"), folder.resolve("none/b")),
                "there is no folder " + folder.resolve("none"));
        assertRefused(Files.createSymbolicLink(folder.resolve("c"), folder.resolve("c")), "leads to itself");
    }

    @Test
    void noDevice() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.isWritable(device));
        assertRefused(device, "it is a pipe or a device");
    }

    @Test
    void namesThatAreTooLong() throws IOException {
        assertRefused(folder.resolve("x".repeat(300) + ".png"), "too long");
        OutputFile.checkWritable(folder.resolve("x".repeat(251) + ".png"));
        write(folder.resolve("x".repeat(251) + ".png"));
    }

    @Test
    void oneFileByAnyPath() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), ""), link = folder.resolve("b"), hard = folder.resolve("c");
        Files.createSymbolicLink(link, file);
        Files.createLink(hard, file);
        for (Path same : List.of(file, link, hard, folder.resolve("x/../a"))) {
            assertTrue(OutputFile.same(same.normalize(), file));
            assertThrows(IOException.class, () -> OutputFile.checkNoInput(same.normalize(), List.of(file)));
        }
        assertTrue(OutputFile.same(folder.resolve("new"), folder.resolve("./new")));
        assertFalse(OutputFile.same(folder.resolve("new"), file));
        OutputFile.checkNoInput(folder.resolve("new"), List.of(file));
    }
}
