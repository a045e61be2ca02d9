package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

/** The pines and the bare trees of {@link InkWash}. */
final class InkWashTrees {

    private final InkWash wash;

    InkWashTrees(InkWash wash) {
        this.wash = wash;
    }

    void pine(double x, double y, double height) {
        double[][] trunk = wash.limb(x, y, height, -1.57 + wash.gauss() * .1, 1.1);
        for (int k = 0; k < 3; k++) wash.brush(wash.ink, trunk, height * .045, .55, .75);
        for (double[] p : trunk)
            if (wash.random.nextDouble() < .5) wash.dab(p[0] + wash.gauss(), p[1], 3, .4 + wash.gauss() * .4, .9, .8);
        for (int k = 0; k < 15; k++) {
            double up = .38 + .62 * k / 14;
            double[] from = trunk[(int) (up * (trunk.length - 1))];
            double reach = height * (.34 - .22 * up) * (.6 + .7 * wash.random.nextDouble());
            double[][] branch = wash.limb(
                    from[0], from[1], reach, k % 2 == 0 ? -.25 + wash.gauss() * .2 : 3.4 + wash.gauss() * .2, 1.6);
            wash.brush(wash.ink, branch, height * .02, .9, .4);
            for (int c = 0; c < 4; c++) {
                double[] p = branch[(int) ((.3 + .7 * wash.random.nextDouble()) * (branch.length - 1))];
                needles(p[0] + wash.gauss() * 2, p[1] - 1 + wash.gauss() * 1.2, height * .05 + 3);
            }
        }
    }

    void needles(double x, double y, double r) {
        for (int n = 0; n < 13; n++) {
            double a = -StrictMath.PI * wash.random.nextDouble() * 1.2 + .25;
            double length = r * (.7 + .5 * wash.random.nextDouble()) * (.55 + .45 * Math.abs(StrictMath.cos(a)));
            wash.dab(x + wash.gauss() * r * .35, y, length, a, .8, .25 + .5 * wash.random.nextDouble());
        }
    }

    void bare(double x, double y, double height) {
        grow(x, y, height * .34, -1.57 + wash.gauss() * .12, height * .04, 5);
    }

    void grow(double x, double y, double length, double angle, double width, int depth) {
        double[][] path = wash.limb(x, y, length, angle, 1.2);
        for (int k = 0; k < 2; k++)
            stroke(path, width, u -> 1 - .35 * u, (px, py, u, v) -> {
                int i = wash.canvas.at(px, py);
                if (i >= 0) wash.ink[i] += (float) (.1 * (.4 + noise(px * .8, py * .8)));
            });
        double[] end = path[path.length - 1];
        if (depth < 3)
            for (int n = 0; n < 5; n++)
                wash.dab(
                        end[0] + wash.gauss() * 4,
                        end[1] + wash.gauss() * 3,
                        3,
                        wash.gauss(),
                        1.9,
                        .4 + .5 * wash.random.nextDouble());
        if (depth > 0)
            for (int n = 0; n < 2 + depth % 2; n++)
                grow(
                        end[0],
                        end[1],
                        length * (.62 + .2 * wash.random.nextDouble()),
                        angle + wash.gauss() * .62 + (n % 2 - .5) * .7,
                        Math.max(.7, width * .68),
                        depth - 1);
    }
}
