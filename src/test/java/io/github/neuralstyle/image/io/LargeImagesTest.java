package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of many more pixels than are wanted. */
class LargeImagesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "5000, 5000, 64, 1",
        "6000, 6000, 512, 3",
        "6000, 6000, 2000, 1",
        "20000, 20000, 256, 8",
        "20000, 20000, 4000, 2",
        "20000, 20000, 16384, 1",
        "20000, 20000, 2147483647, 1"
    })
    void noMoreIsReadThanNeededAndNoLessThanTwiceWhatIsWanted(int width, int height, int longest, int step) {
        assertEquals(step, Subsampling.step(width, height, longest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.png", "a.tif"})
    void thePictureIsNearlyTheSame(String name) throws IOException {
        Path file = TestFiles.write(image(6000, 4440), folder.resolve(name));
        Pixels reduced = ImageFiles.open(file, 200).image();
        assertEquals("3000x2220", reduced.width() + "x" + reduced.height());
        float[] picture = Resampling.resize(reduced, 200, 148).values();
        double sum = 0, max = 0;
        for (int i = 0; i < picture.length; i++) {
            double difference = Math.abs(picture[i] - smooth(30 * (i / 3 % 200) + 15, 30 * (i / 600) + 15, i % 3));
            sum += difference;
            max = Math.max(max, difference);
        }
        assertTrue(sum / picture.length < 1 && max < 8, sum / picture.length + " " + max);
    }

    /** Waves with a fine texture, whose mean is 19.5. */
    private static BufferedImage image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        double[] across = new double[3 * width];
        for (int i = 0; i < across.length; i++) across[i] = Math.sin(i / 3 / 300.0 + i % 3);
        for (int y = 0, at = 0; y < height; y++) {
            double down = Math.cos(y / 200.0);
            for (int i = 0; i < across.length; i++)
                bgr[at++] = (byte) (128 + 80 * across[i] * down + (i / 3 * 7 + y * 13) % 40);
        }
        return image;
    }

    /** The value of a colour, red first, without the texture. */
    private static double smooth(int x, int y, int color) {
        return 128 + 80 * Math.sin(x / 300.0 + 2 - color) * Math.cos(y / 200.0) + 19.5 - 0.5;
    }
}
