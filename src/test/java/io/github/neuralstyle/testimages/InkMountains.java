package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The mountains of an ink painting: washes in the hollows, dry strokes down every fold, and mist at the foot. */
final class InkMountains {

    private final Ink ink;
    private final Canvas canvas;
    private final Random random;

    InkMountains(Ink ink, Random random) {
        this.ink = ink;
        this.random = random;
        canvas = ink.canvas;
    }

    /** The ground of a range: peaks, lower ones in front of them, spurs that run out from each, and boulders on all. */
    private Field ground(double[][] tops, double id) {
        List<double[]> peaks = new ArrayList<>(List.of(tops));
        for (double[] p : tops)
            for (int k = 0; k < 7; k++) {
                double size = .75 - .07 * k;
                peaks.add(new double[] {
                    p[0] + .5 * p[3] * ink.gauss(),
                    p[1] - .10 * p[3] - .55 * p[3] * random.nextDouble(),
                    p[2] * size * (.55 + .4 * random.nextDouble()),
                    p[3] * (.30 + .25 * random.nextDouble())
                });
            }
        return (x, z) -> {
            double wx = x + 22 * (noise(x * .02, z * .02 + id) - .5),
                    wz = z + 22 * (noise(x * .02 + 50, z * .02 + id) - .5);
            double sum = 0;
            for (double[] p : peaks) {
                double dx = wx - p[0], dz = (wz - p[1]) * 1.2, t = Math.sqrt(dx * dx + dz * dz) / p[3];
                if (t >= 1) continue;
                double angle = StrictMath.atan2(dz, dx);
                double spur = Math.abs(2 * noise(6 + 2.2 * angle + 2 * t, p[0] + id) - 1);
                double dome = .55 * (1 - t * t) * (1 - t * t) + .45 * (1 - t);
                double height = p[2] * dome * (1 + .6 * (spur - .5) * smooth(.05, .5, t));
                sum += StrictMath.exp(height / 9) - 1; // a smooth maximum
            }
            double base = 9 * StrictMath.log(1 + sum), lump = 0, size = 1, f = .024;
            for (int o = 0; o < 3; o++, size *= .5, f *= 2.1)
                lump += size * Math.abs(2 * noise(wx * f + 31 * o, wz * f + id) - 1);
            return base + Math.min(1, base / 50) * 17 * lump;
        };
    }

    /** A range whose foot is at a level: peaks are x, distance, height and radius; the id chooses its forms. */
    void range(double[][] peaks, double foot, double depth, double tone, double id) {
        random.setSeed((long) (id * 10)); // each range looks the same at any number of samples
        Field ground = ground(peaks, id);
        Terrain land = new Terrain(canvas, ground, foot, depth, .34);
        float[] near = land.distance.clone(), wide;
        canvas.soften(near, 2.5);
        wide = near.clone();
        canvas.soften(wide, 9);
        float[] hollow = canvas.layer();
        double high = 0;
        for (double[] p : peaks) high = Math.max(high, p[2]);
        double full = Math.min(70, high * .4);
        canvas.each((i, x, y) -> {
            double z = land.distance[i];
            if (z < 0) return;
            double height = foot - .34 * z - y;
            double drift = 50 * (cloud(x * .009 + id, y * .02, 3) - .5);
            double seen = smooth(0, full, height + drift * full / 70) * (1 - .35 * smooth(0, depth, z));
            double dark = clamp(.5 + .030 * Math.min(z - near[i], 9) + .016 * Math.max(-24, Math.min(z - wide[i], 15)));
            hollow[i] = (float) (seen * dark);
            double mottle = .6 + .8 * cloud(x * .05 + id, y * .05, 3);
            ink.wash[i] *= (float) (1 - seen); // what is behind is hidden, also by mist
            ink.line[i] *= (float) (1 - seen);
            ink.indigo[i] *= (float) (1 - seen);
            ink.ochre[i] *= (float) (1 - seen);
            ink.wash[i] += (float) (tone * seen * .75 * StrictMath.pow(dark, 2.2) * mottle);
            ink.ochre[i] += (float) (.16 * seen * (1 - dark) * mottle);
            ink.indigo[i] += (float) (.10 * seen * dark * mottle);
            double jump = land.outline(i, 1.3 * (.5 + noise(x * .06, y * .06 + id)));
            ink.line[i] += (float)
                    (tone * seen * smooth(5, 16, jump) * (.35 + .9 * smooth(.3, .7, noise(x * .11 + id, y * .11))));
        });
        strokes(land, hollow, tone, 9 + .25 * Math.min(high, 130), (int) (canvas.width * 55 * Math.min(1, high / 200)));
        dots(land, hollow, tone, id);
    }

    /** Long dry strokes down the folds, dense in the hollows, few on the ridges. */
    private void strokes(Terrain land, float[] hollow, double tone, double level, int tries) {
        for (int n = 0; n < tries; n++) {
            double x0 = random.nextDouble() * canvas.width, y0 = random.nextDouble() * canvas.height;
            int from = canvas.at(x0, y0);
            double chance = random.nextDouble(), length = 12 + 38 * random.nextDouble(), swing = .16 * ink.gauss();
            if (land.distance[from] < 0 || hollow[from] < .12 + .6 * chance) continue;
            double[] last = {land.distance[from], 1.57};
            int[] steps = {0};
            double[][] path = trace(x0, y0, length, (x, y) -> {
                int i = canvas.near(x, y);
                if (last[0] < 0 || Math.abs(land.distance[i] - last[0]) > 12 || land.height(i) < level) last[0] = -1e9;
                else {
                    last[0] = land.distance[i];
                    last[1] = land.down(i, 7);
                    steps[0]++;
                }
                return last[1] + swing;
            });
            if (steps[0] < 3) continue;
            path = Arrays.copyOf(path, steps[0]); // to the edge of what is seen, or to level ground
            ink.stroke(
                    ink.line,
                    path,
                    .7 + 1.0 * random.nextDouble(),
                    tone * (.10 + .85 * hollow[from] * random.nextDouble()),
                    .6);
        }
    }

    /** Moss and far trees, in groups along the ridges. */
    private void dots(Terrain land, float[] hollow, double tone, double id) {
        for (int n = 0; n < canvas.width * 60; n++) {
            double x = random.nextDouble() * canvas.width,
                    y = random.nextDouble() * canvas.height,
                    chance = random.nextDouble();
            int i = canvas.at(x, y);
            if (land.distance[i] < 0 || hollow[i] < .12 || land.outline(i, 3) < 9) continue;
            double group = noise(x * .028 + id, y * .03), size = (5 + 8 * random.nextDouble()) * (.5 + .4 * tone);
            if (chance > .55) continue;
            if (group > .55)
                ink.dab(
                        x,
                        y + 2,
                        size * (.5 + group),
                        -1.57 + .12 * ink.gauss(),
                        2.3,
                        tone * (.25 + .7 * random.nextDouble()));
            else if (group > .3)
                ink.dab(
                        x,
                        y + 2 * ink.gauss() + 3,
                        3 + 2 * random.nextDouble(),
                        -1.4 + ink.gauss() * .3,
                        2.4,
                        tone * (.15 + .6 * random.nextDouble()));
        }
    }
}
