package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.image.io.TestFiles;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are written and read with the depth that images have. */
class DepthTest {

    private static final Img<?> GREY8 = ArrayImgs.unsignedBytes(new byte[] {0, 1, 127, -128, -1, 7}, 3, 2);
    private static final Img<?> GREY16 = ArrayImgs.unsignedShorts(new short[] {0, 1, 255, 256, -1, 4097}, 3, 2);
    private static final Img<?> GREY32 = ArrayImgs.floats(new float[] {0, -1.5f, 1e-20f, 3e30f, 255, 0.1f}, 3, 2);
    private static final Img<?> COLOUR8 = ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, 4, 5, -6}, 2, 1, 3);
    private static final Img<?> COLOUR16 = ArrayImgs.unsignedShorts(new short[] {0, 1, 255, 256, -1, 4097}, 1, 2, 3);
    private static final Img<?> COLOUR32 = ArrayImgs.floats(new float[] {0, -1.5f, 1e-20f, 3e30f, 255, 0.1f}, 2, 1, 3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tif"})
    void integersComeBackAsTheyWere(String name) throws IOException {
        for (Img<?> image : new Img<?>[] {GREY8, GREY16, COLOUR8, COLOUR16}) assertComesBack(image, image, name);
        assertComesBack(GREY8, GREY8, "a.bmp");
    }

    @Test
    void floatsComeBackFromTiff() throws IOException {
        for (Img<?> image : new Img<?>[] {GREY32, COLOUR32}) assertComesBack(image, image, "a.tif");
    }

    @Test
    void otherTypesAreWrittenAsWhatHoldsThem() throws IOException {
        assertComesBack(
                ArrayImgs.floats(new float[] {-5, 300}, 2, 1), ArrayImgs.shorts(new short[] {-5, 300}, 2, 1), "a.tif");
        assertComesBack(
                ArrayImgs.floats(new float[] {0.5f, 2}, 2, 1), ArrayImgs.doubles(new double[] {0.5, 2}, 2, 1), "b.tif");
        assertComesBack(
                ArrayImgs.unsignedBytes(new byte[] {1, 2, 3}, 1, 1, 3),
                ArrayImgs.argbs(new int[] {0x80010203}, 1, 1),
                "c.png");
    }

    private void assertComesBack(Img<?> expected, Img<?> written, String name) throws IOException {
        Path file = folder.resolve(name);
        ImageFiles.writeSamples(written, file);
        Img<?> read = ImageFiles.readSamples(file);
        assertEquals(expected.getType().getClass(), read.getType().getClass());
        assertArrayEquals(expected.dimensionsAsLongArray(), read.dimensionsAsLongArray());
        assertArrayEquals(
                Planes.of("image", expected).values(), Planes.of("image", read).values());
    }

    @ParameterizedTest
    @CsvSource({
        "a.png,32,32-bit float,.tif",
        "a.bmp,32,32-bit float,.tif",
        "a.jpg,16,16-bit,.png or .tif",
        "a.bmp,16,16-bit,.png or .tif"
    })
    void formatsThatCannotHoldIt(String name, int bits, String depth, String remedy) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "older");
        Exception error =
                assertThrows(IOException.class, () -> ImageFiles.writeSamples(bits == 16 ? GREY16 : GREY32, file));
        ImageErrors.assertSentence("cannot hold " + depth + " values; choose a name that ends in " + remedy, error);
        assertEquals("older", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void otherChannelsCannotBeWritten() {
        ImageErrors.assertSentence(
                "2 channels cannot be written",
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ImageFiles.writeSamples(ArrayImgs.floats(3, 3, 2), folder.resolve("a.tif"))));
    }

    /** ImageJ writes grey PNG files with a palette. */
    @Test
    void greyPaletteIsGrey() throws IOException {
        byte[] grey = {0, 50, 100, -1}, other = {0, 50, 100, 7};
        assertEquals(2, palette(grey, grey).numDimensions());
        assertArrayEquals(
                new double[][] {{100, 255}},
                Planes.of("image", palette(grey, grey)).values());
        assertEquals(3, palette(grey, other).numDimensions());
    }

    private Img<?> palette(byte[] redAndGreen, byte[] blue) throws IOException {
        BufferedImage image = new BufferedImage(
                2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 4, redAndGreen, redAndGreen, blue));
        image.getRaster().setPixels(0, 0, 2, 1, new int[] {2, 3});
        return ImageFiles.readSamples(TestFiles.write(image, folder.resolve("a.png")));
    }

    @Test
    void orientationIsApplied() throws IOException {
        byte[] data = {1, 0, 2, 0, 3, 0};
        Img<?> turned = ImageFiles.readSamples(TestFiles.tiff(folder.resolve("a.tif"), 3, 1, 1, 16, 1, 8, data));
        assertEquals(UnsignedShortType.class, turned.getType().getClass());
        assertArrayEquals(new long[] {1, 3}, turned.dimensionsAsLongArray());
        assertArrayEquals(new double[][] {{3, 2, 1}}, Planes.of("image", turned).values());
    }
}
