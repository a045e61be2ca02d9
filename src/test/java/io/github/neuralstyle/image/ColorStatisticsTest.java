package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import Jama.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColorStatisticsTest {

    private static final double ROUNDING = 1 / 12.0;

    @Test
    void statisticsOfTwoPixelsByHand() {
        ColorStatistics two = ColorStatistics.of(new Pixels(2, 1, new float[] {10, 20, 30, 14, 20, 28}));
        assertArrayEquals(new double[] {12, 20, 29}, two.mean(), 1e-9);
        assertArrayEquals(
                new double[] {4 + ROUNDING, 0, -2, 0, ROUNDING, 0, -2, 0, 1 + ROUNDING},
                two.covariance().getRowPackedCopy(),
                1e-9);
    }

    @Test
    void severalImagesAreAveragedInTheirProportions() {
        Pixels dark = constant(4, 10), bright = constant(4, 110);
        ColorStatistics mix =
                ColorStatistics.of(List.of(dark, bright), Arrays.asList(null, null), new double[] {0.25, 0.75});
        assertArrayEquals(new double[] {85, 85, 85}, mix.mean(), 1e-9);
    }

    @Test
    void matchedImageHasTheMeanAndCovarianceOfTheTarget() {
        Pixels image = random(1, 90, 20), other = random(2, 140, 12);
        ColorStatistics target = ColorStatistics.of(other),
                matched = ColorStatistics.of(ColorStatistics.match(image, target, 1));
        assertArrayEquals(target.mean(), matched.mean(), 0.05);
        assertEquals(
                0,
                target.covariance().minus(matched.covariance()).normF()
                        / target.covariance().normF(),
                0.01);
    }

    @Test
    void amountZeroChangesNothing() {
        Pixels image = random(1, 90, 20);
        assertArrayEquals(
                image.values(),
                ColorStatistics.match(image, ColorStatistics.of(random(2, 140, 12)), 0)
                        .values(),
                1e-3f);
    }

    @Test
    void greyImageTakesTheMeanColour() {
        Pixels matched = ColorStatistics.match(constant(16, 50), ColorStatistics.of(random(3, 120, 15)), 1);
        assertArrayEquals(
                ColorStatistics.of(random(3, 120, 15)).mean(),
                ColorStatistics.of(matched).mean(),
                0.5);
    }

    @Test
    void mapIsTheSmallestChangeThatFits() {
        ColorStatistics from = ColorStatistics.of(random(4, 100, 10)), to = ColorStatistics.of(random(5, 100, 25));
        Matrix map = from.mapTo(to);
        assertEquals(
                0,
                map.times(from.covariance())
                        .times(map.transpose())
                        .minus(to.covariance())
                        .normF(),
                1e-6);
        assertEquals(0, map.minus(map.transpose()).normF(), 1e-9, "the Monge-Kantorovich map is symmetric");
        assertTrue(map.eig().getRealEigenvalues()[0] > 0);
    }

    private static Pixels constant(int pixels, float value) {
        float[] values = new float[3 * pixels];
        java.util.Arrays.fill(values, value);
        return new Pixels(pixels, 1, values);
    }

    /** Correlated colours about a mean that are nowhere near 0 or 255. */
    private static Pixels random(int seed, float mean, float deviation) {
        Random random = new Random(seed);
        float[] values = new float[3 * 64 * 64];
        for (int p = 0; p < values.length; p += 3) {
            float luma = deviation * (float) Math.max(-3, Math.min(3, random.nextGaussian()));
            for (int c = 0; c < 3; c++) values[p + c] = mean + 5 * c + luma + 4 * (random.nextFloat() - 0.5f);
        }
        return new Pixels(64, 64, values);
    }
}
