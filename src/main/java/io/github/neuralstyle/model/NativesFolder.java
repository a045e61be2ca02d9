package io.github.neuralstyle.model;

import io.github.neuralstyle.util.UserFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that TensorFlow's native library is unpacked to and loaded from: the one that the user names, or else the
 * first that works of those in the home folder, in {@code XDG_CACHE_HOME} and in the temporary folder. Whether one works is
 * tried out: it can be written to, programs in it can be executed, and there is room.
 */
final class NativesFolder {

    /** The system property that names it, of JavaCPP. */
    static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    /** What the library takes on Linux, where it is largest. */
    static final long BYTES = 684_000_000;

    private static final String LIBRARY = "tensorflow-core-native-";
    private static final String JNA = "jna.tmpdir";

    private NativesFolder() {}

    /**
     * Finds the folder and hands it to JavaCPP and JNA, which unpack their libraries.
     *
     * @throws NoTensorFlowException if none works; the message says why for each, and what to do
     */
    static Path choose() {
        Path folder = choose(candidates(System.getProperty(PROPERTY), System.getenv("XDG_CACHE_HOME")), BYTES);
        System.setProperty(PROPERTY, folder.toString());
        if (System.getProperty(JNA) == null) System.setProperty(JNA, folder.toString());
        return folder;
    }

    /** In the order of preference; those of the temporary folder are made when asked for. */
    static List<Supplier<Path>> candidates(String named, String cache) {
        if (named != null && !named.isBlank())
            return List.of(() -> Path.of(named).toAbsolutePath());
        List<Supplier<Path>> candidates = new ArrayList<>();
        UserFolder.home().ifPresent(home -> candidates.add(() -> home.resolveSibling(Path.of(".javacpp", "cache"))));
        if (cache != null && Path.of(cache).isAbsolute()) candidates.add(() -> Path.of(cache, "javacpp"));
        candidates.add(() -> UserFolder.temporary().resolve("natives"));
        return candidates;
    }

    /** @param bytes that the unpacked library takes */
    static Path choose(List<Supplier<Path>> candidates, long bytes) {
        List<String> obstacles = new ArrayList<>();
        for (Supplier<Path> candidate : candidates)
            try {
                Path folder = candidate.get();
                Optional<String> obstacle = obstacle(folder, bytes);
                if (obstacle.isEmpty()) return folder;
                obstacles.add(folder + " (" + obstacle.get() + ")");
            } catch (UncheckedIOException e) {
                obstacles.add(System.getProperty("java.io.tmpdir") + " (no folder can be made there)");
            }
        throw new NoTensorFlowException(
                "TensorFlow's library cannot be unpacked to "
                        + obstacles.stream().collect(Collectors.joining(", nor to "))
                        + "; name a folder with " + size(bytes) + " of free space where programs may be executed, by -D"
                        + PROPERTY + "=FOLDER in JAVA_OPTS or in ImageJ's Java options.",
                null);
    }

    /** Why a folder cannot be used; empty if it can. */
    private static Optional<String> obstacle(Path folder, long bytes) {
        try {
            Files.createDirectories(folder);
            long missing = bytes - unpacked(folder), free = folder.toFile().getUsableSpace();
            if (missing > free)
                return Optional.of("it has " + size(free) + " of free space and needs " + size(missing));
            return isExecutable(folder)
                    ? Optional.empty()
                    : Optional.of("its file system is mounted with noexec, so that no program there can be executed");
        } catch (IOException e) {
            return Optional.of("it cannot be written to");
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / Math.pow(2, 20));
    }

    /** Bytes of the library that are there already. */
    private static long unpacked(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(path -> path.toString().contains(LIBRARY)).toList())
                if (Files.isRegularFile(file)) bytes += Files.size(file);
        } catch (NoSuchFileException | UncheckedIOException another) {
            return bytes;
        }
        return bytes;
    }

    /** Whether a program in the folder can be started; true where there are no such programs. */
    private static boolean isExecutable(Path folder) throws IOException {
        Path program = Files.createTempFile(folder, "executable-", null);
        try {
            if (!program.getFileSystem().supportedFileAttributeViews().contains("posix")) return true;
            Files.writeString(program, "#!/bin/sh\n");
            return program.toFile().setExecutable(true) && starts(program);
        } finally {
            Files.deleteIfExists(program);
        }
    }

    private static boolean starts(Path program) {
        try {
            new ProcessBuilder(program.toString()).start().waitFor();
            return true;
        } catch (IOException e) {
            // EACCES; other errors are not the folder's
            return !e.getMessage().contains("error=13");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
