package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesFolderTest {

    @TempDir
    private Path folder;

    private static List<Path> paths(List<Supplier<Path>> candidates) {
        return candidates.stream().map(Supplier::get).toList();
    }

    private Path file(String name) throws Exception {
        return Files.writeString(folder.resolve(name), "");
    }

    @Test
    void theNamedFolderIsTheOnlyOne() {
        assertEquals(List.of(folder), paths(NativesFolder.candidates(folder.toString(), "/cache")));
    }

    @Test
    void theFirstThatWorksIsTaken() throws Exception {
        Path blocked = file("file").resolve("below"), works = folder.resolve("a/b");
        assertEquals(works, NativesFolder.choose(List.of(() -> blocked, () -> works), 1));
        assertTrue(Files.isDirectory(works));
    }

    @Test
    void theHomeFolderComesFirstAndTheTemporaryOneLast() throws Exception {
        String home = System.setProperty("user.home", folder.toString());
        try {
            List<Path> found =
                    paths(NativesFolder.candidates(null, folder.resolve("xdg").toString()));
            assertEquals(List.of(folder.resolve(".javacpp/cache"), folder.resolve("xdg/javacpp")), found.subList(0, 2));
            assertEquals(3, found.size());
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void eachObstacleIsNamed() throws Exception {
        Path blocked = file("file").resolve("below"), full = folder.resolve("full");
        String message = assertThrows(
                        NoTensorFlowException.class,
                        () -> NativesFolder.choose(List.of(() -> blocked, () -> full), Long.MAX_VALUE))
                .getMessage();
        assertTrue(message.contains(blocked + " (it cannot be written to)"), message);
        assertTrue(message.contains(full + " (it has ") && message.contains(" MB of free space"), message);
        assertTrue(message.endsWith(
                "by -D" + NativesFolder.PROPERTY + "=FOLDER in JAVA_OPTS or in ImageJ's Java options."));
    }

    @Test
    void whatIsUnpackedNeedsNoSpaceAgain() throws Exception {
        Path library = folder.resolve("tensorflow-core-native-1.jar").resolve("library.so");
        Files.createDirectory(library.getParent());
        Files.write(library, new byte[1000]);
        long free = folder.toFile().getUsableSpace();
        assertThrows(
                NoTensorFlowException.class,
                () -> NativesFolder.choose(List.of(() -> folder.resolve("other")), free + (1L << 40)));
        Files.write(library, new byte[0]);
        assertEquals(folder, NativesFolder.choose(List.of(() -> folder), 1));
    }
}
