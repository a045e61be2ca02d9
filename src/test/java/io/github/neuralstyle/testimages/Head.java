package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;
import static io.github.neuralstyle.testimages.Solid.*;

/**
 * A head as a solid: x to the right, y up, z to the front; the eyes at height 0, the chin at -1.15, the crown at 1.15.
 * Everything is symmetric, so that a view has to turn it.
 */
final class Head {

    static final double EYE_X = .31, EYE_Z = .60, EYE = .178;
    private static final double[] BRIDGE = {0, .12, .80}, TIP = {0, -.31, 1.02};

    private Head() {}

    /** The skull, jaw and cheeks without eyes, nose and mouth: close to the face everywhere. */
    static double skull(double x, double y, double z) {
        double side = Math.sqrt(x * x + .003);
        double d = ellipsoid(x, y - .29, z + .12, .74, .86, .93);
        d = join(d, ellipsoid(x * (1 + .22 * smooth(-.3, -1.1, y)), y + .30, z - .24, .555, .74, .60), .22);
        d = join(d, rod(side, y, z, new double[] {.41, -.48, .0}, new double[] {.08, -.95, .56}, .13, .12), .22);
        return join(d, ellipsoid(x, y + .96, z - .60, .18, .15, .18), .16);
    }

    /** The distance to the skin of the face, of a head without hair. */
    static double face(double x, double y, double z) {
        double d = skull(x, y, z);
        if (d > .4 || z < 0) return d;
        double side = Math.sqrt(x * x + .0008), u = Math.abs(x) - EYE_X;
        d = join(d, ellipsoid(side - .40, y + .24, z - .50, .19, .17, .19), .22);
        d = join(d, rod(side, y, z, new double[] {.06, .20, .75}, new double[] {.40, .22, .60}, .07, .06), .22);
        d = cut(d, ellipsoid(u + .01, y - .01, z - .84, .20, .12, .13), .16);
        d = cut(d, ellipsoid(side - .15, y - .04, z - .90, .07, .11, .07), .12);
        double nose = rod(x, y, z, BRIDGE, TIP, .055, .092);
        nose = join(nose, ellipsoid(side - .115, y + .345, z - .91, .065, .062, .085), .12);
        d = join(d, nose, .13);
        d = cut(d, ellipsoid(side - .06, y + .425, z - .955, .035, .035, .05), .03);
        d = join(d, ellipsoid(x, y + .62, z - .70, .27, .21, .155), .24);
        d -= lips(side, y, z);
        d = join(d, length(u, y, z - EYE_Z) - EYE - .022, .05);
        d += .014 * hill(square((y - upper(u) - .062 + .1 * u * u) / .03)) * hill(square(u / .22)) * smooth(.5, .6, z);
        double open = Math.max(y - upper(u), lower(u) - y) * .8;
        return cut(d, Math.max(open, .45 - z), .016);
    }

    /** The edge of the upper lid, by the distance outwards from the middle of the eye. */
    static double upper(double u) {
        double t = u / .174;
        return .012 + .068 * (1 - t * t) + .010 * t;
    }

    /** The edge of the lower lid. */
    static double lower(double u) {
        double t = u / .174;
        return .012 - .062 * (1 - t * t) + .010 * t;
    }

    /** The height of the line between the lips. */
    static double mouth(double side) {
        return -.625 + .10 * side * side - .016 * hill(square(side / .11)) + .012 * smooth(.18, .27, side);
    }

    /** The heights of the red of the upper lip and of the lower lip above and below the mouth. */
    static double lipAbove(double side) {
        return .085 * (1 - square(side / .27)) - .024 * hill(square(side / .08));
    }

    static double lipBelow(double side) {
        return .105 * (1 - square(side / .25));
    }

    /** How far lips stand out, and the furrows around them. */
    private static double lips(double side, double y, double z) {
        if (side > .5 || z < .4) return 0;
        double m = mouth(side),
                up = (y - m) / Math.max(.02, lipAbove(side)),
                down = (m - y) / Math.max(.02, lipBelow(side));
        double ends = smooth(.285, .14, side);
        double out = .040 * hill(square((up - .45) / 1.1)) + .055 * hill(square((down - .5) / 1.1));
        double line = -.028 * hill(square((y - m) / .040)) * smooth(.265, .19, side);
        double corner = -.014 * hill((square(side - .27) + square(y - m)) / square(.09));
        double groove = -.012 * hill(square(side / .06) + square((y + .49) / .10));
        double below = -.030 * hill(square(side / .22) + square((y + .80) / .09));
        return out * ends + line + corner + groove + below;
    }
}
