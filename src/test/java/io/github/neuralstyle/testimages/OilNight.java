package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Wind and moonlight over a lake, in oil: thousands of strokes along a flow with whirls. */
final class OilNight {

    static final double[][] NIGHT = {
        {.02, .03, .10},
        {.03, .07, .24},
        {.05, .15, .42},
        {.09, .28, .57},
        {.25, .48, .68},
        {.55, .72, .75},
        {.90, .91, .76}
    };
    static final double[][] GOLD = {
        {1, .97, .80}, {1, .90, .52}, {.98, .76, .26}, {.88, .60, .22}, {.55, .66, .55}, {.22, .46, .66}
    };
    static final double[][] RANGE = {{.03, .04, .14}, {.07, .10, .27}, {.14, .20, .42}, {.27, .37, .55}, {.48, .58, .62}
    };
    static final double[][] HILL = {
        {.01, .015, .04}, {.025, .05, .09}, {.04, .10, .13}, {.09, .20, .17}, {.24, .33, .20}, {.50, .50, .30}
    };
    static final double MOON_X = 640, MOON_Y = 165, SHORE = 585;
    /** Place, reach and sense of the whirls. */
    static final double[][] WHIRLS = {
        {285, 240, 125, 1}, {455, 362, 90, -1}, {90, 405, 70, 1}, {870, 300, 105, -1}, {700, 405, 55, 1}
    };
    /** Place and radius of the stars' halos. */
    static final double[][] STARS = {
        {85, 95, 40}, {215, 58, 24}, {420, 88, 34}, {500, 240, 20}, {805, 62, 27}, {960, 130, 36}, {165, 285, 20},
        {585, 440, 26}, {360, 460, 24}, {235, 420, 17}, {985, 300, 22}, {20, 235, 20}, {800, 445, 20}, {330, 40, 15}
    };

    private final Canvas canvas;
    private final Random random = new Random(9);
    private final Oil oil;

    OilNight(int samples) {
        canvas = new Canvas(1024, 768, samples);
        oil = new Oil(canvas, random);
    }

    Canvas draw() {
        canvas.each((i, x, y) -> canvas.mix(i, new double[] {.16, .12, .10}, 1)); // a warm ground
        Field all = (x, y) -> y < SHORE ? 1 : 0, sky = (x, y) -> y < range(x) + 6 ? 1 : 0;
        layer(1500, 20, 85, all, this::wind, this::sky);
        layer(4500, 11, 55, all, this::wind, this::sky);
        layer(9000, 7, 40, sky, this::wind, this::sky);
        for (double[] s : STARS) halo(s[0], s[1], s[2], 1);
        halo(MOON_X, MOON_Y, 105, 0);
        layer(2600, 4.2, 26, sky, this::wind, this::sky);
        moon();
        Field mountains = (x, y) -> y > range(x) && y < SHORE ? 1 : 0;
        layer(2600, 10, 34, mountains, (x, y) -> .5 * StrictMath.sin(x * .021 + y * .05) + .25, this::range);
        layer(2600, 5.5, 24, mountains, (x, y) -> .5 * StrictMath.sin(x * .021 + y * .05) + .25, this::range);
        Field lake = (x, y) -> y > SHORE ? 1 : 0, level = (x, y) -> .10 * StrictMath.sin(x * .02 + y * .3);
        layer(2600, 9, 46, lake, level, this::lake);
        layer(3800, 5.5, 30, lake, level, this::lake);
        Field land = (x, y) -> y > hill(x) ? 1 : 0;
        layer(1500, 15, 46, land, this::slope, this::hill);
        layer(4500, 8, 32, land, this::slope, this::hill);
        trees();
        layer(3500, 4.5, 20, (x, y) -> y > hill(x) + 8 ? 1 : 0, this::slope, this::hill);
        oil.light();
        return canvas;
    }

    static double range(double x) {
        return 500
                - 62 * StrictMath.exp(-(x - 190) * (x - 190) / 22000)
                - 50 * StrictMath.exp(-(x - 560) * (x - 560) / 30000)
                + 60 * (cloud(x * .012 + 3, 1, 3) - .5);
    }

    static double hill(double x) {
        return 748 - 265 * smooth(590, 1070, x) - 70 * smooth(240, -60, x) + 34 * (cloud(x * .01, 8, 3) - .5);
    }

    double wind(double x, double y) {
        double vx = 1, vy = .55 * StrictMath.cos(x * .0085 + y * .006) + .5 * (noise(x * .008, y * .012) - .5);
        for (double[] w : WHIRLS) {
            double dx = x - w[0], dy = y - w[1], r = Math.sqrt(dx * dx + dy * dy) + 1;
            double pull = 5 * w[3] * StrictMath.exp(-r * r / (w[2] * w[2])) / r;
            vx += pull * (-dy - .3 * dx);
            vy += pull * (dx - .3 * dy);
        }
        for (double[] s : STARS) {
            double dx = x - s[0], dy = y - s[1], r = Math.sqrt(dx * dx + dy * dy) + 1;
            double pull = 6 * StrictMath.exp(-r * r / (1.4 * s[2] * s[2])) / r;
            vx -= pull * dy;
            vy += pull * dx;
        }
        double dx = x - MOON_X, dy = y - MOON_Y, r = Math.sqrt(dx * dx + dy * dy) + 1;
        double pull = 9 * StrictMath.exp(-r * r / 19000) / r;
        return StrictMath.atan2(vy + pull * dx, vx - pull * dy);
    }

    double[] sky(double x, double y, double stray) {
        double tone = .28 + .9 * (cloud(x * .006 + 4, y * .012, 3) - .5) + .34 * smooth(330, 520, y);
        double river = y - 300 - 75 * StrictMath.sin(x * .0075 - 1.1) + 50 * (noise(x * .006, y * .01) - .5);
        tone += .30 * StrictMath.exp(-river * river / 2600);
        for (double[] w : WHIRLS) {
            double ux = x - w[0], uy = y - w[1], d = Math.sqrt(ux * ux + uy * uy) / w[2];
            tone += .36 * StrictMath.exp(-d * d) * (.35 + StrictMath.cos(d * 8 - w[3] * 2 * StrictMath.atan2(uy, ux)));
        }
        double dx = x - MOON_X, dy = y - MOON_Y, r = Math.sqrt(dx * dx + dy * dy);
        tone += .42 * StrictMath.exp(-r * r / 30000);
        double[] colour = ramp(NIGHT, tone + stray * triangle());
        double mood = cloud(x * .005 + 9, y * .007, 2) + stray * triangle();
        colour = mix(colour, new double[] {.24, .17, .45}, .55 * smooth(.55, .8, mood));
        colour = mix(colour, new double[] {.05, .42, .44}, .5 * smooth(.46, .22, mood));
        if (random.nextDouble() < .02) return new double[] {.72, .58, .38};
        return random.nextDouble() < .05 ? ramp(NIGHT, .15) : colour;
    }

    double[] range(double x, double y, double stray) {
        double d = (y - range(x)) / (SHORE - range(x));
        double fold = cloud(x * .02 + y * .012, y * .03, 3);
        return ramp(RANGE, .22 + 2.2 * (fold - .45) + .35 * smooth(.16, 0, d) + .25 * d + stray * triangle());
    }

    double[] lake(double x, double y, double stray) {
        double up = SHORE - (y - SHORE) * 1.6;
        double[] above = up > range(x) ? range(x, up, stray) : sky(x, up - 60, stray);
        double spread = 14 + .30 * (y - SHORE), d = (x - MOON_X + 14 * StrictMath.sin(y * .2)) / spread;
        double glitter = StrictMath.exp(-d * d) * (.45 + .75 * noise(x * .05, y * .35));
        if (random.nextDouble() < glitter) return ramp(GOLD, .15 + .55 * random.nextDouble());
        return mix(above, new double[] {.03, .09, .20}, .35 + .25 * noise(x * .01, y * .12));
    }

    double slope(double x, double y) {
        double down = StrictMath.atan2(hill(x + 6) - hill(x - 6), 12);
        return down + .5 * StrictMath.sin(x * .017 + y * .03) + .7 * (noise(x * .02, y * .03) - .5);
    }

    double[] hill(double x, double y, double stray) {
        double light = .26 + 1.1 * (cloud(x * .016, y * .022, 3) - .42) + .34 * smooth(40, 0, y - hill(x));
        if (random.nextDouble() < .03) return new double[] {.30, .14, .10};
        return ramp(HILL, light + stray * triangle());
    }

    private double triangle() {
        return random.nextDouble() + random.nextDouble() - 1;
    }

    interface Palette {
        /** The paint for a stroke at a place; the painter strays from the tone he meant. */
        double[] at(double x, double y, double stray);
    }

    void layer(int strokes, double width, double length, Field inside, Field flow, Palette palette) {
        for (int n = 0; n < strokes; ) {
            double x = random.nextDouble() * 1084 - 30, y = random.nextDouble() * 788 - 10;
            if (inside.at(x, y) == 0) continue;
            n++;
            double size = .6 + .8 * random.nextDouble(), turn = .35 * triangle();
            double[] colour = palette.at(x, y, .14), other = palette.at(x, y, .25);
            double[][] back = trace(x, y, length * .4, (px, py) -> flow.at(px, py) + StrictMath.PI);
            double[] start = back[back.length - 1];
            double reach = length * (.5 + random.nextDouble());
            oil.stroke(
                    trace(start[0], start[1], reach, (px, py) -> flow.at(px, py) + turn), width * size, colour, other);
        }
    }

    /** Rings of short strokes around a light. */
    void halo(double cx, double cy, double radius, double core) {
        double tint = random.nextDouble();
        for (double r = radius * 1.25; r > radius * (core > 0 ? .08 : .3); r -= radius > 60 ? 6.5 : 4.6) {
            double turns = Math.max(4, r * .34);
            for (int k = 0; k < turns; k++) {
                if (random.nextDouble() < .03 + .45 * smooth(.7, 1.25, r / radius)) continue;
                double a = (k + random.nextDouble()) * 2 * StrictMath.PI / turns, at = r + 2.5 * triangle();
                double t = r / radius + .22 * triangle();
                double[] colour = mix(ramp(GOLD, t * .8), ramp(NIGHT, .92 - .35 * t), tint * .75);
                double[][] path = trace(
                        cx + at * StrictMath.cos(a),
                        cy + at * StrictMath.sin(a),
                        10 + 14 * random.nextDouble() * Math.min(1, r / 30),
                        (x, y) -> StrictMath.atan2(x - cx, cy - y));
                oil.stroke(path, 4.5 + 2.5 * random.nextDouble() + radius * .015, colour, ramp(GOLD, t));
            }
        }
        if (core > 0)
            for (int k = 0; k < 4; k++)
                oil.stroke(
                        trace(cx - 4, cy + 2 * k - 3, 9, (x, y) -> .4 * triangle()),
                        5,
                        ramp(GOLD, .05),
                        ramp(GOLD, .35));
    }

    /** A nearly full disc, laid on thickly along its rim. */
    void moon() {
        for (double r = 33; r > 1; r -= 3.4)
            for (double a = random.nextDouble(); a < 6.3; a += 16 / r) {
                double at = r;
                double[][] path = trace(
                        MOON_X + at * StrictMath.cos(a),
                        MOON_Y + at * StrictMath.sin(a),
                        20,
                        (x, y) -> StrictMath.atan2(x - MOON_X, MOON_Y - y));
                double shade = .10 + .25 * smooth(0, 30, r * StrictMath.cos(a - 2.4) + 12) + .08 * triangle();
                oil.stroke(path, 6.5, ramp(GOLD, shade), ramp(GOLD, shade + .12));
            }
    }

    /** Pointed trees along the hill, built of upward strokes. */
    void trees() {
        for (int n = 0; n < 46; n++) {
            double x = 650 + 380 * Math.sqrt(random.nextDouble()), foot = hill(x) + 6 + 50 * random.nextDouble();
            double tall = 26 + 55 * random.nextDouble() * random.nextDouble(), wide = tall * .16;
            for (int k = 0; k < 26; k++) {
                double up = random.nextDouble(), off = wide * (1 - up) * triangle();
                double[] colour = ramp(HILL, .12 + .3 * random.nextDouble() - .25 * off / wide);
                oil.stroke(
                        trace(
                                x + off,
                                foot - up * tall * .8,
                                tall * .28,
                                (px, py) -> -1.57 + .5 * StrictMath.sin(py * .15 + off)),
                        4.5,
                        colour,
                        ramp(HILL, .3));
            }
        }
    }
}
