package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.util.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with all that TensorFlow needs, for a Java of its own: {@code lib/*.jar}, this program's jar among them, and a
 * list of the files. It is only ever read.
 */
public final class EngineFolder {

    /** Where people install engines. */
    public static final String MENU = "Plugins > Neural Style > Engine";

    private final Path folder;

    /** Empty if the file is missing or not a manifest. */
    private final Optional<EngineManifest> manifest;

    private EngineFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
        manifest = read(folder.resolve(EngineManifest.FILE));
    }

    private static Optional<EngineManifest> read(Path file) {
        try {
            return Optional.of(EngineManifest.parse(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The engine of this version and platform: the folder that the system property {@code neuralstyle.engine} names, or
     * else one in the ImageJ that this program is in, or else one in the user's home. Empty if TensorFlow cannot run here, or
     * there is no engine, only one of another version, or only one of which a file is missing or has a wrong size.
     */
    public static Optional<EngineFolder> find() {
        return Platform.here().obstacle().isPresent()
                ? Optional.empty()
                : candidates().filter(engine -> engine.fault().isEmpty()).findFirst();
    }

    /** The same. @throws EngineException with the reason if there is none */
    public static EngineFolder require() {
        return find().orElseThrow(() -> new EngineException(Platform.here()
                .obstacle()
                .or(() -> candidates().findFirst().flatMap(EngineFolder::fault))
                .orElseGet(EngineFolder::notInstalled)));
    }

    /** Opens the folder of an engine. @throws EngineException if it cannot be used, with the reason */
    static EngineFolder open(Path folder) {
        EngineFolder engine = new EngineFolder(folder);
        engine.fault().ifPresent(fault -> {
            throw new EngineException(fault);
        });
        return engine;
    }

    private static Stream<EngineFolder> candidates() {
        String property = System.getProperty(EngineLocations.PROPERTY);
        Stream<Path> folders = property != null && !property.isBlank()
                ? Stream.of(Path.of(property))
                : EngineLocations.all().stream()
                        .flatMap(place -> EngineName.wanted().stream().map(name -> place.resolve(name.toString())))
                        .filter(Files::isDirectory);
        return folders.map(EngineFolder::new);
    }

    private static String notInstalled() {
        return EngineLocations.all().stream()
                .flatMap(place -> engines(place).stream())
                .findFirst()
                .map(other -> "The engine in " + other + " is of another version, or for another system, than "
                        + EngineName.usual() + "; install that one by " + MENU + ".")
                .orElse("The engine with TensorFlow is not installed; install it by " + MENU + ".");
    }

    private static List<Path> engines(Path place) {
        List<Path> found = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(place, "engine-*")) {
            folders.forEach(found::add);
        } catch (IOException nothingThere) {
            return List.of();
        }
        found.removeIf(folder -> !Files.isRegularFile(folder.resolve(EngineManifest.FILE)));
        return found;
    }

    /** Why it cannot be used, a sentence that says what to do; empty if nothing is wrong. Does not read the files. */
    private Optional<String> fault() {
        if (manifest.isEmpty())
            return Optional.of(damage(
                    EngineManifest.FILE, Files.exists(folder.resolve(EngineManifest.FILE)) ? "unreadable" : "missing"));
        if (!EngineName.wanted().contains(name()))
            return Optional.of("The engine in " + folder + " is " + name() + ", and this program needs "
                    + EngineName.usual() + "; install it by " + MENU + ".");
        return entries().stream().flatMap(entry -> fault(entry).stream()).findFirst();
    }

    private Optional<String> fault(EngineManifest.Entry entry) {
        Path file = folder.resolve(entry.path());
        try {
            if (!Files.isRegularFile(file)) return Optional.of(damage(entry.path(), "missing"));
            if (Files.size(file) == entry.size()) return Optional.empty();
            return Optional.of(damage(entry.path(), "of " + Files.size(file) + " bytes instead of " + entry.size()));
        } catch (IOException e) {
            return Optional.of(damage(entry.path(), "unreadable"));
        }
    }

    private String damage(String file, String how) {
        return "The engine in " + folder + " is damaged: " + file + " is " + how + "; install it again by " + MENU
                + ".";
    }

    private EngineName name() {
        return manifest.orElseThrow().name();
    }

    private List<EngineManifest.Entry> entries() {
        return manifest.orElseThrow().entries();
    }

    /** Compares all files with their checksums, which reads some 200 MB. @throws EngineException if one differs */
    public void verify() {
        for (EngineManifest.Entry entry : entries()) {
            Optional<String> fault = fault(entry);
            try {
                if (fault.isEmpty()
                        && !new Checksum(Checksum.Algorithm.SHA256, entry.sha256())
                                .matches(folder.resolve(entry.path())))
                    fault = Optional.of(damage(entry.path(), "not what it was"));
            } catch (IOException e) {
                throw new EngineException(damage(entry.path(), "unreadable"), e);
            }
            if (fault.isPresent()) throw new EngineException(fault.get());
        }
    }

    /** Its place, absolute; {@code lib/*} below it is the class path, too. */
    public Path path() {
        return folder;
    }

    /** Its jars, absolute. */
    public List<Path> classPath() {
        return entries().stream()
                .map(EngineManifest.Entry::path)
                .filter(path -> path.endsWith(".jar"))
                .map(folder::resolve)
                .toList();
    }

    /** As {@code 0.1.0}. */
    public String version() {
        return name().version();
    }

    /** TensorFlow's name of the platform, as {@code linux-x86_64}. */
    public String platform() {
        return name().platform();
    }

    /** Bytes of all files. */
    public long size() {
        return manifest.orElseThrow().size();
    }
}
