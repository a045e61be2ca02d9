package io.github.neuralstyle.util;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;

/** Files that appear atomically and complete, or not at all. */
public final class OutputFile {

    private static final String CSV = ".csv";

    /** Writes the content to the file that it is given. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    private OutputFile() {}

    /**
     * Checks before long work that its result can be written.
     *
     * @throws IOException if the path is a folder, the file is write-protected, or its folder is missing or
     *         write-protected
     */
    public static void checkWritable(Path output) throws IOException {
        String failure = "Cannot write " + output + ": ";
        if (Files.isDirectory(output)) throw new IOException(failure + "it is a folder; give the name of a file.");
        Path folder = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder))
            throw new IOException(failure + "there is no folder " + folder + "; create it first.");
        if (!Files.isWritable(folder))
            throw new IOException(failure + "the folder " + folder + " is write-protected; choose another one.");
        if (Files.exists(output) && !Files.isWritable(output))
            throw new IOException(failure + "the file is write-protected; choose another name.");
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

    /** Writes a file under another name and then moves it to its place; an older one is replaced. */
    public static void write(Path output, Content content) throws IOException {
        // Not Files.createTempFile: its files are readable by their owner only.
        Path partial = output.resolveSibling("." + UUID.randomUUID() + ".partial");
        try {
            content.writeTo(partial);
            Files.move(partial, output, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
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
