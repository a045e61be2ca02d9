package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;
import static io.github.neuralstyle.testimages.Solid.*;

/** Head and shoulders of a woman, turned a little and lit softly from the left: solids, their colours, and light. */
final class Portrait {

    private static final double YAW = .34, PITCH = .07, ROLL = .05, CAMERA = 11;
    private static final double[] KEY = unit(.70, .52, .62), FILL = unit(-.8, .15, .5);
    private static final double[] SUN = {1.62, 1.36, 1.04}, SKY = {.12, .155, .20}, FLOOR = {.13, .08, .05};
    private static final double[] SOFT = {.25, .06, 0}, BROWN = {1, .62, .34};

    private final Canvas canvas;
    private final double[][] turn = rotation();
    /** The place looked at, as the head has it, and the distances from there. */
    private double hx, hy, hz, skin, hair, dress, eye;

    Portrait(int samples) {
        canvas = new Canvas(320, 400, samples);
    }

    Canvas draw() {
        canvas.each((i, px, py) -> {
            double[] v = unit((px - 160) / 97, (158 - py) / 97, -CAMERA);
            double t = CAMERA - 2.2, d = 1;
            for (int k = 0; k < 90 && t < CAMERA + 2.5 && d > .0012; k++) {
                d = distance(t * v[0], t * v[1], CAMERA + t * v[2]);
                t += .8 * d;
            }
            double[] colour = d < .01 ? shade(t * v[0], t * v[1], CAMERA + t * v[2], v) : background(px, py);
            for (int c = 0; c < 3; c++)
                canvas.rgb[c][i] = (float) StrictMath.pow(1 - StrictMath.exp(-1.5 * Math.max(0, colour[c])), 1 / 2.2);
        });
        return canvas;
    }

    private static double[] unit(double x, double y, double z) {
        double l = length(x, y, z);
        return new double[] {x / l, y / l, z / l};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Turns from the picture to the head: about the line of sight, then a nod, then to the side. */
    private static double[][] rotation() {
        double cy = StrictMath.cos(YAW),
                sy = StrictMath.sin(YAW),
                cp = StrictMath.cos(PITCH),
                sp = StrictMath.sin(PITCH);
        double cr = StrictMath.cos(ROLL), sr = StrictMath.sin(ROLL);
        return new double[][] {
            {cy * cr + sy * sr * sp, cy * sr - sy * cr * sp, -sy * cp},
            {-sr * cp, cr * cp, -sp},
            {sy * cr - cy * sr * sp, sy * sr + cy * cr * sp, cy * cp}
        };
    }

    /** The distance to the nearest solid; leaves what it found at the place in the fields. */
    private double distance(double x, double y, double z) {
        double a = y + .9, b = z + .1;
        hx = turn[0][0] * x + turn[0][1] * a + turn[0][2] * b;
        hy = turn[1][0] * x + turn[1][1] * a + turn[1][2] * b - .9;
        hz = turn[2][0] * x + turn[2][1] * a + turn[2][2] * b - .1;
        double body = Dress.body(x, y, z);
        skin = join(Head.face(hx, hy, hz), body, .12);
        eye = length(Math.abs(hx) - Head.EYE_X, hy, hz - Head.EYE_Z) - Head.EYE;
        hair = Hair.distance(hx, hy, hz);
        dress = Dress.distance(body, x, y, z);
        return Math.min(Math.min(skin, eye), Math.min(hair, dress));
    }

    private double[] normal(double x, double y, double z) {
        double e = .004;
        double a = distance(x + e, y - e, z - e),
                b = distance(x - e, y - e, z + e),
                c = distance(x - e, y + e, z - e),
                d = distance(x + e, y + e, z + e);
        return unit(a - b - c + d, -a - b + c + d, -a + b - c + d);
    }

    /** How much of the key light arrives: a wide source has soft shadows. */
    private double shadow(double x, double y, double z, double[] l) {
        double light = 1;
        for (double t = .04; t < 1.8; ) {
            double d = distance(x + t * l[0], y + t * l[1], z + t * l[2]);
            light = Math.min(light, .5 + .5 * d / (.10 * t + .01));
            if (light < 0) return 0;
            t += Math.max(.02, .8 * d);
        }
        light = clamp(light);
        return light * light * (3 - 2 * light);
    }

    /** How open a place is to light from all sides. */
    private double hollow(double x, double y, double z, double[] n) {
        double sum = 0, weight = 1;
        for (double t = .04; t < .5; t *= 1.9, weight *= .65)
            sum += weight * (t - distance(x + t * n[0], y + t * n[1], z + t * n[2])) / t;
        return clamp(1 - .45 * sum);
    }

    private double[] shade(double x, double y, double z, double[] view) {
        double[] n = normal(x, y, z), h = unit(KEY[0] - view[0], KEY[1] - view[1], KEY[2] - view[2]);
        double lit = shadow(x + .01 * n[0], y + .01 * n[1], z + .01 * n[2], KEY), open = hollow(x, y, z, n);
        double near = distance(x, y, z), hairy = 0, gloss = 0, facing = dot(n, KEY);
        double[] base, wrap = {.02, .02, .02};
        if (near == eye) base = Complexion.eye(hx, hy);
        else if (near == dress) base = Dress.colour(x, y);
        else {
            double strand = noise(60 * Hair.across(Math.abs(hx), hy, hz), 3 * hx);
            hairy = smooth(-.02, .02, skin - hair + .016 * (strand - .5));
            base = mix(Complexion.skin(hx, hy, hz), Hair.colour(hx, hy, hz), hairy);
            for (int c = 0; c < 3; c++) wrap[c] = .1 + SOFT[c] * (1 - hairy);
            gloss = (1 - hairy) * .09 * StrictMath.pow(Math.max(0, dot(n, h)), 16);
            if (hairy > 0) gloss += hairy * .22 * sheen(n, h) * (.3 + strand);
        }
        double fill = clamp(.5 + .5 * dot(n, FILL)), below = clamp(.5 - .5 * n[1]);
        double[] out = new double[3];
        for (int c = 0; c < 3; c++) {
            double w = wrap[c], key = clamp((facing + w) / (1 + w)) * StrictMath.pow(lit, 1 - w) * (.4 + .6 * open);
            out[c] = base[c] * (SUN[c] * key + open * (SKY[c] * fill + FLOOR[c] * below + .05))
                    + gloss * lit * SUN[c] * (hairy > .5 ? BROWN[c] : 1) * clamp(facing * 3 + .1);
        }
        return out;
    }

    /** The sheen of hair: a band across the strands. */
    private double sheen(double[] n, double[] h) {
        double[] g = Hair.gradient(hx, hy, hz), a = new double[3];
        for (int k = 0; k < 3; k++) a[k] = turn[0][k] * g[0] + turn[1][k] * g[1] + turn[2][k] * g[2];
        double along = dot(unit(n[1] * a[2] - n[2] * a[1], n[2] * a[0] - n[0] * a[2], n[0] * a[1] - n[1] * a[0]), h);
        return StrictMath.pow(Math.max(0, 1 - along * along), 36);
    }

    private static double[] background(double x, double y) {
        double dx = (x - 60) / 170, dy = (y - 240) / 210;
        double glow = StrictMath.exp(-dx * dx - dy * dy);
        double rough = cloud(x * .016 + .8 * noise(x * .02, y * .03), y * .022, 5) - .5;
        double[] c = mix(new double[] {.014, .016, .016}, new double[] {.24, .20, .13}, clamp(.9 * glow + .35 * rough));
        return mix(c, new double[] {.045, .065, .070}, .5 * cloud(x * .03 + 9, y * .02, 4));
    }
}
