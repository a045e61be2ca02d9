package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;
import static io.github.neuralstyle.testimages.Solid.*;

/** Neck, shoulders and a dress, as solids: x to the right, y up, z to the front, the neckline at about -2. */
final class Dress {

    private Dress() {}

    /** How far above the neckline a place is. */
    static double neckline(double x, double y) {
        return y + 2.06 - .42 * Math.sqrt(x * x + .02) - .05 * x;
    }

    /** The distance to the dress, by that to the body. */
    static double distance(double body, double x, double y, double z) {
        return body > .3 ? body - .15 : cut(body - folds(x, y), -.9 * neckline(x, y), .04);
    }

    private static double folds(double x, double y) {
        double edge = smooth(-.12, -.02, neckline(x, y)), bend = cloud(1.5 * x, 1.2 * y, 2);
        double fold = StrictMath.sin(7 * x + 9 * (y + 2.3) * (.55 - 1.1 * smooth(-.5, .5, x)) + 6 * bend);
        double ruffle = StrictMath.sin(34 * x + 4 * noise(5 * x, 3 * y));
        return .045 + (1 - edge) * (.03 + .05 * fold * Math.abs(fold) + .05 * bend) + edge * .010 * ruffle;
    }

    /** The colour of the dress: white at the neck, then a golden seam, then blue. */
    static double[] colour(double x, double y) {
        double under = neckline(x, y), seam = smooth(-.165, -.155, under) * smooth(-.115, -.125, under);
        double[] cloth = mix(new double[] {.016, .050, .085}, new double[] {.62, .57, .48}, smooth(-.12, -.10, under));
        return mix(cloth, new double[] {.30, .17, .05}, seam * (.6 + .4 * StrictMath.sin(90 * x)));
    }

    /** The distance to neck, shoulders and breast. */
    static double body(double x, double y, double z) {
        y -= .08;
        double side = Math.sqrt(x * x + .01);
        double d = rod(x, y, z, new double[] {.04, -.75, -.18}, new double[] {0, -1.75, -.30}, .33, .36);
        if (y > -.8) return d;
        d = join(d, ellipsoid(x, y + 3.0, z + .30, 1.25, 1.22, .64), .40);
        d = join(d, rod(side, y, z, new double[] {.20, -1.52, -.42}, new double[] {1.40, -2.08, -.35}, .16, .33), .3);
        d = join(d, rod(side, y, z, new double[] {1.42, -2.1, -.35}, new double[] {1.62, -3.4, -.2}, .34, .30), .2);
        d = join(d, rod(side, y, z, new double[] {.30, -.95, -.12}, new double[] {.08, -1.84, .12}, .05, .04), .2);
        return join(
                d, rod(side, y, z, new double[] {.15, -1.85, .10}, new double[] {1.05, -1.72, -.16}, .035, .04), .22);
    }
}
