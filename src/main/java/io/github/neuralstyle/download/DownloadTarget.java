package io.github.neuralstyle.download;

import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The place of a downloaded file, locked against other processes and threads. The received bytes are in {@code FILE.part},
 * and the version of the file that they belong to, as the server names it, in {@code FILE.part.version}. The operating
 * system's lock on {@code FILE.lock} ends with the process; that empty file stays, because to delete it would let two
 * processes in.
 */
public final class DownloadTarget implements AutoCloseable {

    private static final long POLL_MILLIS = 200;
    private static final DownloadState WAITING =
            new DownloadState(DownloadState.Phase.WAITING_FOR_ANOTHER, 0, RemoteFile.UNKNOWN, 0, Duration.ZERO);

    private final Path file, part, version;
    private final FileChannel lock;

    private DownloadTarget(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
        part = beside(file, ".part");
        version = beside(file, ".part.version");
    }

    /**
     * Waits until no other process or thread uses the file, and locks it.
     *
     * @param file to download to; its folder is created if absent
     * @param waiting asked while waiting whether to continue
     * @return null if not
     * @throws IOException if the folder cannot be written to
     * @throws InterruptedException if the thread is interrupted while waiting
     */
    public static DownloadTarget lock(Path file, ProgressListener<DownloadState> waiting)
            throws IOException, InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        FileChannel channel = null;
        DownloadTarget locked = null;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(beside(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (!isLocked(channel)) {
                if (!waiting.update(WAITING)) return null;
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            locked = new DownloadTarget(file, channel);
            return locked;
        } catch (ClosedByInterruptException | FileLockInterruptionException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            if (locked == null && channel != null) channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        }
    }

    static IOException unwritable(Path file, IOException e) {
        return new IOException(
                "Cannot write " + file + ": " + e.getMessage() + "; make room or make the folder writable.", e);
    }

    private static Path beside(Path file, String extension) {
        return file.resolveSibling(file.getFileName() + extension);
    }

    /** The complete file. */
    public Path file() {
        return file;
    }

    /** The file with the bytes received so far. */
    Path part() {
        return part;
    }

    /** The number of bytes received so far. */
    long received() throws IOException {
        return Files.isRegularFile(part) ? Files.size(part) : 0;
    }

    /** The entity tag or date given to {@link #begin}; null if there is none. */
    String version() throws IOException {
        return Files.isRegularFile(version) ? Files.readString(version) : null;
    }

    /** Starts an empty part, after {@link #discard}. The version is written first, so that no bytes get a wrong one. */
    void begin(String newVersion) throws IOException {
        if (newVersion != null) Files.writeString(version, newVersion);
        Files.createFile(part);
    }

    FileChannel append() throws IOException {
        return FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    static void write(FileChannel channel, List<ByteBuffer> buffers) throws IOException {
        for (ByteBuffer buffer : buffers) while (buffer.hasRemaining()) channel.write(buffer);
    }

    /** Turns the part into the complete file, atomically. */
    void finish() throws IOException {
        try (FileChannel channel = append()) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        discard();
    }

    /** Deletes the bytes received so far. */
    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(version);
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
