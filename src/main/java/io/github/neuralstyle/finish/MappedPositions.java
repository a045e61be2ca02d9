package io.github.neuralstyle.finish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Positions in a temporary file that the operating system keeps in memory as far as there is room. The file is as
 * long as it will be from the start, so that a full disk is found out before any work is lost, and goes away when it
 * is closed or the process ends.
 */
final class MappedPositions implements Positions {

    private static final int PIECE_BYTES = 1 << 30, ZEROS = 1 << 20;
    private final int width, height, pieceRows;
    private final Path file;
    private final IntBuffer[] pieces;

    /** @throws UncheckedIOException if the folder has no room for it or cannot be written to */
    MappedPositions(int width, int height, Path folder) {
        this.width = width;
        this.height = height;
        pieceRows = Math.max(1, PIECE_BYTES / (Integer.BYTES * width));
        pieces = new IntBuffer[(height + pieceRows - 1) / pieceRows];
        long bytes = (long) Integer.BYTES * width * height;
        Path created = null;
        try {
            created = Files.createTempFile(folder, "finish", ".positions");
            try (FileChannel channel = FileChannel.open(
                    created, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                fill(channel, bytes);
                for (int i = 0; i < pieces.length; i++) {
                    long at = (long) i * pieceRows * width * Integer.BYTES;
                    pieces[i] = channel.map(
                                    MapMode.READ_WRITE,
                                    at,
                                    Math.min((long) pieceRows * width * Integer.BYTES, bytes - at))
                            .order(ByteOrder.nativeOrder())
                            .asIntBuffer();
                }
            }
        } catch (IOException e) {
            remove(created);
            throw new UncheckedIOException(
                    "The finish needs " + (bytes + (1 << 20) - 1 >> 20) + " MB for a temporary file in " + folder
                            + ", which has "
                            + room(folder) + " MB left and refused it (" + e.getMessage()
                            + "): make room, choose another folder by the system property java.io.tmpdir, or make a smaller picture.",
                    e);
        }
        file = created;
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

    private static void remove(Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
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
    public void read(int y, int rows, int[] places) {
        for (int row = 0; row < rows; row++)
            pieces[(y + row) / pieceRows].get((y + row) % pieceRows * width, places, row * width, width);
    }

    @Override
    public void write(int y, int rows, int[] places, int from) {
        for (int row = 0; row < rows; row++)
            pieces[(y + row) / pieceRows].put((y + row) % pieceRows * width, places, from + row * width, width);
    }

    @Override
    public void close() {
        java.util.Arrays.fill(pieces, null);
        remove(file);
    }
}
