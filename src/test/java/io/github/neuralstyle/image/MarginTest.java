package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.Pyramid.Size;
import org.junit.jupiter.api.Test;

class MarginTest {

    @Test
    void mirrorsWithTheOutermostPixelsRepeated() {
        Margin margin = new Margin(new Size(3, 1), 1);
        assertEquals(new Size(5, 3), margin.outer());
        float[] row = grey(1, 1, 2, 3, 3), out = new float[3 * 15];
        for (int y = 0; y < 3; y++) System.arraycopy(row, 0, out, y * row.length, row.length);
        assertArrayEquals(out, margin.add(grey(1, 2, 3)));
    }

    @Test
    void cuttingUndoesAdding() {
        Margin margin = Margin.around(new Size(40, 33));
        float[] values = new float[3 * 40 * 33];
        for (int i = 0; i < values.length; i++) values[i] = i % 251;
        assertArrayEquals(values, margin.cut(margin.add(values)).values());
    }

    @Test
    void isAFortiethOfTheLongestSide() {
        assertEquals(13, Margin.around(new Size(512, 384)).width());
        assertEquals(4, Margin.around(new Size(91, 128)).width());
    }

    private static float[] grey(float... levels) {
        float[] values = new float[3 * levels.length];
        for (int i = 0; i < values.length; i++) values[i] = levels[i / 3];
        return values;
    }
}
