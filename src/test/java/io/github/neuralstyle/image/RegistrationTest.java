package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.MovingScene;
import io.github.neuralstyle.TestPictures;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

    private final MovingScene scene = new MovingScene(1);

    /** All four corners to a fifth of a pixel. */
    @ParameterizedTest
    @CsvSource({
        "96, 96, 7, -3, 0, 0",
        "96, 72, 2.4, 1.3, 0, 8",
        "72, 96, 0, 0, 10, 4",
        "128, 100, -11.5, 6.2, -7, 8",
        "150, 90, 20, 12, 3, 0",
        "64, 64, 0.6, 0, 0, 2"
    })
    void findsShiftAndRotation(int width, int height, double x, double y, double degrees, double noise) {
        Motion motion = Motion.of(x, y, Math.toRadians(degrees), width, height);
        Motion found = Registration.find(
                        scene.picture(width, height, motion, 0, noise), scene.picture(width, height, motion, 1, noise))
                .orElseThrow();
        Motion.Map expected = motion.map(width, height), actual = found.map(width, height);
        for (int corner = 0; corner < 4; corner++) {
            int cx = corner % 2 * (width - 1), cy = corner / 2 * (height - 1);
            assertEquals(expected.x(cx, cy), actual.x(cx, cy), 0.2);
            assertEquals(expected.y(cx, cy), actual.y(cx, cy), 0.2);
        }
    }

    @Test
    void nothingIsFoundWhereNothingMovesOrAllIsNew() {
        Motion none = Motion.of(0, 0, 0, 96, 96);
        Pixels first = scene.picture(96, 96, none, 0, 6);
        assertNone(first, first);
        assertNone(first, scene.picture(96, 96, none, 1, 6));
        assertNone(first, new MovingScene(2).picture(96, 96, none, 0, 6));
        assertNone(noise(1), noise(2));
        assertNone(TestPictures.constant(96, 96, 100), TestPictures.constant(96, 96, 120));
        assertNone(TestPictures.constant(1, 1, 100), TestPictures.constant(1, 1, 120));
    }

    private static void assertNone(Pixels before, Pixels now) {
        assertTrue(Registration.find(before, now).isEmpty());
    }

    private static Pixels noise(long seed) {
        Pixels noise = TestPictures.constant(96, 96, 0);
        Random random = new Random(seed);
        for (int i = 0; i < noise.values().length; i++) noise.values()[i] = 256 * random.nextFloat();
        return noise;
    }

    /** A patch of a third of each side that goes the other way is left out. */
    @Test
    void whatMovesByItselfDoesNotMatter() {
        Motion motion = Motion.of(4, 2, 0, 96, 96);
        Pixels before = scene.picture(96, 96, motion, 0, 0), now = scene.picture(96, 96, motion, 1, 0);
        Pixels patch = new MovingScene(5).picture(32, 32, motion, 0, 0);
        paste(patch, before, 30, 30);
        paste(patch, now, 36, 38);
        Motion found = Registration.find(before, now).orElseThrow();
        assertEquals(4, found.shiftX() * 96, 0.3);
        assertEquals(2, found.shiftY() * 96, 0.3);
        assertEquals(0, found.angle(), 0.01);
    }

    private static void paste(Pixels patch, Pixels picture, int x, int y) {
        for (int row = 0; row < patch.height(); row++)
            System.arraycopy(
                    patch.values(),
                    3 * row * patch.width(),
                    picture.values(),
                    3 * ((y + row) * picture.width() + x),
                    3 * patch.width());
    }

    @Test
    void picturesMoveByWholePixelsToTheBit() {
        Pixels picture = TestPictures.waves(20, 10, 1),
                moved = Motion.of(3, -2, 0, 20, 10).move(picture);
        for (int y = 0; y < 10; y++)
            for (int x = 0; x < 20; x++) {
                int from = 3 * ((y - 2) * 20 + x + 3), to = 3 * (y * 20 + x);
                if (y < 2 || x > 16) assertTrue(Float.isNaN(moved.values()[to]));
                else assertEquals(picture.values()[from], moved.values()[to], 1e-4);
            }
        float[] turned = Motion.of(0, 0, Math.PI, 20, 10).move(picture).values();
        for (int i = 0; i < turned.length; i++)
            assertEquals(picture.values()[turned.length - 3 - i / 3 * 3 + i % 3], turned[i], 1e-4);
    }

    @Test
    void theSameAtAnotherSize() {
        Motion motion = Motion.of(6, 4, 0.3, 60, 40);
        Motion.Map small = motion.map(60, 40), large = motion.map(600, 400);
        assertArrayEquals(
                new double[] {10 * (small.x(12, 30) + 0.5), 10 * (small.y(12, 30) + 0.5)},
                new double[] {large.x(124.5, 304.5) + 0.5, large.y(124.5, 304.5) + 0.5},
                1e-9);
        assertEquals(-1, Motion.of(6, 0, 0, 60, 40).map(60, 40).nearest(58, 3));
        assertEquals(3 * 60 + 16, Motion.of(6, 0, 0, 60, 40).map(60, 40).nearest(10, 3));
    }
}
