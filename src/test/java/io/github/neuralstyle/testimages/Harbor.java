package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

/** A small harbour on a clear morning: an old town behind its quay, boats, and their reflections in smooth water. */
final class Harbor {

    static final double SHORE = 186;
    private static final double HORIZON = 172;
    private static final double[][] SKY = {
        {.96, .89, .78}, {.90, .88, .83}, {.76, .84, .88}, {.60, .75, .87}, {.47, .65, .83}, {.37, .56, .78}
    };

    final Canvas canvas;

    Harbor(int samples) {
        canvas = new Canvas(400, 300, samples);
    }

    Canvas draw() {
        canvas.each(0, 0, 400, SHORE, (i, x, y) -> canvas.mix(i, sky(x, y), 1));
        land();
        new HarborTown(canvas).draw();
        water();
        new HarborBoats(this).draw();
        return canvas;
    }

    private static double[] sky(double x, double y) {
        double up = (HORIZON - y) / HORIZON, side = (x - 60) / 400;
        double[] blue = ramp(SKY, up * 1.05 - .06 + .25 * side * side);
        double puff = cloud(x * .010 + .3 * noise(x * .03, y * .05) + 4, y * .022 + 2, 5);
        double above = cloud(x * .010 + .3 * noise(x * .03, y * .05) + 3.93, y * .022 + 1.85, 5);
        double cover = smooth(.50, .68, puff) * smooth(.02, .4, up) * .85;
        double[] white =
                mix(new double[] {.72, .75, .81}, new double[] {1.0, .97, .92}, clamp(.5 + 5 * (puff - above)));
        return mix(blue, white, cover);
    }

    /** The open sea, far headlands, and the wooded hill behind the town. */
    private void land() {
        canvas.each(0, 60, 400, SHORE, (i, x, y) -> {
            double far = HORIZON - 15 * cloud(x * .02 + 3, 1, 4) * smooth(250, 345, x) * smooth(420, 360, x);
            double near = HORIZON
                    - 2
                    - 84 * smooth(340, 90, x) * (.55 + .6 * cloud(x * .02, 5, 4))
                    - 1.6 * cloud(x * .5, 8, 3);
            if (y > far)
                canvas.mix(
                        i, mix(new double[] {.62, .70, .78}, new double[] {.52, .62, .68}, smooth(far, HORIZON, y)), 1);
            if (y > HORIZON)
                canvas.mix(
                        i,
                        mix(
                                new double[] {.66, .74, .79},
                                new double[] {.44, .58, .68},
                                smooth(HORIZON, SHORE, y) + .25 * (noise(x * .2, y * 3) - .5)),
                        1);
            if (y > near && x < 348) {
                double leaf = cloud(x * .35, y * .5, 4), crown = cloud(x * .16 + 4, y * .26, 2);
                double[] wood = mix(
                        new double[] {.20, .30, .24},
                        new double[] {.52, .58, .34},
                        clamp(1.8 * (crown - .35) + .7 * (leaf - .5)));
                canvas.mix(i, mix(wood, new double[] {.70, .76, .78}, .38), 1);
            }
        });
    }

    /** How far a wave moves what is mirrored at a place of the water, up or down. */
    static double ripple(double x, double y) {
        double d = y - SHORE, far = 1 / (d + 16), wx = (x - 200) * far, wy = 150 * far;
        double swell = cloud(wx * 2.6 + 40, wy * 4 + wx, 2) - .5, small = cloud(wx * 7, wy * 17 + wx, 3) - .5;
        return (10 * swell + 24 * small) * (.12 + smooth(0, 110, d));
    }

    private void water() {
        float[][] above = {canvas.rgb[0].clone(), canvas.rgb[1].clone(), canvas.rgb[2].clone()};
        canvas.each(0, SHORE, 400, 300, (i, x, y) -> {
            double d = y - SHORE, wave = ripple(x, y);
            double[] sum = new double[3];
            int n = 20;
            for (int k = 0; k < n; k++) {
                double q = (2 * k + 1.0) / n - 1, up = Math.abs(d * 1.1 + wave + q * (.6 + d * .16));
                int from = canvas.near(x + .12 * wave, Math.max(1, SHORE - .3 - up));
                for (int c = 0; c < 3; c++) sum[c] += above[c][from] / n;
            }
            canvas.mix(i, tint(sum, d), 1);
        });
    }

    /** What water makes of a colour that it mirrors, at a distance from the shore. */
    static double[] tint(double[] mirrored, double d) {
        double[] dim = {mirrored[0] * .90, mirrored[1] * .95, mirrored[2] * .98};
        return mix(dim, new double[] {.10, .24, .31}, .14 + .36 * smooth(0, 120, d));
    }
}
