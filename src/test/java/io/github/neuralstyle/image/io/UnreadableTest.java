package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.neuralstyle.image.ImageErrors;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTest {

    @TempDir
    Path folder;

    @Test
    void missing() {
        assertUnreadable(folder.resolve("none.png"), "there is no such file; choose a PNG");
    }

    @Test
    void folder() {
        assertUnreadable(folder, "it is a folder; choose a PNG");
    }

    @Test
    void device() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        assertUnreadable(device, "it is a pipe or a device; choose a PNG");
    }

    @Test
    void empty() throws IOException {
        assertUnreadable(Files.createFile(folder.resolve("a.jpg")), "the file is empty; choose a PNG");
    }

    @Test
    void text() throws IOException {
        assertUnreadable(
                Files.writeString(folder.resolve("a.png"), "Once upon a time."),
                "it is not an image of a known format; choose a PNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.bmp", "a.gif"})
    void truncated(String name) throws IOException {
        for (double part : new double[] {0.01, 0.1, 0.5, 0.9, 0.97}) {
            Path whole = TestFiles.write(TestFiles.busyImage(200, 100), folder.resolve(name));
            assertUnreadable(TestFiles.truncate(whole, part), "the file is truncated or damaged");
        }
    }

    @Test
    void truncatedProgressiveJpeg() throws IOException {
        for (double part : new double[] {0.2, 0.5, 0.9}) {
            Path file = folder.resolve("a.jpg");
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(TestFiles.busyImage(200, 100), null, null), param);
            }
            ImageFiles.read(file);
            assertUnreadable(TestFiles.truncate(file, part), "the file is truncated or damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.bmp", "a.gif"})
    void bytesBehindTheImageDoNoHarm(String name) throws IOException {
        Path file = TestFiles.write(TestFiles.busyImage(200, 100), folder.resolve(name));
        float[] pixels = Images.toPixels(ImageFiles.read(file));
        Files.write(file, new byte[1000], StandardOpenOption.APPEND);
        assertArrayEquals(pixels, Images.toPixels(ImageFiles.read(file)));
    }

    @Test
    void notANumber() throws IOException {
        byte[] floats = {0, 0, 0, 0, 0, 0, (byte) 0xc0, 0x7f};
        assertUnreadable(
                TestFiles.tiff(folder.resolve("a.tif"), 2, 1, 1, 32, 3, 1, floats),
                ".tif: the image holds 1 value that is NaN or infinite");
    }

    @Test
    void tooManyPixels() throws IOException {
        assertUnreadable(
                TestFiles.tiff(folder.resolve("a.tif"), 30000, 30000, 1, 8, 1, 1, new byte[4]),
                "30000 x 30000 pixels is too large: at most 715827882 pixels");
    }

    @Test
    void tooLittleMemory() {
        long memory = 2000L << 20;
        ImageDecoder.requireMemory(10000, 10000, memory);
        ImageErrors.assertSentence(
                "20000 x 10000 pixels needs 3814 MiB, and Java may use 2000 MiB",
                assertThrows(IllegalArgumentException.class, () -> ImageDecoder.requireMemory(20000, 10000, memory)));
    }

    private static void assertUnreadable(Path file, String words) {
        IOException error = assertThrows(IOException.class, () -> ImageFiles.read(file));
        ImageErrors.assertSentence("Cannot read " + file + ": ", error);
        ImageErrors.assertSentence(words, error);
    }
}
