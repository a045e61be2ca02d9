package io.github.neuralstyle.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.neuralstyle.engine.install.BesideTheTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The laid-out tree in a Fiji, where all is well and where something is not. */
class EngineLifeIT {

    private static final String WORKS = "style: [";

    /** Beside the tree, as files on another disk cannot be linked. */
    @TempDir(factory = BesideTheTree.class)
    private Path folder;

    private static FijiProcess fiji() {
        return new FijiProcess(Path.of("target", "fiji").toAbsolutePath());
    }

    private static void assertSays(String sentence, String printed) {
        assertTrue(printed.lines().anyMatch(line -> line.startsWith("style: ") && line.contains(sentence)), printed);
    }

    @Test
    void worksInAPathWithSpacesAndChineseCharacters() throws Exception {
        assertSays(WORKS, new FijiProcess(FijiProcess.link(folder.resolve("我的 Fiji.app"))).run("style"));
    }

    @Test
    void twoFijisAtOnce() throws Exception {
        List<CompletableFuture<String>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return fiji().run("style");
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        assertSays(WORKS, both.get(0).join());
        assertEquals(both.get(0).join(), both.get(1).join());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1k", "5m"})
    void saysThatItsHeapIsTooSmall(String heap) throws Exception {
        assertSays(
                "by -Dneuralstyle.heap, as ",
                fiji().option("-Dneuralstyle.heap=" + heap).run("style"));
    }

    @Test
    void saysThatItIsNotInstalled() throws Exception {
        Path without = FijiProcess.link(folder.resolve("Fiji.app"));
        Files.move(without.resolve("neural-style"), folder.resolve("elsewhere"));
        assertSays(
                "is not installed; install it by Plugins > Neural Style > Engine.",
                new FijiProcess(without).option("-Duser.home=" + folder).run("style"));
    }

    @Test
    void saysWhatIsDamaged() throws Exception {
        Path fiji = FijiProcess.link(folder.resolve("Fiji.app"));
        Path jar;
        try (Stream<Path> files = Files.walk(fiji)) {
            jar = files.filter(file -> file.getFileName().toString().startsWith("tensorflow-core-api"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(jar);
        Files.delete(jar);
        Files.write(jar, bytes);
        try (FileChannel channel = FileChannel.open(jar, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(bytes.length / 2), bytes.length / 2);
        }
        assertSays(
                "is damaged: lib/" + jar.getFileName() + " is not what it was; install it again by",
                new FijiProcess(fiji).run("style"));
        try (FileChannel channel = FileChannel.open(jar, StandardOpenOption.WRITE)) {
            channel.truncate(bytes.length / 2);
        }
        assertSays(
                "is damaged: lib/" + jar.getFileName() + " is of " + bytes.length / 2 + " bytes instead of "
                        + bytes.length,
                new FijiProcess(fiji).run("style"));
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", disk.toString()) == 0,
                "only root on Linux can make a small disk");
        try {
            assertSays(
                    "cannot be unpacked to " + disk,
                    fiji().option("-Dorg.bytedeco.javacpp.cachedir=" + disk).run("style"));
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException unknown) {
            return -1;
        }
    }
}
