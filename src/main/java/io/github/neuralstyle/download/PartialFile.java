package io.github.neuralstyle.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The beginning of a file, in {@code FILE.part}, and in {@code FILE.part.version} which version of the file it is of, as
 * its server calls it.
 */
final class PartialFile {

    private final Path file, version;

    PartialFile(Path whole) {
        file = DownloadTarget.beside(whole, ".part");
        version = DownloadTarget.beside(whole, ".part.version");
    }

    Path file() {
        return file;
    }

    long size() throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : 0;
    }

    /** The entity tag or date that {@link #begin} was told; null if there is none. */
    String version() throws IOException {
        return Files.isRegularFile(version) ? Files.readString(version) : null;
    }

    /** Begins with nothing, after {@link #delete}. The order counts: bytes never lie beside the version of others. */
    void begin(String newVersion) throws IOException {
        if (newVersion != null) Files.writeString(version, newVersion);
        Files.createFile(file);
    }

    FileChannel append() throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    static void write(FileChannel channel, List<ByteBuffer> buffers) throws IOException {
        for (ByteBuffer buffer : buffers) while (buffer.hasRemaining()) channel.write(buffer);
    }

    /** Makes it the whole file, at once. */
    void finish(Path whole) throws IOException {
        try (FileChannel channel = append()) {
            channel.force(true);
        }
        Files.move(file, whole, StandardCopyOption.ATOMIC_MOVE);
        delete();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(version);
    }
}
