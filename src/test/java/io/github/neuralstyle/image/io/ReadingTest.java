package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final int RED = 0xffff0000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tif", "a.bmp"})
    void coloursAreExact(String name) throws IOException {
        assertPixels(
                image(BufferedImage.TYPE_3BYTE_BGR, 2, RED, 0xff010203, -1, 0xff00fffe),
                name, //
                255,
                0,
                0,
                1,
                2,
                3,
                255,
                255,
                255,
                0,
                255,
                254);
    }

    @Test
    void palette() throws IOException {
        assertPixels(
                image(BufferedImage.TYPE_BYTE_INDEXED, 2, RED, 0xff0000ff),
                "a.gif", //
                255,
                0,
                0,
                0,
                0,
                255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tif"})
    void oneBit(String name) throws IOException {
        assertPixels(
                image(BufferedImage.TYPE_BYTE_BINARY, 3, 0, -1, 0),
                name, //
                0,
                0,
                0,
                255,
                255,
                255,
                0,
                0,
                0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tif", "a.bmp"})
    void greyValuesAreNotBrightened(String name) throws IOException {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setPixels(0, 0, 2, 1, new int[] {10, 128});
        assertPixels(grey, name, 10, 10, 10, 128, 128, 128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tif"})
    void alphaIsCompositedOverWhite(String name) throws IOException {
        assertPixels(
                image(BufferedImage.TYPE_4BYTE_ABGR, 2, 0x33ff0000, 0x00123456),
                name, //
                255,
                204,
                204,
                255,
                255,
                255);
    }

    @Test
    void greyWithAlpha() throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                ComponentColorModel.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixels(0, 0, 2, 1, new int[] {100, 255, 0, 51});
        assertPixels(
                new BufferedImage(model, raster, false, null),
                "a.png", //
                100,
                100,
                100,
                204,
                204,
                204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.bmp", "a.gif"})
    void extremeShapes(String name) throws IOException {
        for (int[] size : new int[][] {{1, 1}, {7, 3000}, {3000, 1}}) {
            Img<FloatType> image =
                    ImageFiles.read(TestFiles.write(TestFiles.busyImage(size[0], size[1]), folder.resolve(name)));
            assertArrayEquals(new long[] {size[0], size[1], 3}, image.dimensionsAsLongArray());
        }
    }

    @Test
    void firstPageOfSeveral() throws IOException {
        Path file = folder.resolve("pages.tif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int argb : new int[] {RED, -1}) {
                writer.writeToSequence(new IIOImage(image(BufferedImage.TYPE_3BYTE_BGR, 1, argb), null, null), null);
            }
            writer.endWriteSequence();
        }
        assertPixels(file, 255, 0, 0);
    }

    @Test
    void nothingIsPrinted() throws IOException {
        PrintStream original = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true));
        try {
            for (String name : new String[] {"a.png", "a.jpg", "a.tif", "a.bmp", "a.gif"})
                ImageFiles.read(TestFiles.write(TestFiles.busyImage(20, 10), folder.resolve(name)));
        } finally {
            System.setErr(original);
        }
        assertEquals("", printed.toString());
    }

    private static BufferedImage image(int type, int width, int... argb) {
        return TestFiles.image(type, width, argb);
    }

    private void assertPixels(BufferedImage image, String name, float... pixels) throws IOException {
        assertPixels(TestFiles.write(image, folder.resolve(name)), pixels);
    }

    private static void assertPixels(Path file, float... pixels) throws IOException {
        assertArrayEquals(pixels, Images.toPixels(ImageFiles.read(file)), 1e-4f);
    }
}
