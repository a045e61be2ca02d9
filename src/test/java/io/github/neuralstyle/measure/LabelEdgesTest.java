package io.github.neuralstyle.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Planes;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelEdgesTest {

    private static final int SIDE = 32;

    private static int[] square() {
        int[] labels = new int[SIDE * SIDE];
        for (int y = 8; y < 24; y++) for (int x = 8; x < 24; x++) labels[y * SIDE + x] = 1;
        return labels;
    }

    /** Of steps of 1 at x = 8 and 24, seen two pixels wide on each side, the border has all gradients. */
    @Test
    void edgesOnBordersCountAgainstThoseInside() {
        Random random = new Random(1);
        double[] sharp = new double[SIDE * SIDE], moved = new double[SIDE * SIDE];
        int[] labels = square();
        for (int i = 0; i < sharp.length; i++) {
            double noise = .01 * random.nextGaussian();
            sharp[i] = labels[i] + noise;
            moved[i] = (i % SIDE > 3 ? labels[i - 4] : 0) + noise;
        }
        double on = contrast(sharp, labels), off = contrast(moved, labels);
        assertTrue(on > 20 && off < 5, on + " " + off);
        double[] scaled = sharp.clone();
        for (int i = 0; i < scaled.length; i++) scaled[i] = 100 + 7 * scaled[i];
        assertEquals(on, contrast(scaled, labels), 1e-6, "no unit");
    }

    /** Horizontal ramp: everywhere the same gradient. */
    @Test
    void aRampHasAsMuchOnBordersAsInside() {
        double[] ramp = new double[SIDE * SIDE];
        for (int i = 0; i < ramp.length; i++) ramp[i] = i % SIDE;
        assertEquals(1, contrast(ramp, square()), 1e-9);
        assertTrue(Double.isNaN(contrast(ramp, new int[SIDE * SIDE])), "no labels");
    }

    private static double contrast(double[] values, int[] labels) {
        return LabelEdges.contrast(new Planes(SIDE, SIDE, new double[][] {values}), labels);
    }
}
