package io.github.neuralstyle.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class BorderTest {

    private static final int SIDE = 150;

    /** Grey: noise, plus something at each depth from the border. */
    private static Pixels picture(IntBinaryOperator added) {
        Random random = new Random(5);
        float[] values = new float[3 * SIDE * SIDE];
        for (int p = 0; p < SIDE * SIDE; p++) {
            int x = p % SIDE, y = p / SIDE, depth = Math.min(Math.min(x, SIDE - 1 - x), Math.min(y, SIDE - 1 - y));
            float value = (float) (120 + 10 * random.nextGaussian()) + added.applyAsInt(p, depth);
            values[3 * p] = values[3 * p + 1] = values[3 * p + 2] = value;
        }
        return new Pixels(SIDE, SIDE, values);
    }

    @Test
    void aTextureHasNoFrame() {
        Border border = Border.of(picture((p, depth) -> 0));
        assertEquals(1, border.edges(), 0.05);
        assertEquals(1, border.tone(), 0.5);
    }

    @Test
    void aDarkFrameRaisesTheTone() {
        assertTrue(Border.of(picture((p, depth) -> depth < 2 ? -60 : 0)).tone() > 10);
        assertTrue(Border.of(picture((p, depth) -> depth < 1 ? -60 : 0)).tone() > 10);
    }

    @Test
    void noiseAtTheBorderRaisesTheEdges() {
        double edges = Border.of(picture((p, depth) -> depth < 2 ? (p % 2) * 80 - 40 : 0))
                .edges();
        assertTrue(edges > 2, () -> "edges " + edges);
    }

    @Test
    void aSlopeIsNoFrame() {
        Border border = Border.of(picture((p, depth) -> p / SIDE));
        assertEquals(1, border.edges(), 0.05);
        assertTrue(border.tone() < 1.5, border::toString);
    }

    /** One step of 60 between the strip and the next on each side, none behind. */
    @Test
    void ofAFrameOnOneColourByHand() {
        float[] values = TestPictures.constant(20, 20, 100).values();
        for (int p = 0; p < 400; p++)
            if (Math.min(Math.min(p % 20, 19 - p % 20), Math.min(p / 20, 19 - p / 20)) < 2)
                values[3 * p] = values[3 * p + 1] = values[3 * p + 2] = 40;
        // of 20 pixels in the second strip of a side, 4 are of the sides across
        double change = 60 * 16 / 20.0;
        assertEquals(
                Math.sqrt((change * change + 1 / 12.0) * 12),
                Border.of(new Pixels(20, 20, values)).tone(),
                1e-3);
    }

    @Test
    void oneColourIsLikeItself() {
        assertEquals(new Border(1, 1), Border.of(TestPictures.constant(32, 40, 7)));
    }
}
