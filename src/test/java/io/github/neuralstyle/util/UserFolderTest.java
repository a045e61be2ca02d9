package io.github.neuralstyle.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {

    private static final String HOME = "user.home", TEMPORARY = "java.io.tmpdir";

    @TempDir
    private Path folder;

    private final String home = System.getProperty(HOME), temporary = System.getProperty(TEMPORARY);

    @BeforeEach
    void temporaryFolder() throws Exception {
        System.setProperty(
                TEMPORARY, Files.createDirectory(folder.resolve("tmp")).toString());
    }

    @AfterEach
    void restore() {
        System.setProperty(HOME, home);
        System.setProperty(TEMPORARY, temporary);
    }

    @Test
    void isInTheHomeFolder() {
        System.setProperty(HOME, folder.toString());
        assertEquals(folder.resolve(".neural-style"), UserFolder.writable());
        assertEquals(Optional.of(folder.resolve(".neural-style")), UserFolder.home());
    }

    @Test
    void isInTheTemporaryFolderWithoutHome() {
        for (String none : new String[] {"?", ""}) {
            System.setProperty(HOME, none);
            assertEquals(Optional.empty(), UserFolder.home());
            Path found = UserFolder.writable();
            assertEquals(folder.resolve("tmp"), found.getParent());
            assertEquals(found, UserFolder.writable());
        }
    }

    @Test
    void isInTheTemporaryFolderIfHomeCannotBeWrittenTo() throws Exception {
        System.setProperty(HOME, folder.toString());
        Files.writeString(folder.resolve(".neural-style"), "a file");
        assertEquals(folder.resolve("tmp"), UserFolder.writable().getParent());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheUserCanReadTheTemporaryOne() throws Exception {
        Path first = UserFolder.temporary();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first)));
        Files.delete(first);
        Path trap = Files.createDirectory(first);
        Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwxrwxrwx"));
        System.setProperty(TEMPORARY, folder.toString());
        UserFolder.temporary();
        System.setProperty(TEMPORARY, folder.resolve("tmp").toString());
        assertNotEquals(trap, UserFolder.temporary());
        assertTrue(Files.isDirectory(UserFolder.temporary()));
    }

    @Test
    void namesATemporaryFolderThatIsNone() {
        System.setProperty(TEMPORARY, folder.resolve("nowhere").toString());
        String message =
                assertThrows(UncheckedIOException.class, UserFolder::temporary).getMessage();
        assertTrue(message.contains(folder.resolve("nowhere").toString()) && message.contains(TEMPORARY), message);
    }
}
