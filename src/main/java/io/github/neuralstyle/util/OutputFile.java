package io.github.neuralstyle.util;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

/** Files that appear atomically and complete, or not at all. Links are followed; a file that is replaced keeps its mode. */
public final class OutputFile {

    private static final String CSV = ".csv";
    private static final int MAX_LINKS = 40;

    /** Writes the content to the file that it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private OutputFile() {}

    /**
     * Checks before long work that its result can be written.
     *
     * @throws IOException if the path is a folder, a pipe or a device, its name is too long, the file is write-protected, or its folder is
     *         missing or write-protected
     */
    public static void checkWritable(Path output) throws IOException {
        String failure = "Cannot write " + output + ": ";
        if (Files.isDirectory(output)) throw new IOException(failure + "it is a folder; give the name of a file.");
        if (Files.exists(output) && !Files.isRegularFile(output))
            throw new IOException(failure + "it is a pipe or a device; give the name of a file.");
        Path file = target(output), folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder))
            throw new IOException(failure
                    + (Folders.isHidden(folder)
                            ? "the permissions of a folder on the way to it forbid it; choose another one."
                            : "there is no folder " + folder + "; create it first."));
        requireName(file, failure);
        if (!Files.isWritable(folder))
            throw new IOException(failure + "the folder " + folder + " is write-protected; choose another one.");
        if (Files.exists(file) && !Files.isWritable(file))
            throw new IOException(failure + "the file is write-protected; choose another name.");
    }

    /** Only the file system knows which names it can hold. */
    private static void requireName(Path file, String failure) throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException expected) {
            return;
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? "its name cannot be used" : e.getReason();
            throw new IOException(failure + reason + "; choose another name.", e);
        }
    }

    /**
     * The same for a table.
     *
     * @throws IOException also if the name does not end in .csv, so that no picture is overwritten by mistake
     */
    public static void checkTable(Path output) throws IOException {
        checkWritable(output);
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(CSV))
            throw new IOException("Cannot write " + output + ": it is a table; its name must end in " + CSV + ".");
    }

    /** Refuses an output that is one of the inputs, by whatever path or link. @throws IOException naming it */
    public static void checkNoInput(Path output, Collection<Path> inputs) throws IOException {
        for (Path input : inputs)
            if (same(output, input))
                throw new IOException("Cannot write " + output + ": it is an input; choose another output.");
    }

    /** Whether two paths lead to one file, there already or not. */
    public static boolean same(Path one, Path other) throws IOException {
        if (Files.exists(one) && Files.exists(other)) return Files.isSameFile(one, other);
        return real(target(one)).equals(real(target(other)));
    }

    private static Path real(Path file) {
        Path absolute = file.toAbsolutePath().normalize(), folder = absolute.getParent();
        try {
            return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException absent) {
            return absolute;
        }
    }

    /** The file that a path leads to by links, which need not be there. */
    private static Path target(Path output) throws IOException {
        Path file = output;
        for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(file); i++)
            file = file.toAbsolutePath().resolveSibling(Files.readSymbolicLink(file));
        if (Files.isSymbolicLink(file))
            throw new IOException("Cannot write " + output + ": it is a link that leads to itself; remove it.");
        return file;
    }

    /** Writes a file under another name and then moves it to its place; an older one is replaced. */
    public static void write(Path output, Content content) throws IOException {
        Path file = target(output);
        // Not Files.createTempFile: its files are readable by their owner only.
        Path partial = file.resolveSibling("." + UUID.randomUUID() + ".partial");
        try {
            content.writeTo(partial);
            keepMode(file, partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Writes a file and its folders unless it holds the bytes already. */
    public static void keep(Path file, byte[] bytes) throws IOException {
        if (holds(file, bytes)) return;
        Files.createDirectories(file.getParent());
        try {
            write(file, partial -> Files.write(partial, bytes));
        } catch (FileSystemException e) { // of two processes that write it, the second may fail while the first uses it
            if (!holds(file, bytes)) throw e;
        }
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private static void keepMode(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (old == null || !Files.exists(from)) return;
        Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }

    /** Writes a table, in UTF-8. */
    public static void writeTable(Path output, String text) throws IOException {
        checkTable(output);
        try {
            write(output, file -> Files.writeString(file, text));
        } catch (IOException e) {
            throw new IOException("Cannot write " + output + ": " + e.getMessage() + "; check the free space.", e);
        }
    }
}
