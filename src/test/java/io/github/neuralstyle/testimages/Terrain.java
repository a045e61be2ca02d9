package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

/**
 * Mountains seen without perspective, as scrolls show them: farther is higher up. For each sample of the canvas, what
 * is seen there: how far away it is, its height, how open or hollow the ground is, and where down is.
 */
final class Terrain {

    /** How much higher one unit of distance appears. */
    private final double tilt;

    private final double foot;
    private final Canvas canvas;
    private final Field ground;
    /** The distance of what is seen, negative where nothing is. */
    final float[] distance;

    /**
     * @param ground the height at a place: x as on the canvas, z from 0, the nearest, to the depth
     * @param foot where the nearest ground of height 0 appears
     */
    Terrain(Canvas canvas, Field ground, double foot, double depth, double tilt) {
        this.canvas = canvas;
        this.ground = ground;
        this.foot = foot;
        this.tilt = tilt;
        distance = canvas.layer();
        java.util.Arrays.fill(distance, -1);
        double step = .5 / canvas.samples / Math.max(tilt, .2);
        for (int i = 0; i < canvas.w; i++) {
            int top = canvas.h;
            double x = (i + .5) / canvas.samples;
            for (double z = 0; z < depth; z += step) {
                int y = Math.max(0, (int) Math.ceil(canvas.samples * (foot - tilt * z - ground.at(x, z)) - .5));
                for (; top > y; top--) if (top <= canvas.h) distance[(top - 1) * canvas.w + i] = (float) z;
            }
        }
    }

    double height(int i) {
        return ground.at(canvas.x(i), distance[i]);
    }

    /** The slope of the ground at a sample to the right and away, over a length. */
    double[] slope(int i, double over) {
        double x = canvas.x(i), z = distance[i];
        return new double[] {
            (ground.at(x + over, z) - ground.at(x - over, z)) / (2 * over),
            (ground.at(x, z + over) - ground.at(x, z - over)) / (2 * over)
        };
    }

    /** How hollow the ground is at a sample: over 0 in gullies, under 0 on ridges. */
    double hollow(int i, double over) {
        double x = canvas.x(i), z = distance[i];
        return (ground.at(x + over, z) + ground.at(x - over, z) + ground.at(x, z + over) + ground.at(x, z - over))
                        / (4 * over)
                - ground.at(x, z) / over;
    }

    /** The direction on the canvas in which water would run from a sample. */
    double down(int i, double over) {
        double[] s = slope(i, over);
        return StrictMath.atan2(tilt * s[1] + s[0] * s[0] + s[1] * s[1], -s[0]);
    }

    /** How far the view jumps back just above a sample: large along outlines. */
    double outline(int i, double above) {
        int up = i - (int) Math.ceil(above * canvas.samples) * canvas.w;
        if (up < 0) return 0;
        return distance[up] < 0 ? 1e3 : distance[up] - distance[i];
    }
}
