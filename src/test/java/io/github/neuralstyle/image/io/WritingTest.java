package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.neuralstyle.image.ImageErrors;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tif", "a.TIFF", "a.bmp", "noted.name.PNG"})
    void valuesAreRoundedAndClamped(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageFiles.write(Images.fromPixels(new float[] {-3, 0.49f, 0.5f, 254.4f, 254.5f, 1e9f}, 2, 1), file);
        assertArrayEquals(new float[] {0, 0, 1, 254, 255, 255}, Images.toPixels(ImageFiles.read(file)));
        assertEquals(List.of(name), filesInFolder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.JPEG"})
    void jpegIsNear(String name) throws IOException {
        float[] pixels = {10, 200, 90, 10, 200, 90};
        ImageFiles.write(Images.fromPixels(pixels, 2, 1), folder.resolve(name));
        assertArrayEquals(pixels, Images.toPixels(ImageFiles.read(folder.resolve(name))), 3);
    }

    @Test
    void olderFileIsReplaced() throws IOException {
        Path file = folder.resolve("a.png");
        for (float value : new float[] {1, 2}) {
            ImageFiles.write(Images.fromPixels(new float[] {value, 0, 0}, 1, 1), file);
            assertEquals(value, ImageFiles.read(file).getAt(0, 0, 0).get());
        }
        assertEquals(List.of("a.png"), filesInFolder());
    }

    @Test
    void relativeNameWithoutFolderIsAllowed() throws IOException {
        ImageFiles.checkWritable(Path.of("a.png"));
        assertFalse(Files.exists(Path.of("a.png")));
    }

    @Test
    void failureLeavesTheOlderFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jpg"), "older");
        Img<FloatType> tooWideForJpeg = ArrayImgs.floats(70000, 1, 3);
        ImageErrors.assertSentence(
                "Cannot write " + file, assertThrows(IOException.class, () -> ImageFiles.write(tooWideForJpeg, file)));
        assertEquals("older", Files.readString(file));
        assertEquals(List.of("a.jpg"), filesInFolder());
    }

    @Test
    void notANumberIsRefused() throws IOException {
        Img<FloatType> image = Images.fromPixels(new float[] {Float.NaN, 0, 0}, 1, 1);
        ImageErrors.assertSentence(
                "1 value that is NaN",
                assertThrows(IllegalArgumentException.class, () -> ImageFiles.write(image, folder.resolve("a.png"))));
        assertEquals(List.of(), filesInFolder());
    }

    @Test
    void otherDimensionsAreRefused() {
        ImageErrors.assertSentence(
                "(X,Y,3), not (2 x 1 x 1)",
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ImageFiles.write(ArrayImgs.floats(2, 1, 1), folder.resolve("a.png"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.gif", "a.webp", "png", "a", "a."})
    void extensionIsCheckedEarly(String name) {
        assertNotWritable(folder.resolve(name), "its name must end in .png, .jpg, .jpeg, .tif, .tiff or .bmp.");
    }

    @Test
    void folderIsCheckedEarly() throws IOException {
        assertNotWritable(folder.resolve("none/a.png"), "there is no folder " + folder.resolve("none"));
        assertNotWritable(Files.createDirectory(folder.resolve("a.png")), "it is a folder");
        Path file = Files.createFile(folder.resolve("b.png"));
        assertNotWritable(file.resolve("c.png"), "there is no folder " + file);
    }

    @Test
    void writeProtectionIsCheckedEarly() throws IOException {
        Path file = Files.createFile(folder.resolve("a.png"));
        assumeTrue(file.toFile().setWritable(false) && !Files.isWritable(file));
        assertNotWritable(file, "the file is write-protected");
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder));
        assertNotWritable(folder.resolve("b.png"), "is write-protected; choose another one");
    }

    @Test
    void writeChecksToo() {
        Img<FloatType> image = Images.fromPixels(new float[3], 1, 1);
        assertThrows(IOException.class, () -> ImageFiles.write(image, folder.resolve("a.gif")));
    }

    private static void assertNotWritable(Path file, String words) {
        IOException error = assertThrows(IOException.class, () -> ImageFiles.checkWritable(file));
        ImageErrors.assertSentence("Cannot write " + file + ": ", error);
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    private List<String> filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
