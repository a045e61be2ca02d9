package io.github.neuralstyle.testimages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the generator still draws the committed test images, on this platform as on any. */
class TestImagesTest {

    private static final Path COMMITTED = Path.of("test-images");

    @TempDir
    static Path drawn;

    @BeforeAll
    static void draw() throws IOException {
        DrawTestImages.small(drawn);
    }

    /** The pixels are defined to the last bit; how a PNG file packs them is not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "skyline.png",
                "ink-wash.png",
                "brush-strokes.png",
                "tissue-a.png",
                "tissue-b.png",
                "training-set/styles/phase-3.png"
            })
    void drawsThePixelsOfThePictures(String name) throws IOException {
        assertArrayEquals(pixels(COMMITTED.resolve(name)), pixels(drawn.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nuclei-16bit.tif",
                "hyperstack.tif",
                "training-set/images/nuclei-3.tif",
                "training-set/masks/nuclei-3.tif"
            })
    void writesTheBytesOfTheMicrographs(String name) throws IOException {
        assertArrayEquals(Files.readAllBytes(COMMITTED.resolve(name)), Files.readAllBytes(drawn.resolve(name)));
    }

    @Test
    void micrographsUseTwelveOfSixteenBits() throws IOException {
        BufferedImage nuclei =
                ImageIO.read(COMMITTED.resolve("nuclei-16bit.tif").toFile());
        assertEquals(16, nuclei.getColorModel().getPixelSize());
        int max = 0;
        for (int v : nuclei.getRaster().getSamples(0, 0, 512, 512, 0, (int[]) null)) max = Math.max(max, v);
        assertEquals(11, Math.getExponent((double) max), "highest bit of " + max);
    }

    /** The large pictures, drawn with a sixteenth of their samples: the whole is the same, single stones and cuts are not. */
    @Test
    void drawsTheLargePictures() {
        List<String> others = DrawTestImages.LARGE.entrySet().parallelStream()
                .filter(picture -> {
                    BufferedImage small = picture.getValue().apply(1).image(1),
                            committed = read(COMMITTED.resolve(picture.getKey()));
                    return difference(
                                    blocks(small, 64), blocks(committed, 64 * committed.getWidth() / small.getWidth()))
                            > 7;
                })
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(), others);
    }

    /** The mean absolute difference of two pictures. */
    private static double difference(double[] one, double[] other) {
        assertEquals(one.length, other.length);
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += Math.abs(one[i] - other[i]);
        return sum / one.length;
    }

    /** The mean colours of squares of a side, 0..255. */
    private static double[] blocks(BufferedImage image, int side) {
        int across = image.getWidth() / side, down = image.getHeight() / side;
        double[] means = new double[3 * across * down];
        for (int y = 0; y < down * side; y++)
            for (int x = 0; x < across * side; x++)
                for (int c = 0; c < 3; c++)
                    means[3 * (y / side * across + x / side) + c] +=
                            (image.getRGB(x, y) >> 8 * c & 255) / (double) (side * side);
        return means;
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
