package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    @ParameterizedTest
    @CsvSource({"40, 30, 57, 43", "40, 30, 28, 21", "40, 30, 13, 64", "5, 7, 1, 1", "1, 1, 9, 4"})
    void constantStaysTheSame(int fromWidth, int fromHeight, int width, int height) {
        for (float value : new float[] {0, 1, 100.3f, 255}) {
            Pixels resized = Resampling.resize(TestPictures.constant(fromWidth, fromHeight, value), width, height);
            assertEquals(width, resized.width());
            assertEquals(height, resized.height());
            assertArrayEquals(TestPictures.constant(width, height, value).values(), resized.values(), 1e-4f);
        }
    }

    @Test
    void sameSizeIsTheSameImage() {
        Pixels image = TestPictures.waves(12, 9, 1);
        assertSame(image, Resampling.resize(image, 12, 9));
    }

    /**
     * Pixel centres lie at halves, so that a ramp keeps its values at every place but near the border: exactly when
     * enlarging, and when shrinking to a twentieth of a pixel, as the widened kernel is no longer exact.
     */
    @ParameterizedTest
    @CsvSource({"40, 32, 80, 64", "40, 32, 57, 45", "80, 64, 40, 32", "57, 45, 40, 32", "64, 48, 20, 31"})
    void linearRampStaysLinear(int fromWidth, int fromHeight, int width, int height) {
        DoubleBinaryOperator ramp = (u, v) -> 20 + 150 * u + 70 * v;
        assertFollows(
                ramp,
                Resampling.resize(sampled(fromWidth, fromHeight, ramp), width, height),
                0.2,
                width > fromWidth ? 1e-3 : 0.15);
    }

    @ParameterizedTest
    @CsvSource({"40, 32, 80, 64", "40, 32, 57, 45", "80, 64, 40, 32", "57, 45, 40, 32"})
    void smoothImageIsNotShifted(int fromWidth, int fromHeight, int width, int height) {
        DoubleBinaryOperator hill =
                (u, v) -> 30 + 200 * Math.exp(-20 * ((u - 0.5) * (u - 0.5) + (v - 0.5) * (v - 0.5)));
        Pixels resized = Resampling.resize(sampled(fromWidth, fromHeight, hill), width, height);
        assertFollows(hill, resized, 0.1, 1.5);
        double mass = 0, x = 0, y = 0;
        for (int i = 0; i < resized.values().length; i++) {
            double weight = resized.values()[i] - 30;
            mass += weight;
            x += weight * (i / 3 % width + 0.5) / width;
            y += weight * (i / 3 / width + 0.5) / height;
        }
        assertEquals(0.5, x / mass, 1e-4);
        assertEquals(0.5, y / mass, 1e-4);
    }

    @Test
    void channelsStayApart() {
        Pixels image = new Pixels(3, 2, new float[18]);
        for (int i = 0; i < 18; i++) image.values()[i] = 50 * (i % 3);
        Pixels resized = Resampling.resize(image, 7, 5);
        for (int i = 0; i < resized.values().length; i++) assertEquals(50 * (i % 3), resized.values()[i], 1e-4);
    }

    @Test
    void downAndUpKeepsTheMean() {
        Pixels image = TestPictures.waves(64, 48, 1);
        Pixels down = Resampling.resize(image, 32, 24), up = Resampling.resize(down, 64, 48);
        assertEquals(mean(image), mean(down), 0.3);
        assertEquals(mean(image), mean(up), 0.3);
    }

    /** Stripes finer than the new pixels become grey instead of coarser stripes. */
    @Test
    void shrinkingDoesNotAlias() {
        Pixels stripes = sampled(128, 128, (u, v) -> (int) (u * 128) % 2 == 0 ? 255 : 0);
        float[] grey = Resampling.resize(stripes, 40, 40).values();
        for (int x = 4; x < 36; x++) assertEquals(127.5, grey[3 * (20 * 40 + x)], 10);
    }

    @Test
    void overshootIsCutOffInImagesOnly() {
        Pixels edge = sampled(16, 16, (u, v) -> u < 0.5 ? 0 : 255);
        float least = 0, most = 0;
        for (float value : Resampling.bicubic(edge.values(), 16, 16, 48, 48)) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertTrue(least < -1 && most > 256, least + " to " + most);
        for (float value : Resampling.resize(edge, 48, 48).values())
            assertTrue(value >= 0 && value <= 255, () -> "out of range: " + value);
    }

    /** A function of the place, from 0 to 1 in both directions, at the centres of pixels. */
    private static Pixels sampled(int width, int height, DoubleBinaryOperator f) {
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++)
            values[i] = (float) f.applyAsDouble((i / 3 % width + 0.5) / width, (i / 3 / width + 0.5) / height);
        return new Pixels(width, height, values);
    }

    private static void assertFollows(DoubleBinaryOperator f, Pixels image, double border, double tolerance) {
        float[] expected = sampled(image.width(), image.height(), f).values();
        for (int y = (int) (border * image.height()); y < (1 - border) * image.height(); y++)
            for (int x = (int) (border * image.width()); x < (1 - border) * image.width(); x++)
                assertEquals(
                        expected[3 * (y * image.width() + x)],
                        image.values()[3 * (y * image.width() + x)],
                        tolerance,
                        x + "," + y);
    }

    private static double mean(Pixels image) {
        double sum = 0;
        for (float value : image.values()) sum += value;
        return sum / image.values().length;
    }
}
