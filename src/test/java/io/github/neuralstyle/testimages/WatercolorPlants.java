package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;
import static io.github.neuralstyle.testimages.Washes.*;

import java.util.Random;

/** The tree and the reeds before the lake of {@link Watercolor}. */
final class WatercolorPlants {

    private final Washes paper;
    private final Canvas canvas;
    private final Random random;

    WatercolorPlants(Washes paper, Random random) {
        this.paper = paper;
        this.random = random;
        canvas = paper.canvas;
    }

    void draw() {
        tree();
        reeds();
        splatter();
    }

    /** A birch that leans over the water: a trunk, thin limbs and clouds of leaves that run into each other. */
    private void tree() {
        double[][] trunk = trace(905, 740, 560, (x, y) -> -1.62 - .22 * StrictMath.sin(y * .009));
        paper.line(trunk, 22, SIENNA, .9);
        paper.line(trunk, 13, INDIGO, .6);
        float[] light = canvas.layer(), dark = canvas.layer();
        for (int k = 0; k < 21; k++) {
            double[] from = trunk[(int) (trunk.length * (.28 + .71 * k / 21))];
            double side = k % 3 == 0 ? 1 : -1,
                    lean = .2 * (random.nextDouble() - .5),
                    reach = (80 + 130 * random.nextDouble()) * (1.05 - .6 * k / 21);
            double[][] limb = trace(
                    from[0],
                    from[1],
                    reach,
                    (x, y) -> (side < 0 ? StrictMath.PI + .8 : -.8)
                            + side * .0050 * Math.abs(x - from[0])
                            + lean
                            + .9 * (noise(x * .03, y * .03) - .5));
            paper.line(limb, 5.5 - .2 * k, INDIGO, .85);
            for (int clump = 0; clump < 6; clump++) {
                double[] p = limb[(int) (limb.length * (.3 + .7 * random.nextDouble()))];
                double wide = 9 + 20 * random.nextDouble();
                for (int n = 0; n < 34; n++)
                    paper.dot(
                            n % 3 == 0 ? dark : light,
                            p[0] + wide * paper.bell(),
                            p[1] + wide * (.8 * paper.bell() + .3),
                            1.2 + 5.5 * random.nextDouble() * random.nextDouble());
            }
        }
        paper.wash(light, OCHRE, (x, y) -> .45, .5);
        paper.wash(light, SAP, (x, y) -> .14 + .75 * (cloud(x * .012, y * .014, 4) - .2), 1.1);
        paper.wash(dark, SAP, (x, y) -> .65, .8);
        paper.wash(dark, INDIGO, (x, y) -> .12 + .7 * (cloud(x * .015 + 7, y * .02, 3) - .3), .9);
        paper.wash(light, ROSE, (x, y) -> .6 * smooth(.52, .68, cloud(x * .010 + 3, y * .012, 3)), .5);
    }

    private void reeds() {
        for (int n = 0; n < 330; n++) {
            double x = random.nextDouble() < .6 ? 1024 * random.nextDouble() : 1024 - 420 * random.nextDouble();
            double foot = 738 - 66 * smooth(560, 1020, x) - 42 * smooth(260, -40, x) + 34 * random.nextDouble();
            double lean = -1.57 + .35 * paper.bell(), bend = .012 * (random.nextDouble() - .5);
            double[] pigment = random.nextDouble() < .45 ? SAP : random.nextDouble() < .5 ? INDIGO : SIENNA;
            paper.line(
                    trace(x, foot, 24 + 62 * random.nextDouble(), (px, py) -> lean + bend * (foot - py)),
                    2.6,
                    pigment,
                    .35 + .7 * random.nextDouble());
        }
    }

    private void splatter() {
        float[] drops = canvas.layer();
        for (int n = 0; n < 170; n++) {
            double r = .6 + 2.6 * StrictMath.pow(random.nextDouble(), 4);
            paper.dot(drops, 620 + 400 * random.nextDouble(), 330 + 420 * random.nextDouble(), r);
            if (n % 3 == 0) paper.dot(drops, 20 + 560 * random.nextDouble(), 640 + 120 * random.nextDouble(), r);
        }
        paper.wash(drops, SAP, (x, y) -> .55, .8);
    }
}
