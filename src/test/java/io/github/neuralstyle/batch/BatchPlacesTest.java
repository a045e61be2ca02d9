package io.github.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestProcess;
import io.github.neuralstyle.model.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders and names that a batch cannot read or share. */
class BatchPlacesTest {

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private List<BatchItem> items(String input) throws IOException {
        return BatchInput.items(
                folder.resolve(input).toString(),
                List.of(folder.resolve("style.png")),
                folder.resolve("out"),
                Settings.defaults(),
                "png",
                notes::add);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLockedSubfolderIsNamed() throws Exception {
        BatchFiles.image(folder.resolve("in"), "a.png");
        Path locked = BatchFiles.image(folder.resolve("in/locked"), "b.png").getParent();
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "this user may read everything");
        try {
            assertEquals(1, items("in/**.png").size());
            assertEquals(List.of("Cannot look for images in " + locked + ": its permissions forbid it."), notes);
            String message =
                    assertThrows(IOException.class, () -> items("in/locked")).getMessage();
            assertEquals(notes.get(0), message);
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkThatLeadsNowhereIsNamed() throws Exception {
        BatchFiles.image(folder.resolve("in"), "a.png");
        Path link = Files.createSymbolicLink(folder.resolve("in/b.png"), folder.resolve("absent.png"));
        Files.createSymbolicLink(folder.resolve("in/c.png"), folder.resolve("in/a.png"));
        assertEquals(2, items("in").size());
        assertEquals(List.of("Cannot read " + link + ": it is a link to a file that does not exist."), notes);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameOfAnotherCharacterSetIsReadAndItsPictureNamed() throws Exception {
        Path image = BatchFiles.image(folder.resolve("in"), "b_.png");
        new ProcessBuilder("sh", "-c", "mv b_.png \"$(printf 'b_\\344.png')\"")
                .directory(image.getParent().toFile())
                .inheritIO()
                .start()
                .waitFor();
        List<BatchItem> items = items("in");
        assertEquals("b__.png", items.get(0).output().getFileName().toString());
        assertEquals(
                64,
                io.github.neuralstyle.image.ImageFiles.readPixels(items.get(0).content())
                        .width());
    }

    @Test
    void twoBatchesInOneFolder() throws Exception {
        TestModels.tiny(folder.resolve("model"));
        BatchFiles.image(folder, "style.png");
        BatchFiles.image(folder.resolve("in"), "a.png");
        Settings settings = Settings.defaults()
                .withSize(64)
                .withSteps(1)
                .withLosses("content", "tv")
                .withModel(folder.resolve("model").toString());
        List<BatchItem> items = BatchFiles.items(
                folder.resolve("in").toString(),
                List.of(folder.resolve("style.png")),
                folder.resolve("out"),
                settings,
                "png");
        List<String> messages = new ArrayList<>();
        BatchTransfer.run(items, folder.resolve("out"), 1, false, state -> {
            if (messages.isEmpty())
                messages.add(assertThrows(
                                IOException.class,
                                () -> BatchTransfer.run(items, folder.resolve("out"), 1, false, other -> true))
                        .getMessage());
            return true;
        });
        assertTrue(messages.get(0).contains("another batch is at work in it"), messages::toString);
        assertEquals(Set.of("a.png"), BatchFiles.pictures(folder.resolve("out")).keySet());
        assertEquals(
                1,
                BatchTransfer.run(items, folder.resolve("out"), 1, false, other -> true)
                        .skipped());
    }

    @Test
    void anotherProcessWithTheLock() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        TestProcess.home(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals('l', other.getInputStream().read());
        assertThrows(IOException.class, () -> new FolderLock(folder));
        other.destroyForcibly();
        assertTrue(other.waitFor(30, TimeUnit.SECONDS));
        new FolderLock(folder).close();
    }

    /** A process that keeps the lock until it is ended. */
    static final class LockHolder {

        public static void main(String[] arguments) throws Exception {
            try (FolderLock lock = new FolderLock(Path.of(arguments[0]))) {
                System.out.print("l");
                System.out.flush();
                Thread.sleep(TimeUnit.MINUTES.toMillis(2));
            }
        }
    }
}
