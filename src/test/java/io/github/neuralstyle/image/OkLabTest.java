package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OkLabTest {

    private static float[] lab(float... rgb) {
        OkLab.fromRgb(rgb, 0);
        return rgb;
    }

    /** The values of Ottosson's definition, times 255, the axes from 128. */
    @Test
    void knownColors() {
        assertArrayEquals(new float[] {255, 128, 128}, lab(255, 255, 255), 0.01f);
        assertArrayEquals(new float[] {0, 128, 128}, lab(0, 0, 0), 0.01f);
        float[] red = {0.627955f * 255, 128 + 0.224863f * 255, 128 + 0.125846f * 255};
        assertArrayEquals(red, lab(255, 0, 0), 0.01f);
        float[] blue = {0.452014f * 255, 128 - 0.032457f * 255, 128 - 0.311528f * 255};
        assertArrayEquals(blue, lab(0, 0, 255), 0.01f);
    }

    @Test
    void thereAndBack() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            float[] rgb = {random.nextInt(256), random.nextInt(256), random.nextInt(256)}, there = lab(rgb.clone());
            OkLab.toRgb(there, 0, there[0]);
            assertArrayEquals(rgb, there, 0.05f);
        }
    }

    /** Yellow cannot be as dark as blue; the chroma stays, and the lightness goes as far as it must. */
    @Test
    void aLightnessThatTheChromaCannotHave() {
        float[] yellow = lab(255, 255, 0), dark = {60, yellow[1], yellow[2]};
        OkLab.toRgb(dark, 0, yellow[0]);
        float[] found = lab(dark);
        assertEquals(yellow[1], found[1], 1);
        assertEquals(yellow[2], found[2], 1);
        assertTrue(found[0] > 60 && found[0] < yellow[0] + 0.1, "lightness " + found[0]);
    }
}
