package io.github.neuralstyle.model.weights;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles and archives that are made to do harm. */
class PickleTest {

    private static final String PROTOCOL = "\200\2", EMPTY_DICTIONARY = "}.";

    @TempDir
    private Path folder;

    /** As text, with the opcodes of Python's pickle; the first runs a command in Python. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cposix\\nsystem\\nX\\5\\0\\0\\0touch\\205R. | posix.system",
                "cbuiltins\\neval\\n)R. | builtins.eval",
                "ctorch\\nload\\n)R. | torch.load",
                "c__builtin__\\ngetattr\\n. | __builtin__.getattr",
                "}\\201. | opcode 0x81",
                "iposix\\nsystem\\n. | opcode 0x69",
                "o. | opcode 0x6f",
                "\\223. | opcode 0x93",
                "\\202\\1. | opcode 0x82",
                "P1\\n. | opcode 0x50",
                "ctorch\\nFloatStorage\\n)R. | calls something",
                "K\\1K\\2R. | damaged",
                "K\\1}b. | sets the state",
                "X\\377\\377\\377\\177. | a text of 2147483647 bytes",
                "X\\0\\0\\1\\0. | a text of 65536 bytes",
                "}K\\1K\\2s. | keys that are no texts",
                "h\\1. | damaged"
            })
    void isRefused(String pickle, String words) {
        WeightsException error = assertThrows(WeightsException.class, () -> read(unescape(pickle)));
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    /** A dictionary that holds itself, and one that doubles with each line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "}q\\0X\\1\\0\\0\\0ah\\0s.",
                "}q\\0}q\\1(X\\1\\0\\0\\0ah\\0X\\1\\0\\0\\0bh\\0u}(X\\1\\0\\0\\0ah\\1X\\1\\0\\0\\0bh\\1u."
            })
    void endsSoon(String pickle) throws WeightsException {
        try {
            assertTrue(TorchTensors.flatten(read(unescape(pickle))).isEmpty());
        } catch (WeightsException e) {
            assertTrue(e.getMessage().contains("larger than"), e.getMessage());
        }
    }

    @Test
    void manyOpcodes() {
        assertTrue(assertThrows(WeightsException.class, () -> read(")".repeat(200_000)))
                .getMessage()
                .contains("opcodes"));
    }

    private static Object read(String pickle) throws WeightsException {
        ByteBuffer bytes = ByteBuffer.wrap((PROTOCOL + pickle).getBytes(StandardCharsets.ISO_8859_1));
        return new Pickle(
                        bytes,
                        new TorchTensors((storage, offset, length) -> ByteBuffer.allocate(0), ByteOrder.LITTLE_ENDIAN))
                .read();
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").translateEscapes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/outside", "a/../../outside", "..\\outside", "C:/outside"})
    void archiveThatLeadsOutOfItself(String entry) throws IOException {
        assertArchiveRefused(
                "leads out of it", zip(ZipEntry.STORED, "a/data.pkl", PROTOCOL + EMPTY_DICTIONARY, entry, "x"));
    }

    @Test
    void compressedArchive() throws IOException {
        assertArchiveRefused(
                "no uncompressed entry data.pkl", zip(ZipEntry.DEFLATED, "a/data.pkl", PROTOCOL + EMPTY_DICTIONARY));
    }

    @Test
    void archiveOfKeras() throws IOException {
        assertArchiveRefused(
                "import the model.weights.h5 in it",
                zip(ZipEntry.DEFLATED, "config.json", "{}", "model.weights.h5", "x"));
    }

    /** An entry that Unix unpacks as a symbolic link has the link's target as its content. */
    @Test
    void symbolicLinkForAStorage() throws IOException {
        String tensor = "ctorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0"
                + "0X\3\0\0\0cpuK\3tQK\0K\3\205K\1\205\211}tR";
        Path file = zip(
                ZipEntry.STORED,
                "a/data.pkl",
                PROTOCOL + "}X\17\0\0\0features.0.bias" + tensor + "s.",
                "a/data/0",
                "/etc/passwd");
        byte[] bytes = Files.readAllBytes(file);
        int central = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(central + 5, (byte) 3)
                .putInt(central + 38, 0120777 << 16);
        Files.write(file, bytes);
        try (WeightFile opened = WeightFile.open(file)) {
            StoredTensor bias = opened.tensors().get("features.0.bias");
            assertTrue(assertThrows(WeightsException.class, bias::floats)
                    .getMessage()
                    .contains("storage 0 is truncated or damaged"));
        }
    }

    @Test
    void symbolicLinkInASavedModel() throws IOException {
        Path model = Fixtures.savedModel(folder.resolve("model"), "%s/kernel"::formatted, "%s/bias"::formatted);
        Path data = TensorBundle.index(model).resolveSibling("variables.data-00000-of-00001"),
                elsewhere = folder.resolve("elsewhere");
        Files.move(data, elsewhere);
        Files.createSymbolicLink(data, elsewhere);
        TestErrors.assertSentence(assertThrows(WeightsException.class, () -> VggReader.read(model)), "is a link");
    }

    private void assertArchiveRefused(String words, Path file) throws IOException {
        TestErrors.assertSentence(assertThrows(WeightsException.class, () -> VggReader.read(file)), words);
        try (Stream<Path> all = Files.walk(folder)) {
            assertTrue(Set.of(folder, file).containsAll(all.collect(Collectors.toSet())));
        }
    }

    private Path zip(int method, String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1);
                ZipEntry entry = new ZipEntry(namesAndContents[i]);
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setCrc(crc.getValue());
                    entry.setSize(content.length);
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return Files.write(folder.resolve("file.pth"), bytes.toByteArray());
    }
}
