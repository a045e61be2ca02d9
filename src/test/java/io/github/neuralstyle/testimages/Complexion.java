package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Head.*;
import static io.github.neuralstyle.testimages.Paint.*;
import static io.github.neuralstyle.testimages.Solid.*;

/** The colours of a face, in linear light, by the place on the {@link Head}. */
final class Complexion {

    private static final double[] ROSY = {.60, .28, .20}, LIP = {.46, .14, .12}, DARK = {.10, .028, .02};

    private Complexion() {}

    static double[] skin(double x, double y, double z) {
        double side = Math.abs(x), mottle = cloud(7 * x + 3 * z, 7 * y, 4) - .5;
        double[] c = {.60 + .06 * mottle, .385 + .08 * mottle, .27 + .06 * mottle};
        c = mix(c, ROSY, .55 * hill(square((side - .40) / .30) + square((y + .32) / .26)) * smooth(0, .3, z));
        c = mix(c, ROSY, .5 * hill(square(x / .2) + square((y + .33) / .16)) * smooth(.7, .9, z));
        return z > .4 ? features(c, side, y, z) : c;
    }

    private static double[] features(double[] c, double side, double y, double z) {
        double nostril = (square(side - .062) + square((y + .405) / .5)) / square(.035);
        c = mix(c, DARK, .8 * hill(nostril) * smooth(.8, .9, z));
        double m = mouth(side),
                up = (y - m) / Math.max(.004, lipAbove(side)),
                down = (m - y) / Math.max(.004, lipBelow(side));
        c = mix(c, LIP, .85 * smooth(1.12, .85, Math.max(up, down)) * smooth(.272, .25, side));
        c = mix(c, DARK, .85 * smooth(.012, .003, Math.abs(y - m)) * smooth(.27, .24, side));
        double u = side - EYE_X, lash = Math.abs(y - upper(u) - .006);
        c = mix(c, new double[] {.03, .02, .015}, .9 * smooth(.030, .012, lash) * smooth(.19, .16, Math.abs(u)));
        double arch = .225 + .055 * smooth(-.20, .08, u) - .08 * square(Math.max(0, u - .03) / .2);
        double brow =
                hill(square((y - arch) / (.066 - .13 * Math.max(0, u)))) * smooth(-.22, -.14, u) * smooth(.27, .18, u);
        return mix(
                c, new double[] {.09, .05, .03}, clamp(1.5 * brow) * (.72 + .28 * noise(150 * (u - .7 * y), 45 * y)));
    }

    /** The eye: white, iris, pupil, the shadow of the lid, and the light in it. */
    static double[] eye(double x, double y) {
        double u = Math.abs(x) - EYE_X, dx = x - Math.signum(x) * EYE_X + .050, dy = y - .004;
        double r = Math.sqrt(dx * dx + dy * dy), a = StrictMath.atan2(dy, dx);
        double[] white = {.47, .43, .40},
                brown = mix(new double[] {.11, .06, .025}, new double[] {.24, .14, .055}, noise(5 * a, 20 * r)),
                dark = {.015, .012, .01};
        double[] c = mix(white, mix(brown, dark, smooth(.062, .09, r)), smooth(.096, .084, r));
        c = mix(c, dark, smooth(.040, .032, r));
        c = mix(dark, c, .18 + .82 * smooth(0, .06, upper(u) - y));
        double spot = Math.sqrt(square(dx - .030) + square(dy - .030));
        return mix(c, new double[] {3, 3, 3}, smooth(.017, .009, spot));
    }
}
