package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of more than 8 bits per sample. */
class DeepReadingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tif"})
    void sixteenBitGreyIsStretched(String name) throws IOException {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setPixels(0, 0, 3, 1, new int[] {40000, 40051, 40255});
        assertPixels(grey, name, 0, 0, 0, 51, 51, 51, 255, 255, 255);
    }

    @Test
    void signedSixteenBitGreyIsStretched() throws IOException {
        assertPixels(
                TestFiles.tiff(folder.resolve("a.tif"), 3, 1, 1, 16, 2, 1, shorts(-100, 0, 155)), //
                0,
                0,
                0,
                100,
                100,
                100,
                255,
                255,
                255);
    }

    @Test
    void sixteenBitColourUsesTheFullRange() throws IOException {
        assertPixels(deep(ColorSpace.CS_sRGB, false, 257, 514, 65535), "a.png", 1, 2, 255);
        assertPixels(TestFiles.tiff(folder.resolve("a.tif"), 1, 1, 3, 16, 1, 1, shorts(257, 514, 65535)), 1, 2, 255);
    }

    @Test
    void sixteenBitColourWithAlpha() throws IOException {
        assertPixels(
                deep(ColorSpace.CS_sRGB, true, 65535, 0, 257 * 9, 257 * 51),
                "a.png", //
                255,
                204,
                255 - 246 * 0.2f);
    }

    @Test
    void floatsAreStretched() throws IOException {
        byte[] grey = floats(-1, 0, 4);
        assertPixels(
                TestFiles.tiff(folder.resolve("a.tif"), 3, 1, 1, 32, 3, 1, grey), //
                0,
                0,
                0,
                51,
                51,
                51,
                255,
                255,
                255);
        byte[] colour = floats(-1, 0, 4, 4, 4, 4);
        assertPixels(
                TestFiles.tiff(folder.resolve("b.tif"), 2, 1, 3, 32, 3, 1, colour), //
                0,
                51,
                255,
                255,
                255,
                255);
    }

    @Test
    void profilesAreConvertedToSrgb() {
        BufferedImage linear = deep(ColorSpace.CS_LINEAR_RGB, false, 0, 65535, 65535 / 2);
        assertArrayEquals(new float[] {0, 255, 188}, Images.toPixels(Images.toRgb(Samples.of(linear))), 1);
    }

    /** One pixel of 16 bits per channel. */
    private static BufferedImage deep(int space, boolean alpha, int... pixel) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(space),
                alpha,
                false,
                alpha ? ComponentColorModel.TRANSLUCENT : ComponentColorModel.OPAQUE,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, pixel);
        return new BufferedImage(model, raster, false, null);
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) bytes.putShort((short) value);
        return bytes.array();
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private void assertPixels(BufferedImage image, String name, float... pixels) throws IOException {
        assertPixels(TestFiles.write(image, folder.resolve(name)), pixels);
    }

    private static void assertPixels(Path file, float... pixels) throws IOException {
        assertArrayEquals(pixels, Images.toPixels(ImageFiles.read(file)), 1e-4f);
    }
}
