package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.ImageFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stored is a row of two fields, of value 0 and 60, above a row of 120 and 180.
 * The expected values are the corners of the upright image in reading order.
 */
public class OrientationTest {

    private static final int FIELD = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 0, 60, 120, 180",
        "2, 60, 0, 180, 120",
        "3, 180, 120, 60, 0",
        "4, 120, 180, 0, 60",
        "5, 0, 120, 60, 180",
        "6, 120, 0, 180, 60",
        "7, 180, 60, 120, 0",
        "8, 60, 180, 0, 120"
    })
    void jpegAndTiff(int exif, float a, float b, float c, float d) throws IOException {
        BufferedImage stored = new BufferedImage(3 * FIELD, 2 * FIELD, BufferedImage.TYPE_BYTE_GRAY);
        byte[] data = new byte[6 * FIELD * FIELD];
        for (int i = 0; i < data.length; i++) {
            int x = i % (3 * FIELD);
            int y = i / (3 * FIELD);
            data[i] = (byte) ((x < FIELD ? 0 : 60) + (y < FIELD ? 0 : 120));
            stored.getRaster().setSample(x, y, 0, data[i] & 0xff);
        }
        Path jpeg = TestFiles.addExif(TestFiles.write(stored, folder.resolve("a.jpg")), exif);
        assertCorners(ImageFiles.read(jpeg), exif, a, b, c, d);
        Path tiff = TestFiles.tiff(folder.resolve("a.tif"), 3 * FIELD, 2 * FIELD, 1, 8, 1, exif, data);
        assertCorners(ImageFiles.read(tiff), exif, a, b, c, d);
    }

    private static void assertCorners(Img<FloatType> image, int exif, float... expected) {
        int width = (exif < 5 ? 3 : 2) * FIELD;
        int height = (exif < 5 ? 2 : 3) * FIELD;
        assertEquals(width, image.dimension(0));
        assertEquals(height, image.dimension(1));
        float[] corners = {
            image.getAt(0, 0, 0).get(),
            image.getAt(width - 1, 0, 0).get(),
            image.getAt(0, height - 1, 0).get(),
            image.getAt(width - 1, height - 1, 0).get()
        };
        assertArrayEquals(expected, corners, 2);
    }
}
