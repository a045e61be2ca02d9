package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.TestErrors;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class MaskTest {

    /** The right part of a row is inside. */
    @Test
    void alphaRisesWithTheDistanceFromOutside() {
        Mask mask = mask(6, 1, "..####");
        assertArrayEquals(new float[] {0, 0, 1, 1, 1, 1}, mask.feathered(0));
        assertArrayEquals(new float[] {0, 0, 0.5f, 1, 1, 1}, mask.feathered(1));
        assertArrayEquals(new float[] {0, 0, 0.25f, 0.5f, 0.75f, 1}, mask.feathered(3));
    }

    @Test
    void distancesAreEuclidean() {
        float[] alpha = mask(3, 3, ".##", "###", "###").feathered(9);
        double[] expected = {0, 1, 2, 1, Math.sqrt(2), Math.sqrt(5), 2, Math.sqrt(5), Math.sqrt(8)};
        for (int i = 0; i < 9; i++) assertEquals(expected[i] / 10, alpha[i], 1e-6);
    }

    @Test
    void alphaIsThatOfAllDistancesCompared() {
        Random random = new Random(1);
        for (int run = 0; run < 50; run++) {
            int width = 1 + random.nextInt(20), height = 1 + random.nextInt(20), radius = random.nextInt(6);
            boolean[] inside = new boolean[width * height];
            for (int i = 0; i < inside.length; i++) inside[i] = i == 0 || random.nextInt(12) > 0;
            float[] alpha = new Mask(width, height, inside).feathered(radius);
            for (int i = 0; i < inside.length; i++)
                assertEquals(Math.min(1, distance(width, inside, i) / (radius + 1)), alpha[i], 1e-6);
        }
    }

    private static double distance(int width, boolean[] inside, int i) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < inside.length; j++)
            if (!inside[j]) least = Math.min(least, Math.hypot(i % width - j % width, i / width - j / width));
        return least;
    }

    @Test
    void theImagesEdgeIsNotOutside() {
        assertArrayEquals(new float[] {1, 1, 1, 1}, mask(2, 2, "##", "##").feathered(5));
    }

    @Test
    void numbersAndBooleansAnywhere() {
        boolean[] expected = {false, true, false, true};
        assertArrayEquals(
                expected,
                Mask.of(ArrayImgs.unsignedBytes(new byte[] {0, (byte) 255, 0, 1}, 2, 2), "content", 2, 2)
                        .inside());
        assertArrayEquals(
                expected,
                Mask.of(ArrayImgs.floats(new float[] {-1, 0.5f, Float.NaN, 2}, 2, 2), "content", 2, 2)
                        .inside());
        var booleans = ArrayImgs.booleans(new boolean[] {false, true, false, true}, 2, 2);
        assertArrayEquals(
                expected,
                Mask.of(Views.translate(booleans, 7, -3), "content", 2, 2).inside());
    }

    @Test
    void boundsHoldAllThatIsInside() {
        assertEquals(
                new Pyramid.Size(3, 2),
                mask(5, 4, ".....", ".#...", "...#.", ".....").bounds());
    }

    @Test
    void whatIsNoMask() {
        TestErrors.assertSentence(assertThrows(IllegalArgumentException.class, () -> mask(2, 1, "..")), "2x1", "empty");
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Mask.of(ArrayImgs.bits(3, 4), "content", 5, 6)),
                "3x4",
                "5x6",
                "content");
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Mask.of(ArrayImgs.bits(5, 6, 2), "style", 5, 6)),
                "5x6x2",
                "style");
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Mask.of(ArrayImgs.argbs(5, 6), "style", 5, 6)),
                "ARGBType");
    }

    private static Mask mask(int width, int height, String... rows) {
        boolean[] inside = new boolean[width * height];
        for (int i = 0; i < inside.length; i++)
            inside[i] = String.join("", rows).charAt(i) == '#';
        return new Mask(width, height, inside);
    }
}
