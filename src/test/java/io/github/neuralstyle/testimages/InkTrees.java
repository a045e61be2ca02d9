package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** The trees of an ink painting. */
final class InkTrees {

    private final Ink ink;
    private final Random random;

    InkTrees(Ink ink, Random random) {
        this.ink = ink;
        this.random = random;
    }

    /** A tall pine: a bare trunk, branches that reach out level, and clouds of needles on them. */
    void pine(double x, double y, double height, double lean) {
        double[][] trunk = ink.limb(x, y, height, -1.57 + lean, .9);
        double thick = height * .032 + 1.5;
        bark(trunk, thick);
        for (int k = 0; k < 3; k++) {
            double[] top = trunk[trunk.length - 1 - 2 * k];
            pad(top[0] + 6 * ink.gauss(), top[1] - 2 + 3 * k, height * .06);
        }
        int limbs = 7 + random.nextInt(3);
        for (int k = 0; k < limbs; k++) {
            double up = .45 + .55 * k / limbs + .025 * ink.gauss();
            double[] from = trunk[(int) (clamp(up) * (trunk.length - 1))];
            double side = k % 2 == 0 ? 1 : -1,
                    droop = side > 0 ? -.42 : StrictMath.PI + .42,
                    id = random.nextDouble() * 100;
            double reach = height * (.40 - .30 * up * up) * (.5 + .7 * random.nextDouble());
            double[][] branch = trace(
                    from[0],
                    from[1],
                    reach,
                    (px, py) -> droop
                            + side * .020 * Math.min(26, Math.abs(px - from[0]))
                            + 1.1 * (noise(px * .06 + id, py * .06) - .5));
            ink.stroke(ink.line, branch, thick * .40, 1.3, .3);
            double wide = height * (.068 + .06 * (1 - up));
            for (double at = .45; at <= 1.01; at += wide * 1.1 / Math.max(reach, wide)) {
                double[] p = branch[(int) (Math.min(1, at) * (branch.length - 1))];
                pad(p[0] + ink.gauss() * 2, p[1] - 1.5 + ink.gauss() * 3, wide * (.75 + .6 * random.nextDouble()));
            }
        }
    }

    /** Two dry outlines, a pale wash and scales between. */
    private void bark(double[][] trunk, double thick) {
        ink.stroke(ink.wash, trunk, thick, .32, .1);
        ink.stroke(ink.ochre, trunk, thick, .22, .1);
        for (double side : new double[] {-.46, .48}) {
            double[][] edge = new double[trunk.length][];
            for (int p = 0; p < edge.length; p++) {
                double w = side * thick * Math.sqrt(1.04 - p / (double) edge.length) + .25 * ink.gauss();
                edge[p] = new double[] {trunk[p][0] + w, trunk[p][1]};
            }
            ink.stroke(ink.line, edge, side > 0 ? 1.9 : 1.1, side > 0 ? 1.5 : 1.1, .45);
        }
        for (int n = 0; n < trunk.length; n++) {
            double[] p = trunk[random.nextInt(trunk.length * 4 / 5)];
            ink.dab(p[0] + thick * .28 * ink.gauss(), p[1], 2.6, .3 + .9 * ink.gauss(), .7, .8);
        }
    }

    /** A flat cloud of needles: fans on a curved base, darker below and in the middle. */
    private void pad(double x, double y, double wide) {
        ink.stroke(
                ink.wash,
                trace(x - wide * .75, y - wide * .1, wide * 1.5, (px, py) -> .3 * (px - x) / wide),
                wide * .5,
                .28,
                .1);
        double tone = .35 + .5 * random.nextDouble();
        for (int n = 0; n < wide * .9; n++) {
            double off = .85 * wide * (random.nextDouble() + random.nextDouble() - 1);
            double py = y - wide * .34 * (1 - off * off / (wide * wide)) * random.nextDouble() + .12 * off * off / wide;
            double deep = tone * (.45 + .8 * random.nextDouble());
            for (double a = -3 + .4 * random.nextDouble(); a < -.1; a += .45) {
                double length = (2.6 + wide * .16) * (.7 + .6 * random.nextDouble());
                ink.dab(x + off, py, length, a + .12 * ink.gauss(), .55, deep);
            }
        }
    }

    /** A leafy tree: forked limbs, and dots of ink for leaves. */
    void leafy(double x, double y, double height, double leaves) {
        grow(x, y, height * .30, -1.57 + ink.gauss() * .1, height * .045 + .6, 6, leaves);
    }

    private void grow(double x, double y, double length, double angle, double width, int depth, double leaves) {
        double[][] path = ink.limb(x, y, length, angle, 1.1);
        ink.stroke(ink.line, path, width, 1.1, depth > 4 ? .45 : .2);
        double[] end = path[path.length - 1];
        if (depth < 4)
            for (int n = 0; n < 5 * leaves; n++)
                ink.dab(
                        end[0] + ink.gauss() * length * .35,
                        end[1] + ink.gauss() * length * .25,
                        3,
                        ink.gauss() * .5,
                        2.1,
                        .25 + .75 * random.nextDouble() * random.nextDouble());
        if (depth > 0)
            for (int n = 0; n < 2 + depth % 2; n++)
                grow(
                        end[0],
                        end[1],
                        length * (.62 + .2 * random.nextDouble()),
                        angle * .9 - .157 + ink.gauss() * .45 + (n % 2 - .5) * .8,
                        Math.max(.6, width * .64),
                        depth - 1,
                        leaves);
    }
}
