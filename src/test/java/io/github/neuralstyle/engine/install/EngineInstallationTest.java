package io.github.neuralstyle.engine.install;

import static io.github.neuralstyle.TestErrors.assertSentence;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.worker.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Into the home, as the tests' classes are in no jar. */
class EngineInstallationTest {

    @TempDir
    private Path folder;

    private Path place, zip;
    private TestHome home;

    @BeforeEach
    void moveIn() throws IOException {
        home = new TestHome(folder.resolve("家 home"));
        place = folder.resolve("家 home").resolve(".neural-style");
        zip = TestEngine.zip(folder);
    }

    @AfterEach
    void moveOut() {
        home.close();
    }

    private static EngineFolder install(Path zip) {
        return EngineInstallation.run(zip, done -> true);
    }

    private void assertRefused(Path file, String... words) throws IOException {
        assertSentence(assertThrows(EngineException.class, () -> install(file)), words);
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        assertEquals(List.of(), left());
        assertTrue(EngineFolder.find().isEmpty());
    }

    /** All but the empty file that is locked. */
    private List<String> left() throws IOException {
        if (!Files.exists(place)) return List.of();
        try (Stream<Path> all = Files.list(place)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .toList();
        }
    }

    @Test
    void installsAndTellsHowFarItIs() throws IOException {
        List<Double> told = new ArrayList<>();
        EngineFolder engine = EngineInstallation.run(zip, told::add);
        assertEquals(place.resolve(EngineName.usual().toString()), engine.path());
        EngineFolder.require().verify();
        assertTrue(told.size() > 4 && told.get(0) == 0 && told.get(told.size() - 1) < 1, told.toString());
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(List.of(EngineName.usual().toString()), left());
        assertEquals(engine.path(), install(zip).path());
    }

    @Test
    void installsWhereThePropertySays() throws IOException {
        System.setProperty(EngineLocations.PROPERTY, folder.resolve("my engine").toString());
        install(zip);
        assertEquals(folder.resolve("my engine"), EngineFolder.require().path());
        assertFalse(Files.exists(place));
    }

    @Test
    void takesOnlyTheEngineOfAWholeFiji() throws IOException {
        Path engine = TestEngine.folder(folder.resolve("to pack"));
        Map<String, byte[]> files = TestEngine.files(engine, "Fiji/neural-style/" + engine.getFileName() + "/");
        files.put("Fiji/jars/neural-style.jar", new byte[9]);
        files.put("Fiji/neural-style/" + engine.getFileName() + "/../../evil", new byte[9]);
        files.put("../../evil", new byte[9]);
        Path installed =
                install(TestEngine.zip(folder.resolve("fiji.zip"), files)).path();
        try (Stream<Path> all = Files.walk(installed)) {
            assertEquals(4, all.filter(Files::isRegularFile).count());
        }
        assertEquals(List.of(EngineName.usual().toString()), left());
        assertFalse(Files.exists(folder.resolve("evil"))
                || Files.exists(folder.resolve("家 home").resolve("evil")));
    }

    @Test
    void repairsWhatIsDamaged() throws IOException {
        Path big = install(zip).path().resolve(TestEngine.BIG);
        byte[] content = Files.readAllBytes(big), other = content.clone();
        other[7] ^= 1;
        for (byte[] damaged : List.of(other, Arrays.copyOf(content, 10))) {
            Files.write(big, damaged);
            install(zip);
            assertArrayEquals(content, Files.readAllBytes(big));
            assertEquals(List.of(EngineName.usual().toString()), left());
        }
    }

    @Test
    void refusesWhatIsNoEngineOfThisVersionAndPlatform() throws IOException {
        Path old = TestEngine.folder(
                folder, new EngineName("0.0.1", EngineName.usual().platform()));
        assertRefused(
                TestEngine.zip(folder.resolve("old.zip"), TestEngine.files(old, "")),
                "old.zip has engine-0.0.1-",
                "needs " + EngineName.usual());
        Path other = TestEngine.folder(folder, new EngineName(Release.version(), "solaris-sparc"));
        assertRefused(TestEngine.zip(folder.resolve("other.zip"), TestEngine.files(other, "")), "solaris-sparc");
        assertRefused(
                TestEngine.zip(folder.resolve("none.zip"), Map.of("readme", new byte[1])),
                "none.zip has no engine in it");
        assertRefused(
                TestEngine.zip(
                        folder.resolve("two.zip"),
                        Map.of("a/engine.sha256", new byte[1], "engine.sha256", new byte[1])),
                "several engines");
        assertRefused(
                TestEngine.zip(folder.resolve("bad.zip"), Map.of("engine.sha256", new byte[1])),
                "is not the zip file of an engine");
    }

    @Test
    void refusesAListThatLeadsElsewhere() throws IOException {
        Path engine = TestEngine.folder(folder.resolve("to pack"));
        Map<String, byte[]> files = TestEngine.files(engine, "");
        files.put("../evil", files.get(TestEngine.SMALL));
        files.put(
                TestEngine.LIST,
                new String(files.get(TestEngine.LIST))
                        .replace("  " + TestEngine.SMALL, "  ../evil")
                        .getBytes());
        assertRefused(TestEngine.zip(folder.resolve("evil.zip"), files), "wrong line", "../evil");
        assertFalse(Files.exists(place.resolve("evil")) || Files.exists(place.resolveSibling("evil")));
    }

    @Test
    void refusesWhatIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(zip);
        assertRefused(
                Files.write(folder.resolve("short.zip"), Arrays.copyOf(whole, whole.length / 2)),
                "short.zip is not a whole zip file");
        assertRefused(Files.write(folder.resolve("empty.zip"), new byte[0]), "empty.zip is not a whole zip file");
        whole[whole.length / 2] ^= 1;
        assertRefused(
                Files.write(folder.resolve("bit.zip"), whole),
                "bit.zip is damaged, as lib/tensorflow.jar in it is not");
        Path engine = TestEngine.folder(folder.resolve("to pack"));
        Map<String, byte[]> files = TestEngine.files(engine, "");
        files.put(TestEngine.SMALL, "CLASSES".getBytes());
        assertRefused(TestEngine.zip(folder.resolve("other.zip"), files), "lib/neural-style.jar in it is not");
        files.remove(TestEngine.SMALL);
        assertRefused(TestEngine.zip(folder.resolve("less.zip"), files), "lib/neural-style.jar in it is not");
        assertRefused(folder.resolve("nowhere.zip"), "There is no file", "nowhere.zip");
        assertRefused(folder, "choose", folder.toString());
    }

    @Test
    void leavesNothingWhenCancelled() throws IOException {
        assertThrows(CancellationException.class, () -> EngineInstallation.run(zip, done -> done < 0.5));
        assertNothingLeft();
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> install(zip));
        assertTrue(Thread.interrupted());
        assertNothingLeft();
    }

    @Test
    void keepsTheOldOneWhenItFails() throws IOException {
        Path big = install(zip).path().resolve(TestEngine.BIG);
        Files.write(big, new byte[10]);
        assertThrows(CancellationException.class, () -> EngineInstallation.run(zip, done -> done < 0.5));
        assertEquals(10, Files.size(big));
        assertEquals(List.of(EngineName.usual().toString()), left());
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Files.createDirectories(place.resolve(".unfinished-1").resolve("lib"));
        Files.createDirectories(place.resolve(".removed-1").resolve("lib"));
        install(zip);
        assertEquals(List.of(EngineName.usual().toString()), left());
    }

    @Test
    void saysThatNothingCanBeWritten() throws IOException {
        Files.createDirectories(place.getParent());
        Files.writeString(place, "a file in the way");
        assertSentence(
                assertThrows(EngineException.class, () -> install(zip)),
                "Cannot write",
                place.toString(),
                "make the folder writable");
    }
}
