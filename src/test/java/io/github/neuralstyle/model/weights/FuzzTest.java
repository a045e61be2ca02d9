package io.github.neuralstyle.model.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Damaged files: each is read, or refused by one kind of exception with a sentence. So many of each format as the system
 * property {@code fuzz} says.
 */
class FuzzTest {

    static final List<String> FILES = Fixtures.FILES;

    /** Names from the file may be in it. */
    private static final Pattern SENTENCE = Pattern.compile("Cannot import \\P{Cntrl}{1,1000}\\.");

    private static final int COUNT = Integer.getInteger("fuzz", 500);
    private static final long SEED = 6;

    /** What reading may allocate: the file, its weights and what is fixed. */
    private static final long FIXED = 8L << 20;

    private static final int TIMES_SIZE = 4;

    /** Of the processor: what else the machine does is not counted. */
    private static final double SECONDS = 1;

    @TempDir
    private Path folder;

    private int refused;
    private double slowest;
    private long most;

    @ParameterizedTest
    @FieldSource("FILES")
    void file(String name) throws IOException {
        byte[] original = Files.readAllBytes(Fixtures.file(name));
        Mutations mutations = new Mutations(original, weights(Fixtures.file(name), original), SEED);
        Path file = Files.createDirectory(folder.resolve("files")).resolve(name);
        Files.write(file, original);
        VggReader.read(file);
        for (int i = 0; i < COUNT; i++) {
            overwrite(file, mutations.next());
            read(file, original.length, i);
        }
        report(name);
        assertEquals(Set.of(file), files());
    }

    /** The index with its checksums made right again every other time, so that what they protect is read. */
    @Test
    void savedModel() throws IOException {
        Path model = Fixtures.savedModel(folder.resolve("files"), "%s/kernel"::formatted, "%s/bias"::formatted);
        Path index = TensorBundle.index(model), data = index.resolveSibling("variables.data-00000-of-00001");
        byte[] originalIndex = Files.readAllBytes(index), originalData = Files.readAllBytes(data);
        Mutations indices = new Mutations(originalIndex, new boolean[originalIndex.length], SEED);
        Mutations contents = new Mutations(originalData, new boolean[originalData.length], SEED);
        UnaryOperator<byte[]> checksummed = checksummed(originalIndex);
        VggReader.read(model);
        for (int i = 0; i < COUNT; i++) {
            byte[] damaged = indices.next();
            overwrite(
                    index, i % 2 == 0 && damaged.length == originalIndex.length ? checksummed.apply(damaged) : damaged);
            if (i % 10 == 0) overwrite(data, i % 20 == 0 ? contents.next() : originalData);
            read(model, originalIndex.length + originalData.length, i);
        }
        report("SavedModel");
        assertEquals(Set.of(index, data), files());
    }

    /** Without emptying the file first, which some file systems are slow at. */
    private static void overwrite(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), 0);
            channel.truncate(bytes.length);
        }
    }

    private void read(Path file, long size, int number) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes(), start = thread.getCurrentThreadCpuTime();
        try {
            VggReader.read(file);
        } catch (WeightsException e) {
            assertTrue(SENTENCE.matcher(e.getMessage()).matches(), e.getMessage());
            refused++;
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError("file " + number, e);
        }
        slowest = Math.max(slowest, (thread.getCurrentThreadCpuTime() - start) / 1e9);
        most = Math.max(most, thread.getCurrentThreadAllocatedBytes() - before);
        assertTrue(slowest < SECONDS, "file " + number + " took " + slowest + " s");
        assertTrue(
                most <= TIMES_SIZE * size + FIXED,
                "file " + number + " of " + size + " bytes made it allocate " + most);
    }

    private void report(String name) {
        if (Integer.getInteger("fuzz") != null)
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d files, %d refused, slowest %.3f s, most allocated %.1f MB%n",
                    name,
                    COUNT,
                    refused,
                    slowest,
                    most / 1e6);
        assertTrue(refused > COUNT / 10);
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    /** Which bytes of a file are weights. */
    private static boolean[] weights(Path path, byte[] file) throws IOException {
        boolean[] weights = new boolean[file.length];
        String all = new String(file, StandardCharsets.ISO_8859_1);
        try (WeightFile opened = WeightFile.open(path)) {
            for (StoredTensor tensor : opened.tensors().values()) {
                ByteBuffer bytes = tensor.data().bytes();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                int place = copy.length == 0 ? -1 : all.indexOf(new String(copy, StandardCharsets.ISO_8859_1));
                if (place >= 0) Arrays.fill(weights, place, place + copy.length, true);
            }
        }
        return weights;
    }

    /** Makes the checksums of the three blocks of an index right. */
    private static UnaryOperator<byte[]> checksummed(byte[] original) {
        ByteBuffer footer = ByteBuffer.wrap(original).position(original.length - 48);
        int list = varint(footer), listSize = varint(footer), index = varint(footer), indexSize = varint(footer);
        int[][] blocks = {{0, list - 5}, {list, listSize}, {index, indexSize}};
        return bytes -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int[] block : blocks)
                buffer.putInt(
                        block[0] + block[1] + 1, SortedTable.maskedChecksum(buffer.slice(block[0], block[1] + 1)));
            return bytes;
        };
    }

    private static int varint(ByteBuffer in) {
        int value = 0, shift = 0;
        byte b;
        do {
            b = in.get();
            value |= (b & 127) << shift;
            shift += 7;
        } while (b < 0);
        return value;
    }
}
