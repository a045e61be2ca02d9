package io.github.neuralstyle.batch;

import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.UserFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keeps the user's other batches, of this and other processes, out of a folder. The lock is a file in the user's folder, so
 * that there is none among the pictures, and ends with the process, however that ends.
 */
final class FolderLock implements AutoCloseable {

    private static final String LOCKS = "locks", EXTENSION = ".lock";

    private final FileChannel channel;

    /** @throws IOException if another batch is at work in the folder, or the lock cannot be created */
    FolderLock(Path folder) throws IOException {
        byte[] name = folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
        Path locks = Files.createDirectories(UserFolder.writable().resolve(LOCKS));
        channel = FileChannel.open(
                locks.resolve(Checksum.sha256(List.of(name)) + EXTENSION),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (lock() == null) {
            channel.close();
            throw new IOException("Cannot write to the folder " + folder
                    + ": another batch is at work in it; wait for its end, or choose another output.");
        }
    }

    private FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
