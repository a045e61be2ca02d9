package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.util.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with all that TensorFlow needs, for a Java of its own: {@code lib/*.jar}, this program's jar among them, and a
 * list of the files. It is only ever read.
 */
public final class EngineFolder {

    /** Where people install engines. */
    public static final String MENU = "Plugins > Neural Style > Engine";

    private final Path folder;
    private final EngineManifest manifest;

    private EngineFolder(Path folder, EngineManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Finds the engine of this version and platform: the folder that the system property {@code neuralstyle.engine} names,
     * or else one in the ImageJ that this program is in, or else one in the user's home.
     *
     * @throws EngineException if TensorFlow cannot run here, or there is no engine, only one of another version, or only one
     *         of which a file is missing or has another size than it should
     */
    public static EngineFolder find() {
        Platform.here().obstacle().ifPresent(obstacle -> {
            throw new EngineException(obstacle);
        });
        String property = System.getProperty(EnginePlaces.PROPERTY);
        if (property != null && !property.isBlank()) return open(Path.of(property));
        EngineException failure = null;
        for (Path place : EnginePlaces.all())
            for (EngineName name : EngineName.wanted())
                if (Files.isDirectory(place.resolve(name.toString())))
                    try {
                        return open(place.resolve(name.toString()));
                    } catch (EngineException e) {
                        failure = failure == null ? e : failure;
                    }
        throw failure == null ? none() : failure;
    }

    private static EngineException none() {
        Path other = EnginePlaces.all().stream()
                .flatMap(place -> names(place).stream())
                .findFirst()
                .orElse(null);
        return new EngineException(
                other == null
                        ? "The engine with TensorFlow is not installed; install it by " + MENU + "."
                        : "The engine in " + other + " is of another version, or for another system, than "
                                + EngineName.usual() + "; install that one by " + MENU + ".");
    }

    private static List<Path> names(Path place) {
        List<Path> found = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(place, "engine-*")) {
            folders.forEach(found::add);
        } catch (IOException nothingThere) {
            return List.of();
        }
        found.removeIf(folder -> !Files.isRegularFile(folder.resolve(EngineManifest.FILE)));
        return found;
    }

    /** Whether {@link #find} finds one. */
    public static boolean isInstalled() {
        try {
            find();
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    /** Opens the folder of an engine. @throws EngineException if {@link #find} would for this folder */
    static EngineFolder open(Path folder) {
        EngineManifest manifest = read(folder);
        if (!EngineName.wanted().contains(manifest.name()))
            throw new EngineException("The engine in " + folder + " is " + manifest.name() + ", and this program needs "
                    + EngineName.usual() + "; install it by " + MENU + ".");
        EngineFolder engine = new EngineFolder(folder.toAbsolutePath(), manifest);
        for (EngineManifest.Entry entry : manifest.entries()) engine.checkSize(entry);
        return engine;
    }

    private static EngineManifest read(Path folder) {
        try {
            return EngineManifest.parse(Files.readString(folder.resolve(EngineManifest.FILE)));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(
                    folder,
                    EngineManifest.FILE,
                    Files.exists(folder.resolve(EngineManifest.FILE)) ? "unreadable" : "missing",
                    e);
        }
    }

    private void checkSize(EngineManifest.Entry entry) {
        Path file = folder.resolve(entry.path());
        try {
            if (!Files.isRegularFile(file)) throw damaged(folder, entry.path(), "missing", null);
            if (Files.size(file) != entry.size())
                throw damaged(
                        folder, entry.path(), "of " + Files.size(file) + " bytes instead of " + entry.size(), null);
        } catch (IOException e) {
            throw damaged(folder, entry.path(), "unreadable", e);
        }
    }

    private static EngineException damaged(Path folder, String file, String how, Exception cause) {
        return new EngineException(
                "The engine in " + folder + " is damaged: " + file + " is " + how + "; install it again by " + MENU
                        + ".",
                cause);
    }

    /** Compares all files with their checksums, which reads some 200 MB. @throws EngineException if one differs */
    public void verify() {
        for (EngineManifest.Entry entry : manifest.entries()) {
            checkSize(entry);
            try {
                if (!new Checksum(Checksum.Algorithm.SHA256, entry.sha256()).matches(folder.resolve(entry.path())))
                    throw damaged(folder, entry.path(), "not what it was", null);
            } catch (IOException e) {
                throw damaged(folder, entry.path(), "unreadable", e);
            }
        }
    }

    /** Its place, absolute; {@code lib/*} below it is the class path, too. */
    public Path path() {
        return folder;
    }

    /** Its jars, absolute. */
    public List<Path> classPath() {
        return manifest.entries().stream()
                .map(EngineManifest.Entry::path)
                .filter(path -> path.endsWith(".jar"))
                .map(folder::resolve)
                .toList();
    }

    /** As {@code 0.1.0}. */
    public String version() {
        return manifest.name().version();
    }

    /** TensorFlow's name of the platform, as {@code linux-x86_64}. */
    public String platform() {
        return manifest.name().platform();
    }

    /** Bytes of all files. */
    public long size() {
        return manifest.size();
    }
}
