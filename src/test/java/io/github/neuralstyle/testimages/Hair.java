package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;
import static io.github.neuralstyle.testimages.Solid.*;

/** Long hair on a {@link Head}, parted in the middle, as a solid and as strands. */
final class Hair {

    private Hair() {}

    /** A coordinate across the strands: they run from the parting down and back, and hang below the ears. */
    static double across(double side, double y, double z) {
        double low = smooth(.3, -.8, y);
        return .85 * z
                - .5 * (y > 0 ? y : y / (1 - 3 * y))
                - .7 * low * (side - .6)
                + low * .05 * StrictMath.sin(5 * y + 3 * side);
    }

    /** The distance to the hair. */
    static double distance(double x, double y, double z) {
        double side = Math.abs(x);
        double d = ellipsoid(x, y - .32, z + .17, .83, .96, .99);
        d = join(d, ellipsoid(side - .54, y + .10, z + .12, .30, .62, .44), .3);
        double wave = .05 * smooth(-.3, -.9, y) * StrictMath.sin(5 * y + (x > 0 ? 1 : 0));
        d = join(
                d, rod(side + wave, y, z, new double[] {.53, -.1, -.2}, new double[] {.48, -1.25, -.62}, .31, .25), .3);
        d = join(
                d,
                rod(side + wave, y, z, new double[] {.48, -1.25, -.62}, new double[] {.50, -2.6, -1.05}, .27, .2),
                .2);
        if (d > .15) return d - .06;
        d += .022 * hill(square(x / .045)) * smooth(-.2, .3, y);
        double s = across(side, y, z);
        double lock = .016 * StrictMath.sin(21 * s + 5 * noise(2 * side, 4 * s + 9)) + .03 * noise(9 * s, 2 * side);
        d -= lock * smooth(0, .25, side);
        return cut(d, ellipsoid(x, y + .38, z - .78, .56, 1.05, .85), .10);
    }

    /** The colour of a strand, in linear light. */
    static double[] colour(double x, double y, double z) {
        double s = across(Math.abs(x), y, z) + .02 * noise(4 * x, 4 * y + 3), t = Math.abs(x) - .6 * y;
        double fine = .5 * noise(70 * s, 3 * t) + .3 * noise(160 * s, 5 * t) + .2 * noise(28 * s, 2 * t + 7);
        return mix(new double[] {.012, .006, .004}, new double[] {.075, .030, .013}, fine);
    }

    /** The direction in which {@link #across} grows, not of unit length. */
    static double[] gradient(double x, double y, double z) {
        double e = .01, side = Math.abs(x), s = across(side, y, z);
        return new double[] {
            Math.signum(x) * (across(side + e, y, z) - s), across(side, y + e, z) - s, across(side, y, z + e) - s
        };
    }
}
