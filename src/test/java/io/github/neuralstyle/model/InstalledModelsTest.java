package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.TestErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledModelsTest {

    @TempDir
    private Path home;

    private InstalledModels models;

    @BeforeEach
    void open() {
        models = new ModelStore(home.resolve("models")).installed();
    }

    @Test
    void installedIsFoundVerifiedAndRemoved() throws IOException {
        assertEquals(List.of(), models.names());
        models.install("mine", folder -> TestModels.tiny(folder));
        assertEquals(List.of("mine"), models.names());
        ModelStore store = new ModelStore(home.resolve("models"));
        assertEquals(List.of("compact-vgg", "mine"), store.names());
        assertEquals("mine", store.load("mine").name());
        store.load("compact-vgg");
        assertEquals(List.of("mine"), models.names());
        assertEquals(3, models.verify("mine"));
        models.remove("mine");
        assertEquals(List.of(), models.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "missing", "added"})
    void damageIsNoticed(String damage) throws IOException {
        Path folder = models.install("mine", target -> Files.writeString(target.resolve("a"), "one"));
        switch (damage) {
            case "changed" -> Files.writeString(folder.resolve("a"), "two");
            case "missing" -> Files.delete(folder.resolve("a"));
            default -> Files.writeString(folder.resolve("b"), "two");
        }
        Exception error = assertThrows(IOException.class, () -> models.verify("mine"));
        TestErrors.assertSentence(
                error, "The model mine is damaged: " + (damage.equals("added") ? "b" : "a") + " is not");
    }

    @Test
    void nothingIsLeftOfAFailure() throws IOException {
        assertThrows(
                IOException.class,
                () -> models.install("mine", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("Full.");
                }));
        assertLeft();
    }

    private void assertLeft(String... names) throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("models"))) {
            assertEquals(
                    List.of(names),
                    all.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b", ".hidden", "compact-vgg", "a\0b"})
    void illegalName(String name) {
        Exception error = assertThrows(IllegalArgumentException.class, () -> models.install(name, folder -> {}));
        TestErrors.assertSentence(error, "name is ");
        assertFalse(Files.exists(home.resolve("models")));
    }

    /** One wins, the others are told, and nothing is left of theirs. */
    @Test
    void manyAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CyclicBarrier last = new CyclicBarrier(4);
        try {
            for (int round = 0; round < 50; round++) {
                String name = "mine" + round;
                List<Future<Boolean>> results = pool.invokeAll(IntStream.range(0, 4)
                        .mapToObj(i -> (java.util.concurrent.Callable<Boolean>) () -> {
                            try {
                                models.install(name, folder -> {
                                    Files.writeString(folder.resolve("a"), "by " + i);
                                    await(last);
                                });
                                return true;
                            } catch (IOException | IllegalArgumentException e) {
                                TestErrors.assertSentence(e, name);
                                return false;
                            }
                        })
                        .toList());
                int won = 0;
                for (Future<Boolean> result : results) won += result.get() ? 1 : 0;
                assertEquals(1, won);
                assertEquals(1, models.verify(name));
                models.remove(name);
            }
        } finally {
            pool.shutdown();
        }
        assertLeft();
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
