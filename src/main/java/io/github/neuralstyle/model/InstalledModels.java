package io.github.neuralstyle.model;

import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.Folders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The networks that the user has installed: folders with a SavedModel, by name. A folder appears complete or not at all.
 * Its file {@code checksums.sha256} lists all others in the format of sha256sum.
 */
public final class InstalledModels {

    /** The list of checksums in each folder. */
    public static final String CHECKSUMS = "checksums.sha256";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final String UNFINISHED = ".unfinished-";

    /** Writes the files of a network into a folder. */
    @FunctionalInterface
    public interface Writer {
        void write(Path folder) throws IOException;
    }

    private final Path folder;

    InstalledModels(Path folder) {
        this.folder = folder;
    }

    /** The installed names, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(this::contains)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether a network is installed under a name. */
    public boolean contains(String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(path(name).resolve(CHECKSUMS));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    /** The folder of an installed network. @throws IllegalArgumentException if there is none of the name */
    public Path folder(String name) {
        if (!contains(name))
            throw new IllegalArgumentException("There is no installed model " + name + "; installed are "
                    + (names().isEmpty() ? "none" : String.join(", ", names())) + ".");
        return path(name);
    }

    /**
     * Checks before long work that a name is free.
     *
     * @throws IllegalArgumentException if it is taken, or has other characters than letters, digits, - and _
     */
    public void checkFree(String name) {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException(
                    "name is " + name + "; it must be of up to 64 letters, digits, - and _.");
        if (Files.exists(path(name), LinkOption.NOFOLLOW_LINKS) || ModelStore.EMBEDDED.contains(name))
            throw new IllegalArgumentException(
                    "name is " + name + ", and there is a model of this name; choose another, or remove it first.");
    }

    /**
     * Installs a network.
     *
     * @throws IllegalArgumentException if {@link #checkFree} does
     * @throws IOException if it cannot be written; nothing is installed then
     */
    public Path install(String name, Writer writer) throws IOException {
        checkFree(name);
        Path unfinished = unfinished();
        try {
            writer.write(unfinished);
            Files.writeString(unfinished.resolve(CHECKSUMS), checksums(unfinished));
            move(unfinished, path(name));
            return path(name);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private Path unfinished() throws IOException {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, UNFINISHED);
        } catch (FileSystemException e) {
            throw new IOException("Cannot write to the folder " + folder + "; make room or make it writable.", e);
        }
    }

    /** Never replaces another network: an atomic move to a folder that is not empty fails. */
    private void move(Path from, Path to) throws IOException {
        checkFree(to.getFileName().toString());
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw new IOException(
                    "Cannot install the model as " + to + ": "
                            + (Files.exists(to)
                                    ? "another process has just done so."
                                    : e.getReason() + "; make the folder writable."),
                    e);
        }
    }

    /** Removes an installed network. @throws IllegalArgumentException if there is none of the name, or it is embedded */
    public void remove(String name) throws IOException {
        if (ModelStore.EMBEDDED.contains(name))
            throw new IllegalArgumentException("The model " + name + " comes with this program and cannot be removed.");
        Path model = folder(name), removed = unfinished();
        try {
            Files.move(model, removed.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(removed);
        }
    }

    /**
     * Compares all files of an installed network with their checksums.
     *
     * @return the number of files
     * @throws IOException if one is missing, changed or not listed; the message names it
     */
    public int verify(String name) throws IOException {
        Path model = folder(name);
        List<String> expected = Files.readAllLines(model.resolve(CHECKSUMS)),
                actual = checksums(model).lines().toList();
        List<String> differing = new ArrayList<>(expected);
        differing.removeAll(actual);
        if (differing.isEmpty())
            actual.stream().filter(line -> !expected.contains(line)).forEach(differing::add);
        if (!differing.isEmpty())
            throw new IOException(
                    "The model " + name + " is damaged: " + differing.get(0).replaceFirst("^\\S+\\s+", "")
                            + " is not as it was when it was installed; remove and import it again.");
        return actual.size();
    }

    private static String checksums(Path model) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : Folders.files(model))
            if (!file.equals(model.resolve(CHECKSUMS)))
                lines.append(Checksum.sha256(file) + "  " + Folders.relative(model, file) + "\n");
        return lines.toString();
    }
}
