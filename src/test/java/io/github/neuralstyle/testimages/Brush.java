package io.github.neuralstyle.testimages;

import java.util.function.DoubleUnaryOperator;

/** Drags a brush over a canvas; a stroke touches every sample below it once. */
final class Brush {

    /** Receives the samples of a stroke: u runs along it from 0 to 1, v across it from -1 to 1. */
    interface Bristles {
        /** @param cover the share of the sample that the stroke covers, in (0, 1] */
        void touch(int i, double u, double v, double cover);
    }

    private final Canvas canvas;
    private final int[] touched;
    private int strokes;

    Brush(Canvas canvas) {
        this.canvas = canvas;
        touched = new int[canvas.w * canvas.h];
    }

    /** Draws a brush of a width, which may vary along the stroke, over a path. */
    void stroke(double[][] path, double width, DoubleUnaryOperator taper, Bristles bristles) {
        strokes++;
        double step = .7 / canvas.samples;
        for (int p = 0; p + 1 < path.length; p++) {
            double dx = path[p + 1][0] - path[p][0], dy = path[p + 1][1] - path[p][1];
            double length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            for (double s = 0; s < length; s += step) {
                double u = (p + s / length) / (path.length - 1), half = width / 2 * taper.applyAsDouble(u);
                double cover = Math.min(1, 2 * half * canvas.samples);
                if (cover < .02) continue;
                int across = (int) (2 * half / step) + 1;
                for (int k = 0; k < across; k++) {
                    double v = (2 * k + 1.0) / across - 1;
                    int i = canvas.at(
                            path[p][0] + (s * dx - v * half * dy) / length,
                            path[p][1] + (s * dy + v * half * dx) / length);
                    if (i < 0 || touched[i] == strokes) continue;
                    touched[i] = strokes;
                    bristles.touch(i, u, v, cover);
                }
            }
        }
    }
}
