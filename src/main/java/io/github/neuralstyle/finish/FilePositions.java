package io.github.neuralstyle.finish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

/**
 * Positions in a temporary file, of which a row at a time is in memory. The file is as long as it will be from the
 * start, so that a full disk is found out before any work is lost, and goes away when it is closed or the process ends.
 */
final class FilePositions implements Positions {

    private static final int ZEROS = 1 << 20;
    private final int width, height;
    private final FileChannel channel;
    private final ByteBuffer row;

    /** @throws UncheckedIOException if the folder has no room for it or cannot be written to */
    FilePositions(int width, int height, Path folder) {
        this.width = width;
        this.height = height;
        row = ByteBuffer.allocateDirect(Integer.BYTES * width);
        long bytes = (long) Integer.BYTES * width * height;
        FileChannel opened = null;
        try {
            opened = FileChannel.open(
                    Files.createTempFile(folder, "finish", ".positions"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            fill(opened, bytes);
        } catch (IOException e) {
            close(opened);
            throw new UncheckedIOException(
                    "The finish needs " + (bytes + (1 << 20) - 1 >> 20) + " MB for a temporary file in " + folder
                            + ", which has "
                            + room(folder) + " MB left and refused it (" + e.getMessage()
                            + "): make room, choose another folder by the system property java.io.tmpdir, or make a smaller picture.",
                    e);
        }
        channel = opened;
    }

    /** Writes zeros, as a file that is only declared so long has no blocks on the disk yet. */
    private static void fill(FileChannel channel, long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
        for (long left = bytes; left > 0; ) {
            zeros.clear().limit((int) Math.min(ZEROS, left));
            left -= channel.write(zeros);
        }
    }

    private static long room(Path folder) {
        return folder.toFile().getUsableSpace() >> 20;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public synchronized void read(int y, int rows, int[] places) {
        for (int i = 0; i < rows; i++) {
            transfer(y + i, true);
            row.flip().asIntBuffer().get(places, i * width, width);
        }
    }

    @Override
    public synchronized void write(int y, int rows, int[] places, int from) {
        for (int i = 0; i < rows; i++) {
            row.clear().asIntBuffer().put(places, from + i * width, width);
            transfer(y + i, false);
        }
    }

    private void transfer(int y, boolean read) {
        long at = (long) y * row.capacity();
        row.clear();
        try {
            while (row.hasRemaining()) {
                long position = at + row.position();
                if ((read ? channel.read(row, position) : channel.write(row, position)) < 0)
                    throw new IOException("The temporary file of the finish has been cut short.");
            }
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("The finish was interrupted.");
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file of the finish failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
