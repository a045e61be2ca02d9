package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** A field under a swirling sky in oil: opaque strokes along a flow, whose bristles leave ridges that catch the light. */
final class BrushStrokes {

    static final double[][] BLUES = {
        {.03, .05, .16},
        {.05, .10, .34},
        {.07, .20, .52},
        {.14, .36, .66},
        {.34, .58, .76},
        {.66, .80, .78},
        {.93, .90, .70}
    };
    static final double[][] SUN = {
        {1.0, .93, .55},
        {.99, .80, .18},
        {.96, .56, .09},
        {.82, .25, .07},
        {.91, .66, .22},
        {.80, .80, .55},
        {.40, .62, .72}
    };
    static final double[][] HILLS = {{.03, .06, .17}, {.05, .14, .28}, {.07, .25, .31}, {.16, .40, .33}, {.45, .56, .28}
    };
    static final double[][] FIELD = {{.30, .15, .05}, {.58, .30, .06}, {.80, .50, .09}, {.94, .70, .16}, {.99, .88, .42}
    };
    static final double[][] WHIRLS = {{205, 140, 78, 1}, {372, 205, 52, -1}, {60, 235, 50, -1}, {350, 60, 44, 1}};
    static final double SUN_X = 520, SUN_Y = 112;
    final Canvas canvas = new Canvas(640, 480, 2);
    final float[] relief = new float[canvas.w * canvas.h];
    final Random random = new Random(5);

    Canvas draw() {
        canvas.each(0, 0, 640, 480, (i, x, y) -> canvas.mix(i, paint(x, y, .05), 1));
        for (float[] p : canvas.rgb) blur(p, canvas.w, canvas.h, 4); // the ground shows where no stroke went
        layer(1500, 15, 60, .06);
        layer(3600, 8, 40, .09);
        layer(7000, 5, 28, .12);
        layer(4500, 3.2, 18, .17);
        light();
        return canvas;
    }

    static double hills(double x) {
        return 306 - 34 * cloud(x * .008 + 2, 1, 3) - 18 * StrictMath.sin(x * .011 + 1);
    }

    static double field(double x) {
        return 336 + 14 * StrictMath.sin(x * .009 + 2.4);
    }

    /** Where the paint flows. */
    static double flow(double x, double y) {
        if (y > field(x)) { // furrows that run together in the distance
            double dx = x - 300, dy = y - 250 + 20 * StrictMath.sin(x * .03);
            return StrictMath.atan2(dy, dx)
                    + .55 * (noise(x * .02, y * .03) - .5)
                    + .35 * StrictMath.sin(y * .06 + x * .02);
        }
        if (y > hills(x)) return .55 * StrictMath.sin(x * .022 + y * .03) - .1;
        double vx = 1, vy = .45 * StrictMath.cos(x * .012 + y * .008);
        for (double[] w : WHIRLS) {
            double dx = x - w[0], dy = y - w[1], r = Math.sqrt(dx * dx + dy * dy) + 1;
            double pull = 3.5 * w[3] * StrictMath.exp(-r * r / (w[2] * w[2])) / r;
            vx += pull * (-dy - .25 * dx);
            vy += pull * (dx - .25 * dy);
        }
        double dx = x - SUN_X,
                dy = y - SUN_Y,
                r = Math.sqrt(dx * dx + dy * dy) + 1,
                pull = 9 * StrictMath.exp(-r * r / 7000) / r;
        return StrictMath.atan2(vy + pull * (dx - .3 * dy), vx - pull * (dy + .3 * dx));
    }

    /** The paint of a stroke that starts at a point; the painter strays from the tone he meant. */
    double[] paint(double x, double y, double stray) {
        double jitter = stray * (random.nextDouble() + random.nextDouble() - 1) * 2;
        if (y > field(x)) {
            double wave = cloud(x * .012, y * .035, 3), rows = StrictMath.sin(StrictMath.atan2(y - 250, x - 300) * 34);
            if (wave < .40 && random.nextDouble() < .10) return new double[] {.80, .17, .07};
            if (random.nextDouble() < .07) return ramp(HILLS, .4 + random.nextDouble() * .6);
            return ramp(FIELD, .30 + .9 * (wave - .35) + .16 * rows + jitter + .12 * smooth(480, 340, y));
        }
        if (y > hills(x))
            return random.nextDouble() < .06
                    ? ramp(FIELD, .6)
                    : ramp(HILLS, .15 + .75 * cloud(x * .02, y * .04, 3) * smooth(380, 280, y) + jitter);
        double dx = x - SUN_X, dy = y - SUN_Y, r = Math.sqrt(dx * dx + dy * dy);
        if (r < 92 + 14 * noise(x * .05, y * .05)) return ramp(SUN, r / 100 + jitter * .6);
        double tone = .26 + .75 * (cloud(x * .010 + 4, y * .018, 3) - .45) + .30 * smooth(210, 300, y);
        for (double[] w : WHIRLS) {
            double ux = x - w[0], uy = y - w[1], d = Math.sqrt(ux * ux + uy * uy) / w[2];
            tone += .32
                    * StrictMath.exp(-d * d * .8)
                    * (.5 + StrictMath.cos(d * 7.5 - w[3] * StrictMath.atan2(uy, ux)));
        }
        if (random.nextDouble() < .018) return ramp(SUN, .25 + .5 * random.nextDouble());
        return ramp(BLUES, tone + .25 * StrictMath.exp(-r * r / 26000) + jitter);
    }

    void layer(int strokes, double width, double length, double stray) {
        for (int n = 0; n < strokes; n++) {
            double x = random.nextDouble() * 680 - 30, y = random.nextDouble() * 500 - 10;
            double size = .7 + .6 * random.nextDouble(), turn = (random.nextDouble() - .5) * .3;
            double[] colour = paint(x, y, stray), other = paint(x, y, stray * 2);
            double[][] back = trace(x, y, length * .4, (px, py) -> flow(px, py) + StrictMath.PI);
            double[] start = back[back.length - 1];
            brush(
                    trace(
                            start[0],
                            start[1],
                            length * (.6 + .8 * random.nextDouble()),
                            (px, py) -> flow(px, py) + turn),
                    width * size,
                    colour,
                    other);
        }
    }

    /** One loaded stroke: two paints that did not quite mix, furrowed by bristles, heaped at its sides and its end. */
    void brush(double[][] path, double width, double[] colour, double[] other) {
        double seed = random.nextDouble() * 1000, length = path.length * 2, edge = random.nextDouble() * 2 - 1;
        stroke(path, width, u -> Math.min(1, .6 + 4 * u) * Math.min(1, 4.5 * (1 - u) + .25), (x, y, u, v) -> {
            int i = canvas.at(x, y);
            double hair = .65 * noise(v * width * .9 + seed, u * length * .035)
                    + .35 * noise(v * width * 2 + seed, u * length * .06);
            if (i < 0 || hair < .62 * smooth(.55, 1.05, u) + .10 * Math.abs(v)) return;
            double[] mixed = mix(colour, other, clamp(.9 * hair + .35 * v * edge - .1));
            double shade = .74 + .5 * hair;
            for (int c = 0; c < 3; c++) canvas.rgb[c][i] = (float) (mixed[c] * shade);
            double heap = smooth(.5, .95, Math.abs(v)) * .5 + smooth(.75, 1, u) * .3;
            relief[i] = (float) (.35 * relief[i] + Math.sqrt(width) * (.35 + .9 * hair + heap));
        });
    }

    /** Light from the upper left rakes over the relief. */
    void light() {
        blur(relief, canvas.w, canvas.h, 1);
        canvas.each(1, 1, 639, 479, (i, x, y) -> {
            double slope =
                    relief[i] - relief[i - 1] - relief[i - canvas.w] + .5 * (relief[i + 1] + relief[i + canvas.w]);
            double lit = Math.max(-1, Math.min(1, slope * .55)), gloss = smooth(.45, 1, lit) * .16;
            for (int c = 0; c < 3; c++) canvas.rgb[c][i] = (float) (canvas.rgb[c][i] * (1 + .38 * lit) + gloss);
        });
    }
}
