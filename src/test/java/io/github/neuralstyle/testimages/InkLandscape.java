package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Mountains by a lake in ink and pale colour: texture strokes run down every fold, mist fills the valleys. */
final class InkLandscape {

    private final Canvas canvas;
    private final Random random = new Random(12);
    private final Ink ink;
    private final InkMountains ranges;
    private final InkTrees trees;

    InkLandscape(int samples) {
        canvas = new Canvas(1024, 768, samples);
        ink = new Ink(canvas, random);
        ranges = new InkMountains(ink, random);
        trees = new InkTrees(ink, random);
    }

    Canvas draw() {
        far(150, 200, 120, 90);
        far(345, 150, 160, 120);
        far(70, 225, 130, 80);
        ranges.range(new double[][] {{60, 110, 130, 190}, {205, 70, 96, 150}, {-60, 120, 170, 200}}, 378, 260, .6, 3.1);
        ranges.range(
                new double[][] {
                    {640, 230, 255, 250},
                    {770, 200, 205, 230},
                    {935, 220, 235, 260},
                    {520, 130, 110, 150},
                    {1050, 110, 190, 220}
                },
                430,
                430,
                .95,
                5.7);
        ranges.range(
                new double[][] {{900, 60, 110, 190}, {1040, 80, 140, 200}, {770, 40, 56, 150}}, 512, 160, 1.05, 9.3);
        water();
        ranges.range(
                new double[][] {{110, 50, 52, 330}, {-40, 80, 105, 240}, {250, 35, 34, 260}, {400, 20, 24, 220}},
                740,
                150,
                1.1,
                2.2);
        ranges.range(new double[][] {{960, 30, 62, 200}, {1060, 40, 90, 190}}, 745, 100, 1.2, 7.7);
        random.setSeed(5);
        hut(352, 664);
        trees.leafy(82, 655, 150, .8);
        trees.leafy(128, 668, 120, 1.3);
        trees.pine(212, 690, 330, .02);
        trees.pine(268, 704, 250, .13);
        trees.pine(160, 700, 205, -.12);
        trees.leafy(300, 695, 95, 1.5);
        trees.pine(945, 722, 150, -.1);
        trees.leafy(990, 712, 110, 1.2);
        boat(590, 640);
        ink.develop();
        seal(44, 52);
        seal(44, 84);
        return canvas;
    }

    /** A far peak, washed in without a line. */
    private void far(double cx, double top, double half, double depth) {
        canvas.each(cx - 2 * half, top - 30, cx + 2 * half, top + 2 * depth, (i, x, y) -> {
            double s = Math.abs(x - cx) / half;
            double ridge = top + depth * (s * .8 + .2 * s * s) + 46 * (cloud(x * .02, top, 5) - .5);
            if (y < ridge) return;
            double fold = cloud(x * .05 + (y - ridge) * .03, y * .012, 3);
            ink.indigo[i] += (float)
                    (.42 * smooth(depth, 0, y - ridge) * smooth(top + 1.6 * depth, top + depth * .8, y) * (.5 + fold));
        });
    }

    /** Still water: a few pale level strokes, gathered in bands. */
    private void water() {
        for (int n = 0; n < 1500; n++) {
            double x = random.nextDouble() * 1100 - 60, y = 400 + 300 * random.nextDouble();
            if (cloud(x * .004, y * .045, 3) < .50 + .12 * random.nextDouble()) continue;
            double[][] path =
                    trace(x, y, 16 + 60 * random.nextDouble(), (px, py) -> .04 * StrictMath.sin(px * .12 + y));
            ink.stroke(ink.line, path, .8 + random.nextDouble(), .08 + .16 * random.nextDouble(), .75);
        }
    }

    private void hut(double x, double y) {
        for (int n = 0; n < 130; n++) { // thatch
            double s = random.nextDouble() * 2 - 1, top = y - 34;
            ink.stroke(
                    ink.line,
                    trace(x + s * 8, top, 20 + 8 * random.nextDouble(), (px, py) -> 1.57 - s * .95),
                    .9,
                    .5,
                    .5);
        }
        for (double s = -20; s <= 20; s += 8) ink.dab(x + s, y - 15, 17, 1.57 + .03 * ink.gauss(), 1.2, 1.2);
        ink.stroke(ink.line, trace(x - 24, y + 2, 48, (px, py) -> 0), 1.6, 1.1, .3);
        ink.stroke(ink.line, trace(x - 21, y - 4, 42, (px, py) -> 0), .8, .8, .3);
    }

    private void boat(double x, double y) {
        ink.stroke(ink.line, trace(x, y, 56, (px, py) -> .40 - .80 * (px - x) / 54), 2.6, 1.3, .3);
        ink.stroke(ink.line, trace(x + 3, y - .5, 50, (px, py) -> .22 - .42 * (px - x) / 54), 1.2, .9, .3);
        ink.stroke(ink.line, trace(x + 15, y + 2, 26, (px, py) -> -1 + 2 * (px - x - 15) / 16), 2.2, 1.1, .3);
        ink.stroke(ink.line, trace(x + 44, y + 4, 17, (px, py) -> -1.5), 2.8, 1.2, .2);
        ink.stroke(ink.line, trace(x + 46, y - 10, 44, (px, py) -> 1.1), .8, .9, .2);
        for (int k = 0; k < 14; k++)
            ink.stroke(
                    ink.line,
                    trace(x + 30 * ink.gauss() + 10, y + 14 + 8 * random.nextDouble(), 20, (px, py) -> 0),
                    .8,
                    .22,
                    .6);
    }

    /** A worn vermilion seal. */
    private void seal(double x0, double y0) {
        double side = 24;
        canvas.each(x0, y0, x0 + side, y0 + side, (i, x, y) -> {
            double u = (x - x0) / side, v = (y - y0) / side;
            boolean rim = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v)) < .08;
            boolean sign = hash((long) (u * 5), (long) (v * 7), (long) y0) < .55 && (long) (u * 20) % 10 != 9;
            if (rim || sign)
                canvas.mix(i, new double[] {.70, .17, .11}, .88 * smooth(.22, .5, cloud(x * .7, y * .7, 2)));
        });
    }
}
