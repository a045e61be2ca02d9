package io.github.neuralstyle.download;

import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Where a file is downloaded to, while nobody else writes there. The lock is the operating system's on a file of its
 * own: it goes with the process. That empty file stays, because to delete it would let two processes in.
 */
public final class DownloadTarget implements AutoCloseable {

    private static final long POLL = 200;
    private static final DownloadState WAITING =
            new DownloadState(DownloadState.Phase.WAITING_FOR_ANOTHER, 0, RemoteFile.UNKNOWN, 0, Duration.ZERO);

    private final Path file;
    private final FileChannel channel;

    private DownloadTarget(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits until no other process or thread is at the file.
     *
     * @param file to be; its folder is made if absent
     * @param waiting asked while waiting whether to go on
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
                TimeUnit.MILLISECONDS.sleep(POLL);
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

    static Path beside(Path file, String extension) {
        return file.resolveSibling(file.getFileName() + extension);
    }

    /** Where the whole file will be. */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
