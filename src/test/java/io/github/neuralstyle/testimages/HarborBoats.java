package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Boat.*;

import java.util.Random;

/** The boats of {@link Harbor}, and its gulls. */
final class HarborBoats {

    private static final double[] CANVAS = {.90, .85, .74}, TAN = {.66, .30, .19};

    private final Canvas canvas;
    private final Random random = new Random(5);

    HarborBoats(Harbor harbor) {
        canvas = harbor.canvas;
    }

    void draw() {
        for (double x = 14; x < 330; x += 26 + random.nextInt(14)) {
            Boat boat = new Boat(canvas);
            double length = 18 + random.nextInt(10), dir = random.nextBoolean() ? 1 : -1;
            boat.hull(x, 190, length, 3.4, dir, pick());
            boat.mast(x + dir * 2, 187.5, 30 + random.nextInt(22), length * .42, 190 - 3.4, .3, pick());
            boat.boom(x + dir * 2, 184, -dir * length * .4, CANVAS, 1.1);
            boat.launch(190);
        }
        ketch(64, 203, 74, 1, new double[] {.90, .89, .85}, CANVAS);
        smack(188, 209, 92, -1, new double[] {.16, .25, .37});
        trawler(282, 204, 58, 1, new double[] {.24, .42, .34});
        ketch(116, 226, 66, -1, new double[] {.55, .19, .15}, TAN);
        sloop(352, 214, 42, -1);
        rowing(262, 250, 42, 1, new double[] {.75, .62, .40});
        rowing(52, 266, 48, -1, new double[] {.30, .46, .55});
        for (int k = 0; k < 9; k++)
            gull(60 + 300 * random.nextDouble(), 22 + 80 * random.nextDouble(), 2 + 2 * random.nextDouble());
    }

    private double[] pick() {
        double[][] colours = {{.90, .89, .85}, {.20, .32, .45}, {.62, .22, .18}, {.30, .47, .38}, {.86, .74, .45}};
        return colours[random.nextInt(5)];
    }

    private void ketch(double x, double line, double length, double dir, double[] paint, double[] sail) {
        double h = length * .105, deck = line - h;
        Boat boat = new Boat(canvas);
        boat.hull(x, line, length, h, dir, paint);
        boat.cabin(x - dir * length * .08, deck, length * .24, h * .55, new double[] {.80, .72, .58});
        boat.mast(x + dir * length * .12, deck, length * 1.28, length * .36, deck, .62, pick());
        boat.mast(x - dir * length * .27, deck, length * .85, length * .2, deck, .5, pick());
        boat.line(x + dir * length * .12, deck - length * 1.2, x + dir * length * .60, deck - h * .7, .2, ROPE, 1);
        boat.line(
                x + dir * length * .12, deck - length * 1.2, x - dir * length * .27, deck - length * .83, .16, ROPE, 1);
        boat.line(x + dir * length * .44, deck - h * .35, x + dir * length * .62, deck - h * .8, .5, WOOD, 1);
        boat.boom(x + dir * length * .12, deck - h * 1.1, -dir * length * .33, sail, 1.9);
        boat.boom(x - dir * length * .27, deck - h * 1.1, -dir * length * .24, sail, 1.5);
        boat.launch(line);
    }

    /** A fishing boat with a dark sail half set. */
    private void smack(double x, double line, double length, double dir, double[] paint) {
        double h = length * .115, deck = line - h, foot = x + dir * length * .10, head = deck - length * 1.08;
        Boat boat = new Boat(canvas);
        boat.hull(x, line, length, h, dir, paint);
        boat.cabin(x - dir * length * .18, deck, length * .16, h * .6, WOOD);
        boat.sail(
                new double[][] {
                    {foot - dir * .6, head + length * .26},
                    {foot - dir * length * .30, head + length * .14},
                    {foot - dir * length * .42, deck - h * .9},
                    {foot - dir * .6, deck - h * 1.1}
                },
                TAN,
                dir);
        boat.mast(foot, deck, length * 1.12, length * .38, deck, .8, pick());
        boat.line(foot, deck - h, foot - dir * length * .44, deck - h * .8, .7, WOOD, 1);
        boat.line(foot, head + length * .28, foot - dir * length * .32, head + length * .12, .55, WOOD, 1);
        boat.line(x + dir * length * .42, deck - h * .4, x + dir * length * .68, deck - h * 1.0, .7, WOOD, 1);
        boat.line(foot, head, x + dir * length * .67, deck - h, .2, ROPE, 1);
        boat.line(foot, head + length * .2, x + dir * length * .47, deck - h * .5, .2, ROPE, 1);
        boat.boom(x + dir * length * .47, deck - h * .5, dir * length * .17, CANVAS, 1.5);
        boat.launch(line);
    }

    private void trawler(double x, double line, double length, double dir, double[] paint) {
        double h = length * .15, deck = line - h;
        Boat boat = new Boat(canvas);
        boat.hull(x, line, length, h, dir, paint);
        boat.cabin(x - dir * length * .16, deck, length * .26, h * 1.35, new double[] {.93, .91, .86});
        boat.mast(x + dir * length * .16, deck, length * .72, length * .3, deck, .5, pick());
        boat.mast(x - dir * length * .36, deck, length * .5, length * .12, deck, .4, pick());
        boat.line(
                x + dir * length * .16, deck - length * .18, x - dir * length * .30, deck - length * .52, .4, WOOD, 1);
        for (int k = 0; k < 6; k++) {
            double bx = x + dir * length * (.02 + .05 * k);
            boat.line(
                    bx,
                    deck + .6,
                    bx,
                    deck - 1.6,
                    1.6,
                    k % 2 == 0 ? new double[] {.80, .44, .20} : new double[] {.35, .45, .30},
                    1);
        }
        boat.launch(line);
    }

    /** A small boat under white sails. */
    private void sloop(double x, double line, double length, double dir) {
        double h = length * .09, deck = line - h, head = deck - length * 1.35;
        Boat boat = new Boat(canvas);
        boat.hull(x, line, length, h, dir, new double[] {.28, .36, .50});
        boat.sail(
                new double[][] {{x - dir * .5, head}, {x - dir * length * .46, deck - h * 1.2}, {x - dir * .5, deck - h}
                },
                new double[] {.97, .95, .90},
                dir);
        boat.sail(
                new double[][] {
                    {x + dir * .6, head + 6}, {x + dir * .8, deck - h * .8}, {x + dir * length * .47, deck - h * .5}
                },
                new double[] {.93, .90, .84},
                dir);
        boat.line(x, deck, x, head - 1, .5, WOOD, 1);
        boat.launch(line);
    }

    private void rowing(double x, double line, double length, double dir, double[] paint) {
        Boat boat = new Boat(canvas);
        boat.hull(x, line, length, length * .12, dir, paint);
        boat.line(x - dir * 4, line - length * .16, x + dir * length * .32, line - length * .02, .5, WOOD, 1);
        boat.launch(line);
    }

    private void gull(double x0, double y0, double size) {
        canvas.each(x0 - size, y0 - size, x0 + size, y0 + size, (i, x, y) -> {
            double u = Math.abs(x - x0) / size,
                    wing = y0 - size * .35 * StrictMath.sin(3.1 * Math.min(1, u * 1.1)) + size * .2 * u;
            if (u < 1 && Math.abs(y - wing) < .42 * (1 - u) + .12)
                canvas.mix(i, u > .75 ? ROPE : new double[] {.97, .97, .95}, .9);
        });
    }
}
