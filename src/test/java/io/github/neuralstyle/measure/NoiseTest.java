package io.github.neuralstyle.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {

    private static final int SIDE = 200;

    /** What independent noise of 1 in red, green and blue is in Y, and the root mean square of what it is in Cb and Cr. */
    private static final double IN_Y = Math.sqrt(0.299 * 0.299 + 0.587 * 0.587 + 0.114 * 0.114), IN_COLOR = 0.6404;

    /** Black strokes of 3 pixels on a slope of brightness, on about half of the image. */
    private static Pixels strokes() {
        float[] values = new float[3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int x = i / 3 % SIDE, y = i / 3 / SIDE;
            values[i] = x < SIDE / 2 && (x + 2 * y) % 17 < 6 ? 20 : 100 + 0.3f * x + 0.2f * y;
        }
        return new Pixels(SIDE, SIDE, values);
    }

    private static Pixels noisy(Pixels image, double sigma) {
        Random random = new Random(3);
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) values[i] += sigma * random.nextGaussian();
        return new Pixels(image.width(), image.height(), values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 5, 12})
    void addedNoiseIsFoundOnFlatGround(double sigma) {
        Noise noise = Noise.of(noisy(TestPictures.constant(SIDE, SIDE, 127), sigma));
        assertEquals(sigma * IN_Y, noise.luminance(), 0.05 * sigma * IN_Y);
        assertEquals(sigma * IN_COLOR, noise.color(), 0.05 * sigma * IN_COLOR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 5, 12})
    void strokesAddLittleToIt(double sigma) {
        double clean =
                Noise.of(noisy(TestPictures.constant(SIDE, SIDE, 127), sigma)).luminance();
        double found = Noise.of(noisy(strokes(), sigma)).luminance();
        assertTrue(found > clean && found < 2 * clean, () -> found + " instead of " + clean);
    }

    @Test
    void slopesAndAFewStrokesAreNoNoise() {
        double rounding = Math.sqrt(1 / 12.0);
        assertEquals(rounding, Noise.of(strokes()).luminance(), 1e-3);
        assertEquals(rounding, Noise.of(strokes()).color(), 1e-3);
    }

    @Test
    void ofOnePixelBesideOthersByHand() {
        float[] values = new float[27];
        values[12] = values[13] = values[14] = 10;
        assertEquals(
                Math.sqrt(Math.pow(40 / (6 * 0.31863936396), 2) + 1 / 12.0),
                Noise.of(new Pixels(3, 3, values)).luminance(),
                1e-4);
    }
}
