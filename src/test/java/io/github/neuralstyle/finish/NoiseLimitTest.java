package io.github.neuralstyle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseLimitTest {

    private static final int SIDE = 48;

    private final Positions positions = randomPlaces();

    @Test
    void aStyleOfNoiseIsCopied() {
        Rendering.Colors colors = style(20, 0);
        assertEquals(0, choose(colors));
        Pixels result = new Pixels(SIDE, SIDE, new float[3 * SIDE * SIDE]);
        Rendering rendering = new Rendering(positions, colors, 2);
        try (Workers workers = new Workers(2, FinishListener.NONE)) {
            rendering.write(new Detail(RowImage.of(result), rendering.copy()), workers, Finish.into(result));
        }
        float[] row = new float[3 * SIDE];
        rendering.copy().read(7, row);
        float[] written = new float[3 * SIDE];
        System.arraycopy(result.values(), 7 * row.length, written, 0, row.length);
        assertArrayEquals(row, written, 1e-3f);
    }

    @Test
    void jumpsBetweenFlatPlacesAreLimited() {
        float limit = choose(style(1, 3));
        assertTrue(limit > 0, "" + limit);
        assertTrue(limit < choose(style(1, 6)), "" + limit);
    }

    private float choose(Rendering.Colors colors) {
        try (Workers workers = new Workers(2, FinishListener.NONE)) {
            return new NoiseLimit(new Rendering(positions, colors, 2), positions, colors).choose(workers);
        }
    }

    /** Grey noise, the darker by {@code step} the further down by 16 pixels. */
    private static Rendering.Colors style(double deviation, double step) {
        Random random = new Random(5);
        float[] grey = new float[64 * 64];
        for (int i = 0; i < grey.length; i++)
            grey[i] = (float) (128 + deviation * random.nextGaussian() - step * (i / (64 * 16)));
        return (s, x, y, rgb) -> rgb[0] = rgb[1] = rgb[2] = grey[64 * y + x];
    }

    private static Positions randomPlaces() {
        Random random = new Random(4);
        int[] places = new int[SIDE * SIDE];
        for (int i = 0; i < places.length; i++) places[i] = Place.of(0, 2 + random.nextInt(60), 2 + random.nextInt(60));
        Positions positions = Positions.inMemory(SIDE, SIDE);
        positions.write(0, SIDE, places, 0);
        return positions;
    }
}
