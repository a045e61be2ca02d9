package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;
import static io.github.neuralstyle.testimages.Washes.*;

import java.util.Random;

/** A misty lake at sunrise in watercolour, wash over wash from light to dark. */
final class Watercolor {

    private static final double SHORE = 470;

    private final Canvas canvas;
    private final Random random = new Random(8);
    private final Washes paper;

    Watercolor(int samples) {
        canvas = new Canvas(1024, 768, samples);
        paper = new Washes(canvas, random);
    }

    Canvas draw() {
        sky();
        hills();
        reflections();
        island();
        banks();
        boat(430, 600);
        new WatercolorPlants(paper, random).draw();
        paper.dry();
        return canvas;
    }

    private void sky() {
        double sx = 560, sy = 262;
        Field sun = (x, y) ->
                smooth(25, 31, Math.sqrt((x - sx) * (x - sx) + (y - sy) * (y - sy)) + 3 * noise(x * .1, y * .1));
        Field cloud = (x, y) -> cloud(x * .0042 + .5 * noise(x * .01, y * .01) + 5, y * .010 + 1, 5);
        float[] above = paper.mask(0, SHORE, sun),
                blue = paper.mask(0, 400, (x, y) -> smooth(.58, .46, cloud.at(x, y)) * smooth(390, 120, y));
        float[] under = paper.mask(
                0, 330, (x, y) -> smooth(.50, .62, cloud.at(x, y - 16)) * smooth(330, 190, y) * sun.at(x, y));
        paper.wash(
                above,
                OCHRE,
                (x, y) -> .05 + .48 * StrictMath.exp(-((x - sx) * (x - sx) / 90000 + (y - 360) * (y - 360) / 26000)),
                0);
        paper.wash(
                above,
                ROSE,
                (x, y) ->
                        .03 + .26 * StrictMath.exp(-(y - 350) * (y - 350) / 14000) * (.4 + cloud(x * .004, y * .01, 3)),
                0);
        paper.wash(blue, COBALT, (x, y) -> .66 * smooth(430, -40, y), .3);
        paper.wash(under, ULTRAMARINE, (x, y) -> .17, .3);
        paper.wash(under, SIENNA, (x, y) -> .09, .2);
    }

    /** A ridge line: peaks at some width, by the seed. */
    private static Field ridge(double level, double height, double width, double seed) {
        return (x, y) -> y - level + height * (cloud(x / width + seed, seed, 5) - .42) * 2;
    }

    private void hills() {
        double[][] pigments = {COBALT, ULTRAMARINE, TEAL, INDIGO};
        Field[] ridges = {
            ridge(352, 96, 240, 3.3), ridge(398, 80, 190, 7.1), ridge(434, 60, 150, 11.7), ridge(457, 24, 90, 21.2)
        };
        for (int k = 0; k < 4; k++) {
            Field ridge = ridges[k];
            double tone = .27 + .10 * k - (k == 3 ? .12 : 0), warm = .10 + .03 * k;
            boolean nearest = k == 3;
            float[] hill = paper.mask(
                    200,
                    SHORE + 1,
                    (x, y) -> smooth(-.7, .7, ridge.at(x, y))
                            * (nearest ? smooth(400, 470, x + 30 * noise(y * .1, 3)) : 1));
            Field fade = (x, y) -> 1 - .82 * smooth(0, 95, ridge.at(x, y));
            paper.wash(hill, pigments[k], (x, y) -> tone * fade.at(x, y), .9);
            paper.wash(
                    hill,
                    k < 2 ? ROSE : SIENNA,
                    (x, y) -> warm * fade.at(x, y) * (.4 + cloud(x * .008, y * .01, 3)),
                    .4);
        }
    }

    /** Water: what is above, upside down and broken by level strokes, under a wash of its own. */
    private void reflections() {
        paper.mirror(SHORE);
        Field edge = (x, y) -> y < SHORE + 2 * noise(x * .03, 4) ? 0 : 1;
        float[] water = paper.mask(
                SHORE,
                768,
                (x, y) ->
                        edge.at(x, y) * smooth(.40, .52, cloud(x * .0035, y * .055, 3) + .25 * smooth(SHORE, 768, y)));
        float[] ripples =
                paper.mask(SHORE, 768, (x, y) -> edge.at(x, y) * smooth(.56, .62, cloud(x * .006, y * .075 + 9, 3)));
        paper.wash(water, COBALT, (x, y) -> .08 + .32 * smooth(SHORE + 30, 768, y), .6);
        paper.wash(ripples, ULTRAMARINE, (x, y) -> .06 + .28 * smooth(SHORE, 768, y), .9);
    }

    /** A low island with roofs, a tower and round trees. */
    private void island() {
        float[] walls = canvas.layer(),
                shade = canvas.layer(),
                roofs = canvas.layer(),
                windows = canvas.layer(),
                crowns = canvas.layer();
        double foot = SHORE - 2;
        for (double[] h : new double[][] {{150, 32, 27}, {190, 36, 33}, {240, 28, 44}, {276, 40, 30}, {322, 30, 37}}) {
            double x = h[0], side = x + h[1] * .6, right = x + h[1], top = foot - h[2];
            paper.polygon(walls, x, top, right, top, right, foot, x, foot);
            paper.polygon(shade, side, top, right, top, right, foot, side, foot);
            paper.polygon(roofs, x - 3, top + 1, x + h[1] * .3, top - 14, x + h[1] * .85, top - 13, right + 3, top + 1);
            for (double w = x + 5; w < right - 4; w += 9)
                paper.polygon(windows, w, top + 8, w + 3, top + 8, w + 3, top + 15, w, top + 15);
        }
        paper.polygon(walls, 220, foot, 222, 372, 236, 372, 238, foot);
        paper.polygon(shade, 231, foot, 231, 372, 236, 372, 238, foot);
        paper.polygon(roofs, 218, 374, 229, 338, 240, 374);
        paper.polygon(windows, 226, 382, 231, 382, 231, 394, 226, 394);
        paper.wash(walls, OCHRE, (x, y) -> .26, .4);
        paper.wash(shade, ULTRAMARINE, (x, y) -> .42, .4);
        paper.wash(roofs, SIENNA, (x, y) -> .62 + .5 * noise(x * .07, y * .07), .6);
        paper.wash(windows, INDIGO, (x, y) -> .7, .3);
        for (int n = 0; n < 210; n++) {
            double x = 50 + 380 * random.nextDouble(),
                    off = Math.abs(x - 250),
                    high = smooth(205, 150, off) * (off < 110 ? .28 : 1);
            paper.dot(
                    crowns,
                    x,
                    SHORE - 4 - 44 * random.nextDouble() * random.nextDouble() * high,
                    3 + 9 * random.nextDouble() * (.4 + .6 * high));
        }
        paper.wash(crowns, SAP, (x, y) -> .26 + .5 * cloud(x * .04, y * .04, 3), 1);
        paper.wash(crowns, ULTRAMARINE, (x, y) -> .55 * smooth(.45, .65, cloud(x * .05 + 3, y * .05, 3)), .6);
        float[] below = paper.mask(
                SHORE,
                560,
                (x, y) -> smooth(30, 100, x + 40 * noise(y * .2, 5))
                        * smooth(470, 390, x + 40 * noise(y * .2, 8))
                        * smooth(.5, .2, (y - SHORE) / (46 + 40 * noise(x * .03, 9)) - .2)
                        * smooth(.38, .5, noise(x * .01, y * .22) + .3 * smooth(40, 0, y - SHORE)));
        paper.wash(below, SAP, (x, y) -> .42, .6);
        paper.wash(below, INDIGO, (x, y) -> .16, .6);
    }

    private void banks() {
        Field bank = (x, y) -> smooth(
                -1,
                1,
                y - 735 + 70 * smooth(560, 1020, x) + 44 * smooth(260, -40, x) + 26 * (cloud(x * .02, 5, 4) - .5));
        float[] all = paper.mask(620, 768, bank);
        paper.wash(all, OCHRE, (x, y) -> .5, .3);
        paper.wash(all, SAP, (x, y) -> .25 + .9 * (cloud(x * .012, y * .03, 4) - .25), .9);
        paper.wash(
                paper.mask(620, 768, (x, y) -> bank.at(x, y) * smooth(.46, .56, cloud(x * .02 + 4, y * .04, 4))),
                SIENNA,
                (x, y) -> .55,
                .8);
        paper.wash(
                paper.mask(620, 768, (x, y) -> bank.at(x, y) * smooth(.52, .60, cloud(x * .03 + 14, y * .07, 4))),
                INDIGO,
                (x, y) -> .50,
                .8);
    }

    private void boat(double x, double y) {
        float[] hull = canvas.layer(), inside = canvas.layer(), coat = canvas.layer(), hat = canvas.layer();
        paper.polygon(
                hull, x - 62, y - 13, x - 40, y - 9, x, y - 6, x + 42, y - 9, x + 66, y - 17, x + 52, y + 5, x + 30,
                y + 10, x - 34, y + 10, x - 52, y + 4);
        paper.polygon(inside, x - 56, y - 12, x, y - 5, x + 58, y - 14, x + 40, y - 17, x, y - 12, x - 42, y - 15);
        paper.polygon(
                coat, x + 8, y - 12, x + 5, y - 30, x + 9, y - 42, x + 17, y - 43, x + 22, y - 30, x + 21,
                y - 11); // the fisher
        paper.polygon(hat, x + 4, y - 45, x + 9, y - 54, x + 17, y - 54, x + 23, y - 45);
        paper.wash(hull, SIENNA, (px, py) -> .7 + .4 * noise(px * .05, py * .05), .8);
        paper.wash(hull, INDIGO, (px, py) -> .9 * smooth(y - 3, y + 4, py), .5);
        paper.wash(inside, INDIGO, (px, py) -> 1.1, .4);
        paper.wash(coat, ULTRAMARINE, (px, py) -> 1.3, .4);
        paper.wash(hat, SIENNA, (px, py) -> 1.1, .4);
        paper.line(trace(x + 19, y - 34, 92, (px, py) -> -.72), 1.5, INDIGO, 1.0);
        for (int k = 0; k < 9; k++)
            paper.line(
                    trace(
                            x - 62 + 14 * random.nextDouble() + 3 * k,
                            y + 14 + 4.6 * k,
                            95 - 7 * k,
                            (px, py) -> .05 * StrictMath.sin(px * .2)),
                    4.2,
                    k % 2 == 0 ? INDIGO : SIENNA,
                    .55);
    }
}
