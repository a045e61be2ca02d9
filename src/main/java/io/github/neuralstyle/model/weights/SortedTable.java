package io.github.neuralstyle.model.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A sorted table of keys and values, as LevelDB lays it out and TensorFlow uses it for the index of its variables: blocks,
 * and at the end of the file a footer that says where the block is which lists them. Not compressed; checksums are checked.
 */
final class SortedTable {

    private static final int FOOTER = 48, MAGIC = 8, TRAILER = 5;
    private static final long MAGIC_NUMBER = 0xdb4775248b80fb57L;
    private static final int MAX_KEY = 1024, MAX_ENTRIES = 10_000;

    private record Entry(byte[] key, ByteBuffer value) {}

    private final ByteBuffer file;
    private final Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    private int read;

    private SortedTable(ByteBuffer file) {
        this.file = file;
    }

    /** The values by their keys. */
    static Map<String, ByteBuffer> read(ByteBuffer file) throws WeightsException {
        int size = file.limit();
        if (size < FOOTER || file.order(ByteOrder.LITTLE_ENDIAN).getLong(size - MAGIC) != MAGIC_NUMBER)
            throw new WeightsException("its variables.index is truncated or no index of TensorFlow's");
        SortedTable table = new SortedTable(file);
        ByteBuffer footer = file.slice(size - FOOTER, FOOTER);
        varint(footer);
        varint(footer);
        table.eachOf(
                table.block(footer),
                block -> table.eachOf(
                        table.block(block.value),
                        entry -> table.entries.put(new String(entry.key, StandardCharsets.UTF_8), entry.value)));
        return table.entries;
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(Entry entry) throws WeightsException;
    }

    /** The block that a handle (offset, size) leads to. */
    private ByteBuffer block(ByteBuffer handle) throws WeightsException {
        long offset = varint(handle), size = varint(handle);
        if (offset < 0
                || size < Integer.BYTES
                || offset > file.limit() - TRAILER
                || size > file.limit() - TRAILER - offset) throw new WeightsException("its variables.index is damaged");
        int end = (int) (offset + size);
        if (file.get(end) != 0)
            throw new WeightsException("its variables.index is compressed, as TensorFlow does not write it");
        if (file.getInt(end + 1) != maskedChecksum(file.slice((int) offset, (int) size + 1)))
            throw new WeightsException("its variables.index is damaged: a checksum differs");
        return file.slice((int) offset, (int) size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** As TensorFlow stores CRC-32C: rotated, and a number added. */
    static int maskedChecksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    }

    /** Each entry has its key without what it shares with the one before; a list of restarts ends the block. */
    private void eachOf(ByteBuffer block, Visitor visitor) throws WeightsException {
        long restarts = block.getInt(block.limit() - Integer.BYTES) & 0xffffffffL;
        if (restarts >= block.limit() / Integer.BYTES) throw new WeightsException("its variables.index is damaged");
        block.limit(block.limit() - (int) (restarts + 1) * Integer.BYTES);
        byte[] key = {};
        while (block.hasRemaining()) {
            long shared = varint(block), own = varint(block), length = varint(block);
            if (shared < 0
                    || shared > key.length
                    || own < 0
                    || own > MAX_KEY - shared
                    || length < 0
                    || own + length > block.remaining()
                    || ++read > MAX_ENTRIES) throw new WeightsException("its variables.index is damaged");
            byte[] next = new byte[(int) (shared + own)];
            System.arraycopy(key, 0, next, 0, (int) shared);
            block.get(next, (int) shared, (int) own);
            key = next;
            visitor.visit(new Entry(key, block.slice(block.position(), (int) length)));
            block.position(block.position() + (int) length);
        }
    }

    private static long varint(ByteBuffer in) throws WeightsException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte b = in.get();
            value |= (b & 127L) << shift;
            if (b >= 0) return value;
        }
        throw new WeightsException("its variables.index is damaged");
    }
}
