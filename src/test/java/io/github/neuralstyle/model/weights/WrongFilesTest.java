package io.github.neuralstyle.model.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.weights.StoredTensor.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what they should be, and what the messages say. */
class WrongFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "features.12.weight | nothing.12.weight | the kernel of layer block3_conv2 (features.12) is missing; it must have the shape [8, 8, 3, 3]",
                "features.12.bias | features.99.bias | it has the layer features.99, which VGG-19 has not",
                "\"features.5.weight\":{\"dtype\":\"F32\",\"shape\":[4,2,3,3] | \"features.5.weight\":{\"dtype\":\"F32\",\"shape\":[2,4,3,3] | the kernel of layer block2_conv1 (features.5) has the shape [2, 4, 3, 3]; it must have [4, 2, 3, 3]",
                "classifier.0.weight | a.0.running_mean | it has batch normalisation",
                "\"F32\",\"shape\":[2,3,3,3] | \"I32\",\"shape\":[2,3,3,3] | features.0.weight is of the type I32; it must be F32, F16, BF16 or F64",
                "\"F32\",\"shape\":[2,3,3,3] | \"F64\",\"shape\":[2,3,3,3] | has 216 bytes",
                "features.2.weight | features.0.weight | its header names features.0.weight twice",
                "\"__metadata__\":{ | \"__metadata__\":[ | its header is damaged",
                "}} | } | its header is damaged",
                "features | feasures | it has no layers with names as in Keras (block1_conv1) or PyTorch (features.0), but classifier.0.bias and the like"
            })
    void header(String from, String to, String message) throws IOException {
        assertRefused(safetensors(header -> header.replace(from, to)), message);
    }

    @Test
    void notANumber() throws IOException {
        byte[] file = Files.readAllBytes(Fixtures.file("torch.safetensors"));
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putFloat(8 + (int) buffer.getLong(0), Float.NaN);
        assertRefused(
                Files.write(folder.resolve("a.safetensors"), file),
                "the layer block1_conv1 (features.0) has a weight that is NaN");
    }

    private Path safetensors(UnaryOperator<String> change) throws IOException {
        byte[] file = Files.readAllBytes(Fixtures.file("torch.safetensors"));
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        byte[] header = change.apply(new String(file, 8, length, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer changed =
                ByteBuffer.allocate(file.length - length + header.length).order(ByteOrder.LITTLE_ENDIAN);
        changed.putLong(header.length).put(header).put(file, 8 + length, file.length - 8 - length);
        return Files.write(folder.resolve("a.safetensors"), changed.array());
    }

    @Test
    void otherFiles() throws IOException {
        assertRefused(folder.resolve("absent.h5"), "there is no such file");
        assertRefused(Files.write(folder.resolve("empty.h5"), new byte[0]), "its content is none of HDF5");
        assertRefused(
                Files.writeString(folder.resolve("page.pth"), "<!DOCTYPE html><html></html>"),
                "is it a page of a web site");
        assertRefused(folder, "a folder without variables/variables.index");
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertRefused(Files.write(folder.resolve("old.pth"), tar), "a tar archive");
        for (String name : Fixtures.FILES) {
            byte[] whole = Files.readAllBytes(Fixtures.file(name));
            assertRefused(Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 2)), "Cannot import");
        }
    }

    private static void assertRefused(Path file, String message) {
        TestErrors.assertSentence(
                assertThrows(WeightsException.class, () -> VggReader.read(file)),
                "Cannot import " + file + ": ",
                message);
    }

    @Test
    void elementTypes() {
        float[] values = new float[6];
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        for (int half : new int[] {0x3c00, 0xc000, 0x7bff, 0x0001, 0x0400, 0x3555}) bytes.putShort((short) half);
        ElementType.F16.read(bytes.flip(), values);
        assertArrayEquals(new float[] {1, -2, 65504, 0x1p-24f, 0x1p-14f, 0.333251953125f}, values);
        bytes.clear();
        for (int brain : new int[] {0x3f80, 0xc000, 0x4049, 0, 0x8000, 0x0080}) bytes.putShort((short) brain);
        ElementType.BF16.read(bytes.flip(), values);
        assertArrayEquals(new float[] {1, -2, 3.140625f, 0, -0f, Float.MIN_NORMAL}, values);
    }

    @Test
    void source() throws WeightsException {
        String unknown = "0".repeat(64);
        assertEquals(
                WeightSource.KERAS,
                WeightSource.of(Naming.KERAS, Set.of(), unknown).source());
        assertEquals(
                WeightSource.TORCHVISION,
                WeightSource.of(Naming.FEATURES, Set.of(), "dcbb9e9d" + unknown).source());
        assertEquals(
                WeightSource.CAFFE,
                WeightSource.of(Naming.FEATURES, Set.of(), "d01eb7cb" + unknown).source());
        assertEquals(
                WeightSource.TORCHVISION,
                WeightSource.of(Naming.FEATURES, Set.of("pre_logits.fc1.weight"), unknown)
                        .source());
        assertEquals(
                WeightSource.CAFFE,
                WeightSource.of(Naming.CAFFE, Set.of(), unknown).source());
        assertThrows(
                WeightsException.class, () -> WeightSource.of(Naming.FEATURES, Set.of("features.0.weight"), unknown));
    }

    /** The positions of torchvision's convolutions, as in its published files. */
    @Test
    void positions() {
        assertEquals(List.of(0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28), Naming.FEATURES.positions(Vgg.VGG16));
        assertEquals(
                List.of(0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34),
                Naming.FEATURES.positions(Vgg.VGG19));
    }
}
