package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** A city at dusk, in linear light: sky, buildings, their reflection in the water, and the glow of a camera lens. */
final class Skyline {

    static final double SHORE = 268;
    static final double[] WARM = {1.0, 0.60, 0.24}, COOL = {0.75, 0.88, 1.0};
    static final double[][] SKY = {
        {1.15, .40, .07},
        {.95, .40, .14},
        {.58, .33, .26},
        {.26, .27, .38},
        {.10, .19, .40},
        {.045, .115, .32},
        {.022, .065, .22},
        {.012, .035, .13}
    };
    final Canvas canvas = new Canvas(640, 426, 2);
    final Random random = new Random(4);
    private final Waterfront front = new Waterfront(this);

    Canvas draw() {
        canvas.each(0, 0, 640, SHORE, (i, x, y) -> canvas.mix(i, sky(x, y), 1));
        for (int x = -10; x < 640; x += 9) // far city, pale in the haze
        tower(x + random.nextInt(9), 8 + random.nextInt(14), 14 + random.nextInt(40) * hump(x), 0, .45, .16);
        front.bridge();
        for (int x = 4; x < 480; x += 11) // middle rows
        tower(
                    x + random.nextInt(10),
                    15 + random.nextInt(16),
                    40 + random.nextInt(80) * hump(x),
                    random.nextInt(4),
                    .06,
                    .5);
        double[][] towers = {
            {52, 30, 118, 1},
            {96, 26, 148, 3},
            {138, 36, 104, 0},
            {214, 33, 186, 1},
            {252, 26, 128, 2},
            {292, 40, 158, 0},
            {339, 25, 120, 4},
            {398, 32, 138, 3},
            {438, 26, 96, 2}
        };
        for (double[] t : towers) tower(t[0], t[1], t[2], (int) t[3], .02, .62);
        front.dome(174, 30);
        for (int x = -4; x < 520; x += 11) // waterfront
        tower(x + random.nextInt(8), 12 + random.nextInt(16), 15 + random.nextInt(26), 0, .0, .6);
        front.quay();
        water();
        glow();
        return canvas;
    }

    static double hump(double x) {
        return 0.35 + 1.1 * StrictMath.exp(-(x - 250) * (x - 250) / 26000);
    }

    static double[] sky(double x, double y) {
        double up = (SHORE - y) / SHORE, side = (x - 430) / 420;
        double[] colour = ramp(SKY, up * 0.98 + 0.10 * side * side);
        double sx = (x - 320) / (SHORE - y + 60), sy = 100 / (SHORE - y + 60);
        double bank = cloud(sx * 1.7 + 3, sy * 3.4, 2), fine = cloud(sx * 3.2 + bank * 2, sy * 11 + bank * 2, 6);
        double lit = cloud(sx * 3.2 + bank * 2 + .08, sy * 11 + bank * 2 + .28, 6);
        double cover = smooth(.46, .66, .5 * bank + .5 * fine) * smooth(0, .25, up);
        double[] shade = mix(new double[] {.035, .04, .085}, colour, .35), pink = {1.15, .34, .17};
        double glow = clamp(.28 + 4.5 * (fine - lit)) * StrictMath.exp(-side * side * 1.2) * smooth(1.15, .2, up);
        return mix(colour, mix(shade, pink, glow), 0.92 * cover);
    }

    /** Half the width of a building, as a share, at a depth below its top: flat, stepped, pyramid, round, tapering. */
    static double outline(int style, double depth) {
        switch (style) {
            case 1:
                return depth < 9 ? .30 : depth < 24 ? .58 : depth < 52 ? .80 : 1;
            case 2:
                return Math.min(1, .06 + depth / 22);
            case 3:
                return depth < 8 ? .55 : .99;
            case 4:
                return Math.sqrt(clamp(depth / 14 * (2 - Math.min(depth / 14, 1))));
            default:
                return 1;
        }
    }

    void tower(double centre, double width, double height, int style, double haze, double lights) {
        double top = SHORE - height,
                half = width / 2,
                floor = 3.1 + random.nextInt(3) * .35,
                bay = 2 + random.nextInt(4) * .5;
        double corner = centre + half * (random.nextDouble() * 1.2 - .2), share = lights * (.5 + random.nextDouble());
        double glass = random.nextDouble() * .5, warmth = random.nextDouble(), tint = .5 + random.nextDouble();
        int id = random.nextInt(), ribs = random.nextInt(3);
        double[] wall = mix(
                new double[] {.014 * tint, .016 * tint, .026}, new double[] {.034, .020, .014}, random.nextDouble());
        canvas.each(centre - half, top, centre + half, SHORE, (i, x, y) -> {
            if (Math.abs(x - centre) > half * outline(style, y - top)) return;
            boolean side = x > corner;
            double[] mirror = sky(640 - x, Math.max(0, SHORE - (SHORE - y) * .8 - 20));
            double[] colour = mix(wall, mirror, (side ? .22 : .04) * (.1 + 1.6 * glass));
            double fx = (x - centre + 100) / bay, fy = (y - top) / floor;
            long column = (long) fx, row = (long) fy;
            fx -= column;
            fy -= row;
            boolean roof = y - top < 3 || style == 2 && y - top < 22;
            boolean window = !roof && fx > .22 && (ribs == 1 || fx < .88) && fy > .25 && (ribs == 2 || fy < .85);
            if (window) {
                double busy =
                        share * (.35 + 1.3 * hash(row, id, 1)) * (.6 + .8 * noise(column * .23 + id % 99, row * .3));
                boolean on = hash(column, row, id) < busy;
                double[] lamp =
                        mix(WARM, COOL, clamp(1.5 * warmth * warmth - .2 + .5 * (hash(column, row, id + 1L) - .6)));
                double power = hash(column, row, id + 2L);
                colour = on
                        ? mix(colour, lamp, (side ? .7 : 1.1) * (.25 + 2 * power * power * power))
                        : mix(colour, mirror, .02 + .08 * glass);
            }
            if (!roof) colour = mix(colour, WARM, .16 * smooth(46, 0, SHORE - y));
            canvas.mix(i, mix(colour, sky(x, SHORE - 30), haze), 1);
        });
        if (haze < .3 && height > 95) spire(centre, top, style == 1 ? 34 : 16);
        if (style == 3 && haze < .3) lamp(centre, top + 9, width * .42, .8, new double[] {.3, .75, 1.1});
    }

    void spire(double x, double top, double height) {
        canvas.each(x - 2, top - height, x + 2, top, (i, px, y) -> {
            if (Math.abs(px - x) < .3 + 1.1 * (y - top + height) / height)
                canvas.mix(i, new double[] {.03, .03, .05}, .9);
        });
        lamp(x, top - height, .8, .8, new double[] {4, .25, .15});
    }

    /** A soft spot of light. */
    void lamp(double x, double y, double rx, double ry, double[] colour) {
        canvas.each(x - 3 * rx, y - 3 * ry, x + 3 * rx, y + 3 * ry, (i, px, py) -> {
            double dx = (px - x) / rx, dy = (py - y) / ry, light = StrictMath.exp(-dx * dx - dy * dy);
            for (int c = 0; c < 3; c++) canvas.rgb[c][i] += (float) (light * colour[c]);
        });
    }

    /** Mirrors the city in rippled water: a wave turns the view up or down by the same angle near and far. */
    void water() {
        float[][] above = {canvas.rgb[0].clone(), canvas.rgb[1].clone(), canvas.rgb[2].clone()};
        for (float[] p : above) blur(p, canvas.w, canvas.h, 2); // finer than the water can mirror
        canvas.each(0, SHORE, 640, 426, (i, x, y) -> {
            double d = y - SHORE, far = 1 / (d + 9), wx = (x - 320) * far, wy = 170 * far;
            double calm = smooth(-5, 70, d);
            double wave = (cloud(wx * 3.0 + 40, wy * 5 + wx, 3) - .5) * 50
                    + (cloud(wx * 6, wy * 26 + wx, 3) - .5) * 150 * calm;
            double[] sum = new double[3];
            int n = 56;
            for (int k = 0; k < n; k++) {
                double q = (2 * k + 1.0) / n - 1, up = d * 1.04 + wave + q * Math.abs(q) * (34 + d * .5);
                int from =
                        canvas.at(Math.min(639.9, Math.max(0, x + wave * .04)), Math.max(1, SHORE - 3 - Math.abs(up)));
                for (int c = 0; c < 3; c++) sum[c] += above[c][from];
            }
            double[] deep = {.010, .022, .045};
            double gloss = 1 - .35 * smooth(0, 158, d);
            for (int c = 0; c < 3; c++) sum[c] = sum[c] / n * gloss;
            canvas.mix(i, mix(sum, deep, .14), 1);
        });
    }

    /** Adds the halo of bright lights, and exposes: a film curve, display gamma, darker corners. */
    void glow() {
        for (float[] p : canvas.rgb) {
            float[] small = new float[p.length];
            for (int i = 0; i < p.length; i++) small[i] = Math.max(0, p[i] - .8f);
            float[] wide = small.clone();
            blur(small, canvas.w, canvas.h, 3);
            blur(wide, canvas.w, canvas.h, 16);
            for (int i = 0; i < p.length; i++) {
                double dx = (i % canvas.w) / 640.0 - 1, dy = (double) (i / canvas.w) / 426 - 1;
                double light = (p[i] + .35 * small[i] + .22 * wide[i]) * (1 - .22 * (dx * dx + dy * dy) / 2);
                double grey = StrictMath.pow(1 - StrictMath.exp(-1.6 * light), 1 / 2.2);
                p[i] = (float) (.45 * grey + .55 * smooth(0, 1, grey));
            }
        }
    }
}
