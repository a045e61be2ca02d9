package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {

    private static final String NAME = "compact-vgg", WEIGHTS = "variables/variables.data-00000-of-00001";
    private static final List<String> FILES =
            List.of("saved_model.pb", "variables/variables.index", WEIGHTS, "known-answers.properties");

    @TempDir
    private Path home;

    private Path cache;

    @BeforeEach
    void nameCache() {
        cache = home.resolve("deep").resolve("models");
    }

    @Test
    void unpacksOnce() throws IOException {
        FeatureModel model = new ModelStore(cache).load(NAME);
        assertEquals(NAME, model.name());
        assertEquals(
                Vgg.COMPACT.convolutions().stream().map(Vgg.Convolution::name).collect(Collectors.toSet()),
                model.layers());
        assertOneGoodCopy();
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(copy().resolve(WEIGHTS), longAgo);
        new ModelStore(cache).load(NAME);
        assertEquals(longAgo, Files.getLastModifiedTime(copy().resolve(WEIGHTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "changed", "missing"})
    void repairs(String damage) throws IOException {
        new ModelStore(cache).unpack(NAME);
        damage(damage);
        new ModelStore(cache).unpack(NAME);
        assertOneGoodCopy();
    }

    private void damage(String damage) throws IOException {
        Path weights = copy().resolve(WEIGHTS);
        byte[] bytes = Files.readAllBytes(weights);
        switch (damage) {
            case "truncated" -> Files.write(weights, Arrays.copyOf(bytes, bytes.length / 2));
            case "changed" -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(weights, bytes);
            }
            default -> Files.delete(weights);
        }
    }

    @Test
    void twoThreadsLoadAtOnce() throws Exception {
        atOnce(2, () -> new ModelStore(cache).load(NAME));
        assertOneGoodCopy();
    }

    /** Often enough to meet in every state between damaged and whole. */
    @Test
    void threadsRepairAtOnce() throws Exception {
        for (int round = 0; round < 30; round++) {
            for (Path folder : atOnce(4, () -> new ModelStore(cache).unpack(NAME))) assertEquals(copy(), folder);
            assertOneGoodCopy();
            damage("changed");
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            Callable<T> together = () -> {
                start.await();
                return task.call();
            };
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(threads, together))) results.add(result.get());
            return results;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void twoProcessesAtOnce() throws Exception {
        Process one = TestProcess.start(ModelStoreTest.class, Map.of(), cache.toString());
        Process two = TestProcess.start(ModelStoreTest.class, Map.of(), cache.toString());
        assertEquals(0, one.waitFor());
        assertEquals(0, two.waitFor());
        assertOneGoodCopy();
    }

    /** What each of the processes does. */
    public static void main(String... arguments) {
        new ModelStore(Path.of(arguments[0])).load(NAME);
    }

    private Path copy() throws IOException {
        try (Stream<Path> copies = Files.list(cache)) {
            return copies.findFirst().orElseThrow();
        }
    }

    private void assertOneGoodCopy() throws IOException {
        try (Stream<Path> copies = Files.list(cache)) {
            assertEquals(1, copies.count());
        }
        Path copy = copy();
        try (Stream<Path> all = Files.walk(copy).filter(Files::isRegularFile)) {
            assertEquals(
                    FILES.stream().map(copy::resolve).collect(Collectors.toSet()), all.collect(Collectors.toSet()));
        }
        for (String file : FILES)
            try (InputStream original = getClass().getResourceAsStream("/models/" + NAME + "/" + file)) {
                assertArrayEquals(original.readAllBytes(), Files.readAllBytes(copy.resolve(file)), file);
            }
    }

    @Test
    void folderOfAModel() {
        TestModels.tiny(home.resolve("mine"));
        assertEquals(
                "mine",
                new ModelStore(cache).load(home.resolve("mine").toString()).name());
        assertTrue(Files.notExists(cache));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg99", "no/such/folder", "", " ", "compact-vgg/", "a\0b"})
    void unknownName(String name) {
        Exception error = assertThrows(IllegalArgumentException.class, () -> new ModelStore(cache).load(name));
        TestErrors.assertSentence(error, NAME, name);
        assertTrue(Files.notExists(cache));
    }

    /** A place below a file can be written by nobody. */
    @Test
    void unwritableFolder() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        for (Path place : List.of(file, file.resolve("models"))) {
            Exception error = assertThrows(UncheckedIOException.class, () -> new ModelStore(place).load(NAME));
            TestErrors.assertSentence(error, NAME, place.toString(), "writable");
        }
    }

    @Test
    void aNameComesBeforeAFolderThatIsCalledTheSame() throws IOException {
        ModelStore store = new ModelStore(cache);
        store.installed().install("mine", TestModels::tiny);
        Path folder = Files.createDirectories(home.resolve("lists").resolve("mine"));
        Path other = Files.createDirectories(home.resolve("lists").resolve("other"));
        Path base = home.resolve("lists");
        assertEquals("mine", store.absolute("mine", base));
        assertEquals(NAME, store.absolute(NAME, base));
        assertEquals(base.resolve("./mine").toString(), store.absolute("./mine", base));
        assertTrue(Files.isSameFile(folder, Path.of(store.absolute("./mine", base))));
        assertEquals(other.toString(), store.absolute("other", base));
        assertEquals("nowhere", store.absolute("nowhere", base));
        assertEquals(cache.resolve("mine"), store.folder("mine"));
    }
}
