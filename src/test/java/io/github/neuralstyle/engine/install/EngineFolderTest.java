package io.github.neuralstyle.engine.install;

import static io.github.neuralstyle.TestErrors.assertSentence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.worker.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFolderTest {

    @TempDir
    private Path folder;

    private Path place;
    private TestHome home;

    @BeforeEach
    void moveIn() {
        home = new TestHome(folder.resolve("家 home"));
        place = folder.resolve("家 home").resolve(".neural-style");
    }

    @AfterEach
    void moveOut() {
        home.close();
    }

    private static void assertNotFound(String... words) {
        assertSentence(assertThrows(EngineException.class, EngineFolder::require), words);
        assertTrue(EngineFolder.find().isEmpty());
    }

    @Test
    void isFoundInTheHome() throws IOException {
        Path engine = TestEngine.folder(place);
        Files.writeString(engine.resolve("lib").resolve("other.jar"), "not listed");
        EngineFolder found = EngineFolder.require();
        assertTrue(EngineFolder.find().isPresent());
        assertEquals(engine, found.path());
        assertEquals(List.of(engine.resolve(TestEngine.SMALL), engine.resolve(TestEngine.BIG)), found.classPath());
        assertEquals(EngineName.usual(), new EngineName(found.version(), found.platform()));
        assertEquals(300_000 + "classes".length() + "BSD".length(), found.size());
        found.verify();
    }

    @Test
    void isFoundByThePropertyUnderAnyName() throws IOException {
        Path engine = Files.move(TestEngine.folder(folder), folder.resolve("富春 山居"));
        System.setProperty(EngineLocations.PROPERTY, engine.toString());
        assertEquals(engine, EngineFolder.require().path());
        System.setProperty(EngineLocations.PROPERTY, folder.resolve("none").toString());
        assertNotFound(
                "none is damaged: engine.sha256 is missing; install it again by Plugins > Neural Style > Engine.");
    }

    @Test
    void isFoundWhereNothingCanBeWritten() throws IOException {
        Path engine = TestEngine.folder(place);
        try (Stream<Path> all = Files.walk(engine)) {
            all.forEach(path -> assertTrue(path.toFile().setWritable(false)));
        }
        EngineFolder.require().verify();
        try (Stream<Path> all = Files.walk(engine)) {
            all.forEach(path -> path.toFile().setWritable(true));
        }
    }

    @Test
    void isMissing() throws IOException {
        assertNotFound("The engine with TensorFlow is not installed; install it by Plugins > Neural Style > Engine.");
        Files.createDirectories(place.resolve("engine-of-nothing"));
        assertNotFound("is not installed");
    }

    @Test
    void ofAnotherVersionOrPlatform() throws IOException {
        Path old = TestEngine.folder(
                place, new EngineName("0.0.1", EngineName.usual().platform()));
        assertNotFound(old + " is of another version, or for another system, than " + EngineName.usual());
        System.setProperty(EngineLocations.PROPERTY, old.toString());
        assertNotFound(old + " is engine-0.0.1-", "needs " + EngineName.usual());
        Path other = TestEngine.folder(place, new EngineName(Release.version(), "solaris-sparc"));
        System.setProperty(EngineLocations.PROPERTY, other.toString());
        assertNotFound("solaris-sparc");
    }

    @Test
    void withoutAFile() throws IOException {
        Path engine = TestEngine.folder(place);
        Files.delete(engine.resolve(TestEngine.BIG));
        assertNotFound(engine + " is damaged: lib/tensorflow.jar is missing");
        Files.delete(engine.resolve(TestEngine.LIST));
        assertNotFound(engine + " is damaged: engine.sha256 is missing");
        Files.writeString(engine.resolve(TestEngine.LIST), "# engine");
        assertNotFound(engine + " is damaged: engine.sha256 is unreadable");
    }

    @Test
    void truncated() throws IOException {
        Path engine = TestEngine.folder(place);
        byte[] content = Files.readAllBytes(engine.resolve(TestEngine.BIG));
        Files.write(engine.resolve(TestEngine.BIG), java.util.Arrays.copyOf(content, 1000));
        assertNotFound("lib/tensorflow.jar is of 1000 bytes instead of 300000");
    }

    /** That takes reading it all, which is not done at each start. */
    @Test
    void changedIsFoundByVerifyAlone() throws IOException {
        Path engine = TestEngine.folder(place);
        byte[] content = Files.readAllBytes(engine.resolve(TestEngine.BIG));
        content[content.length / 2] ^= 1;
        Files.write(engine.resolve(TestEngine.BIG), content);
        EngineFolder found = EngineFolder.require();
        assertSentence(assertThrows(EngineException.class, found::verify), "lib/tensorflow.jar is not what it was");
    }

    @Test
    void listCannotLeadElsewhere() {
        String sum = "0".repeat(64);
        for (String path :
                new String[] {"../up", "lib/../../up", "/etc/passwd", "C:/up", "lib\\..\\up", ".hidden", "lib//a", ""})
            assertSentence(
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> EngineManifest.parse(
                                    "# engine 1 linux-x86_64\n# 1 bytes\n" + sum + "  " + path + "\n"),
                            path),
                    "wrong line");
        assertEquals(
                1,
                EngineManifest.parse("# engine 1 linux-x86_64\n# 1 bytes\n" + sum + "  lib/a-1.0.jar\n")
                        .entries()
                        .size());
    }
}
