package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.neuralstyle.image.ImageFiles;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegReadingTest {

    @TempDir
    Path folder;

    @Test
    void jpegIsNear() throws IOException {
        int[] red = new int[64];
        Arrays.fill(red, 0xffff0000);
        Img<FloatType> image = ImageFiles.read(
                TestFiles.write(TestFiles.image(BufferedImage.TYPE_INT_RGB, 8, red), folder.resolve("a.jpg")));
        assertArrayEquals(new float[] {255, 0, 0}, TestFiles.rgb(image, 4, 4), 3);
    }

    @Test
    void greyJpeg() throws IOException {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        int[] hundred = new int[64];
        Arrays.fill(hundred, 100);
        grey.getRaster().setSamples(0, 0, 8, 8, 0, hundred);
        Img<FloatType> image = ImageFiles.read(TestFiles.write(grey, folder.resolve("a.jpg")));
        assertArrayEquals(new float[] {100, 100, 100}, TestFiles.rgb(image, 4, 4), 1);
    }

    @Test
    void cmykJpeg() throws IOException {
        WritableRaster cmyk = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 48, 16, 4, null);
        int[][] inks = {{0, 255, 255, 255}, {255, 255, 255, 255}, {255, 255, 255, 0}};
        for (int i = 0; i < 48 * 16; i++) cmyk.setPixel(i % 48, i / 48, inks[i % 48 / 16]);
        Path file = folder.resolve("cmyk.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(cmyk, null, null), null);
        }
        // Adobe's mark: four inks, stored inverted
        TestFiles.addSegment(file, 0xffee, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
        Img<FloatType> image = ImageFiles.read(file);
        // how blue cyan ink looks depends on the machine's profile for printing
        assertArrayEquals(new float[] {0, 200, 240}, TestFiles.rgb(image, 8, 8), 60);
        assertArrayEquals(new float[] {255, 255, 255}, TestFiles.rgb(image, 24, 8), 3);
        assertArrayEquals(new float[] {20, 20, 20}, TestFiles.rgb(image, 40, 8), 25);
    }

    @Test
    void embeddedProfileIsConvertedToSrgb() throws IOException {
        int[] grey = new int[64];
        Arrays.fill(grey, 0xff808080);
        Path file = TestFiles.write(TestFiles.image(BufferedImage.TYPE_INT_RGB, 8, grey), folder.resolve("a.jpg"));
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ByteBuffer segment = ByteBuffer.allocate(14 + profile.length);
        segment.put("ICC_PROFILE\0".getBytes()).put((byte) 1).put((byte) 1).put(profile);
        TestFiles.addSegment(file, 0xffe2, segment.array());
        assertArrayEquals(new float[] {188, 188, 188}, TestFiles.rgb(ImageFiles.read(file), 4, 4), 2);
    }
}
