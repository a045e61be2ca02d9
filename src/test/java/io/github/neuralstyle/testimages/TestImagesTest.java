package io.github.neuralstyle.testimages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        DrawTestImages.main(drawn.toString());
    }

    /** The pixels are defined to the last bit; how a PNG file packs them is not. */
    @ParameterizedTest
    @ValueSource(strings = {"skyline.png", "ink-wash.png", "brush-strokes.png"})
    void drawsThePixelsOfThePictures(String name) throws IOException {
        assertArrayEquals(pixels(COMMITTED.resolve(name)), pixels(drawn.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nuclei-16bit.tif", "hyperstack.tif"})
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

    private static int[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
