package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import java.awt.image.BufferedImage;
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
        assertEquals(step, Reduction.step(width, height, longest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.png", "a.tif"})
    void thePictureIsNearlyTheSame(String name) throws IOException {
        BufferedImage image = new BufferedImage(6000, 4440, BufferedImage.TYPE_3BYTE_BGR);
        byte[] data = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < data.length; i++) {
            int x = i / 3 % 6000, y = i / 18000;
            data[i] = (byte) (128 + 80 * Math.sin(x / 300.0 + i % 3) * Math.cos(y / 200.0) + (x * 7 + y * 13) % 40);
        }
        Path file = TestFiles.write(image, folder.resolve(name));
        Pixels reduced = ImageFiles.open(file, 200).pixels();
        assertEquals("3000x2220", reduced.width() + "x" + reduced.height());
        float[] a = Resampling.resize(ImageFiles.readPixels(file), 200, 148).values();
        float[] b = Resampling.resize(reduced, 200, 148).values();
        double sum = 0, most = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        assertTrue(sum / a.length < 1 && most < 8, sum / a.length + " " + most);
    }
}
