package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.TestPictures;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaplacianPyramidTest {

    @ParameterizedTest
    @CsvSource({"64,48,5", "37,51,5", "33,32,3", "40,40,0"})
    void collapsingTheBandsGivesTheImage(int width, int height, int halvings) {
        LaplacianPyramid pyramid = new LaplacianPyramid(width, height, halvings);
        float[] image = TestPictures.waves(width, height, 1).values();
        assertArrayEquals(image, pyramid.collapse(pyramid.split(image)), 1e-3f);
    }

    @Test
    void ofOneColourAllIsInTheRest() {
        LaplacianPyramid pyramid = new LaplacianPyramid(37, 41, 3);
        float[] bands = pyramid.split(TestPictures.constant(37, 41, 90).values());
        int rest = 3 * 5 * 6;
        for (int i = 0; i < bands.length; i++) assertEquals(i < bands.length - rest ? 0 : 90, bands[i], 1e-4);
    }

    /** The map and that of gradients are transposed: a collapse(b) = b back(a). */
    @ParameterizedTest
    @CsvSource({"64,48,5", "37,51,4"})
    void gradientsGoBackByTheTransposedMap(int width, int height, int halvings) {
        LaplacianPyramid pyramid = new LaplacianPyramid(width, height, halvings);
        float[] bands = normal(pyramid.length(), 1), image = normal(3 * width * height, 2);
        float[] back = new float[bands.length];
        pyramid.back(image, back);
        double one = dot(image, pyramid.collapse(bands)), other = dot(back, bands);
        assertEquals(1, one / other, 1e-4);
    }

    @Test
    void theFinestBandHasNoLargeForms() {
        float[] finest =
                LaplacianPyramid.finest(TestPictures.constant(33, 40, 7).values(), 33, 40);
        assertArrayEquals(new float[3 * 33 * 40], finest, 1e-5f);
    }

    private static float[] normal(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) values[i] = (float) random.nextGaussian();
        return values;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (double) a[i] * b[i];
        return sum;
    }
}
