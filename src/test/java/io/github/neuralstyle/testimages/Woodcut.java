package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** A breaker before a mountain, printed from carved blocks in black, blue and red. */
final class Woodcut {

    private static final double HORIZON = 452;
    private final Canvas canvas;
    private final Random random = new Random(21);
    private final Blocks blocks;
    private final float[] black, blue, red, water, foam;
    /** The crest, its lip and the face below it; then the swell that runs to the right. */
    private final Outline wave = new Outline(
            false, -60, 420, 10, 300, 80, 205, 170, 138, 265, 104, 350, 110, 420, 150, 462, 212, 468, 262, 440, 232,
            398, 212, 352, 222, 318, 262, 304, 330, 318, 410, 368, 490, 470, 556, 610, 590, 760, 596, 900, 572, 1080,
            520);

    Woodcut(int samples) {
        canvas = new Canvas(1024, 720, samples);
        blocks = new Blocks(canvas, random);
        black = blocks.black;
        blue = blocks.blue;
        red = blocks.red;
        water = canvas.layer();
        foam = canvas.layer();
    }

    Canvas draw() {
        double[][] body = new double[wave.points.length + 2][];
        System.arraycopy(wave.points, 0, body, 0, wave.points.length);
        double[] corners = new double[2 * wave.points.length / 20 + 4];
        int n = 0;
        for (int p = 0; p < wave.points.length && n < corners.length - 4; p += 20) {
            corners[n++] = wave.points[p][0];
            corners[n++] = wave.points[p][1];
        }
        corners[n++] = 1200;
        corners[n++] = 900;
        corners[n++] = -200;
        corners[n] = 900;
        new Outline(true, corners).fill(canvas, water);
        sky();
        mountain();
        sea();
        breaker();
        blocks.print();
        return canvas;
    }

    private void sky() {
        double sx = 585, sy = 205, radius = 76;
        canvas.each(0, 0, 1024, HORIZON, (i, x, y) -> {
            double dx = x - sx, dy = y - sy, r = Math.sqrt(dx * dx + dy * dy) + .6 * noise(x * .3, y * .3);
            blue[i] = (float) (r < radius ? 0 : .85 * smooth(170, 0, y + 16 * (noise(x * .01, 3) - .5)));
            red[i] = (float) (r < radius ? 1 : .42 * smooth(230, HORIZON, y));
        });
        Field around = (x, y) -> {
            double dx = x - sx, dy = y - sy;
            return dx * dx + dy * dy > (radius + 5) * (radius + 5) && y < HORIZON ? 1 : 0;
        };
        Field drift = (x, y) -> .12 * StrictMath.sin(x * .012 + y * .02) + .5 * (noise(x * .006, y * .02) - .5);
        blocks.hatch(
                black,
                around,
                drift,
                7.5,
                190,
                (x, y) -> .10 + .45 * smooth(.48, .72, cloud(x * .006, y * .022 + 2, 3)) * smooth(HORIZON, 250, y),
                1);
        blocks.hatch(
                red,
                (x, y) -> 1 - around.at(x, y),
                (x, y) -> 0,
                9,
                300,
                (x, y) -> .10 + .5 * smooth(sy - 10, sy + 90, y),
                0); // bars across the sun
    }

    private void mountain() {
        Field ground = (x, z) -> {
            double wx = x + 40 * (cloud(x * .01, z * .01, 3) - .5), wz = z + 40 * (cloud(x * .01 + 9, z * .01, 3) - .5);
            double sum = 0;
            double[][] peaks = {
                {775, 190, 270, 260},
                {925, 150, 150, 200},
                {620, 140, 92, 170},
                {500, 200, 60, 120},
                {1030, 120, 120, 150}
            };
            for (double[] p : peaks) {
                double dx = wx - p[0], dz = wz - p[1], t = Math.sqrt(dx * dx + dz * dz) / p[3];
                if (t >= 1) continue;
                double spur = Math.abs(2 * noise(9 + 2.4 * StrictMath.atan2(dz, dx), p[0] + 2 * t) - 1);
                double height = p[2] * StrictMath.pow(1 - t, 1.25) * (1 + .55 * (spur - .5) * smooth(.04, .5, t));
                sum += StrictMath.exp(height / 7) - 1;
            }
            double height = 7 * StrictMath.log(1 + sum);
            return height - .22 * z * smooth(40, 0, height); // the shore is seen as one level line
        };
        Terrain land = new Terrain(canvas, ground, HORIZON - .6, 420, .22);
        float[] shade = canvas.layer();
        canvas.each((i, x, y) -> {
            if (land.distance[i] < 0) return;
            double[] s = land.slope(i, 2);
            double light =
                    (.85 * s[0] + .55 - .35 * s[1] * .4) / Math.sqrt(1 + s[0] * s[0] + s[1] * s[1]); // from the left
            shade[i] = (float) (clamp(.55 - .75 * light + .12 * (noise(x * .05, y * .05) - .5)));
            double snow = smooth(150, 200, land.height(i) + 60 * (noise(x * .05, y * .02) - .5));
            shade[i] *= (float) (1 - .35 * snow * (1 - shade[i]));
            blue[i] = (float) (.62 * (1 - snow) * (1 - .45 * smooth(70, 0, land.height(i))));
            red[i] = (float) (.25 * smooth(60, 0, land.height(i)));
            black[i] = land.outline(i, 1.4) > 10 ? 1 : shade[i] > .86 ? 1 : 0;
        });
        Field inside = (x, y) -> land.distance[canvas.near(x, y)] >= 0 ? 1 : 0;
        blocks.hatch(
                black,
                inside,
                (x, y) -> land.down(canvas.near(x, y), 4),
                4.6,
                70,
                (x, y) -> .12 + 1.05 * shade[canvas.near(x, y)] * shade[canvas.near(x, y)],
                1);
    }

    private void sea() {
        Field inside = (x, y) -> y > HORIZON && water[canvas.near(x, y)] == 0 ? 1 : 0;
        canvas.each(0, HORIZON, 1024, 720, (i, x, y) -> {
            if (inside.at(x, y) == 0) return;
            blue[i] = (float) (.95 - .5 * smooth(HORIZON + 90, HORIZON, y));
            red[i] = (float) (.30 * smooth(HORIZON + 40, HORIZON, y));
            black[i] = 0;
        });
        Field ripple = (x, y) -> .32 * StrictMath.sin(x * .06 + 9 * noise(y * .06, x * .004));
        blocks.hatch(
                black, inside, ripple, 5, 70, (x, y) -> .10 + .75 * smooth(.42, .66, cloud(x * .012, y * .05, 3)), 1);
        blocks.hatch(blue, inside, ripple, 8, 46, (x, y) -> .62 * smooth(.5, .32, cloud(x * .012, y * .05, 3)), 0);
        boat(690, 492);
    }

    private void boat(double x, double y) {
        new Outline(true, x - 3, y - 62, x + 8, y - 36, x + 30, y - 8, x - 2, y - 8).fill(canvas, foam);
        new Outline(true, x - 8, y - 54, x - 7, y - 20, x - 8, y - 8, x - 22, y - 8).fill(canvas, foam);
        canvas.each(x - 40, y - 70, x + 50, y + 10, (i, px, py) -> {
            if (foam[i] > 0) black[i] = blue[i] = red[i] = 0;
            foam[i] = 0;
        });
        for (double w = -20; w < 24; w += 7)
            blocks.cut(black, trace(x + w * .6, y - 10, 34 - Math.abs(w), (px, py) -> -1.57), 2.2, (px, py) -> .5, 1);
        for (int k = 0; k < 4; k++)
            blocks.cut(
                    black,
                    trace(x - 34 + 2 * k, y - 5 + 2.2 * k, 70 - 6 * k, (px, py) -> .25 - .5 * (px - x + 34) / 70),
                    3.4,
                    (px, py) -> 1,
                    1);
    }

    private void breaker() {
        Field inside = (x, y) -> water[canvas.near(x, y)];
        float[] dark = canvas.layer();
        Field angle = (x, y) -> wave.angle(x, y);
        Field tone = (x, y) -> {
            double d = wave.distance(x, y) + 12 * (noise(x * .02, y * .02) - .5);
            double bands = .5 + .5 * StrictMath.sin(d * .17 - 1),
                    hollow = StrictMath.exp(-((x - 350) * (x - 350) / 9000 + (y - 400) * (y - 400) / 26000));
            return .20 + .55 * bands + .35 * hollow;
        };
        canvas.each((i, x, y) -> {
            if (water[i] == 0) return;
            black[i] = red[i] = 0;
            blue[i] = 1;
        });
        blocks.hatch(black, inside, angle, 5.2, 150, (x, y) -> clamp(1.25 * tone.at(x, y) - .25), 1);
        blocks.hatch(blue, inside, angle, 6.5, 130, (x, y) -> .85 * clamp(.95 - 1.6 * tone.at(x, y)), 0);
        double[][] edge = wave.part(0, 1);
        blocks.cut(black, edge, 3.4, (x, y) -> 1, 1);
        double[][] lip = wave.part(.08, .56);
        for (int n = 0; n < 620; n++) { // foam, thickest at the lip
            double at = random.nextDouble(), thick = smooth(.1, .62, at) * smooth(1.02, .8, at);
            double[] p = lip[(int) (at * lip.length)];
            double r = (2 + 11 * thick * random.nextDouble()),
                    out = (6 + 26 * thick) * (random.nextDouble() + random.nextDouble() - 1);
            blob(p[0] + out, p[1] + out * .7 - 4 * random.nextDouble(), r);
        }
        double[][] crest = wave.part(.62, 1);
        for (int n = 0; n < 260; n++) {
            double[] p = crest[(int) (random.nextDouble() * crest.length)];
            blob(p[0], p[1] + 3 - 9 * random.nextDouble() * random.nextDouble(), 1.5 + 4 * random.nextDouble());
        }
        for (int n = 0; n < 240; n++) { // spray
            double a = -2.2 + 2.4 * random.nextDouble(), far = 30 + 120 * random.nextDouble() * random.nextDouble();
            blob(400 + far * StrictMath.cos(a) * 1.3, 170 + far * StrictMath.sin(a), .9 + 2.2 * random.nextDouble());
        }
    }

    /** A ball of foam: bare paper with a carved edge on its shadow side. */
    private void blob(double cx, double cy, double r) {
        double seed = random.nextDouble() * 100;
        canvas.each(cx - 1.4 * r, cy - 1.4 * r, cx + 1.4 * r, cy + 1.4 * r, (i, x, y) -> {
            double dx = x - cx, dy = y - cy, d = Math.sqrt(dx * dx + dy * dy) / r;
            d += .35 * (noise(seed + 1.5 * dx / r, 1.5 * dy / r) - .5);
            if (d > 1) return;
            double rim = Math.min(.4, 1.5 / r) * (.55 + .75 * (dx + dy) / (1.4 * r));
            black[i] = d > 1 - rim ? 1 : 0;
            blue[i] = dx + dy > .5 * r && d > .55 && r > 6 ? .55f : 0;
            red[i] = 0;
        });
    }
}
