package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Watercolour on rough paper: transparent washes that darken at their edges, granulate in the tooth of the paper and bloom. */
final class Washes {

    static final double[] COBALT = {1.35, .62, .16},
            ULTRAMARINE = {1.5, 1.05, .32},
            OCHRE = {.05, .26, 1.0},
            ROSE = {.07, .85, .42};
    static final double[] SIENNA = {.30, .85, 1.45},
            SAP = {1.05, .38, 1.45},
            INDIGO = {1.9, 1.35, .85},
            TEAL = {1.5, .52, .62};

    final Canvas canvas;
    private final Random random;
    private final Brush brush;
    private final float[] tooth;
    private final float[][] absorbed;
    /** Place, radius and seed of the back runs. */
    private final double[][] blooms = new double[13][];

    Washes(Canvas canvas, Random random) {
        this.canvas = canvas;
        this.random = random;
        brush = new Brush(canvas);
        tooth = canvas.layer();
        absorbed = new float[][] {canvas.layer(), canvas.layer(), canvas.layer()};
        canvas.each((i, x, y) -> {
            double pits = noise(x * .62, y * .62), fine = noise(x * 1.5 + 7, y * 1.5);
            tooth[i] = (float) (.5 * pits + .3 * fine + .2 * noise(x * 3.1, y * 3.1));
        });
        for (int k = 0; k < blooms.length; k++)
            blooms[k] = new double[] {
                random.nextDouble() * canvas.width,
                random.nextDouble() * canvas.height,
                18 + 60 * random.nextDouble() * random.nextDouble(),
                random.nextDouble() * 100
            };
    }

    private void add(int i, double[] pigment, double density) {
        for (int c = 0; c < 3; c++) absorbed[c][i] += (float) (pigment[c] * density);
    }

    /** Where a wash is to go, from 0 to 1, between two levels. */
    float[] mask(double top, double bottom, Field shape) {
        float[] mask = canvas.layer();
        canvas.each(0, top, canvas.width, bottom, (i, x, y) -> mask[i] = (float) shape.at(x, y));
        return mask;
    }

    /** @param edge how much more pigment dries at the edges, 0 for none */
    void wash(float[] mask, double[] pigment, Field density, double edge) {
        float[] soft = mask.clone();
        canvas.soften(soft, 1.1);
        canvas.each((i, x, y) -> {
            if (mask[i] == 0) return;
            double rim = edge
                    * 1.6
                    * Math.max(0, mask[i] - soft[i])
                    * smooth(.25, .6, noise(x * .018 + edge, y * .018) + .2);
            double pool = .72 + .56 * cloud(x * .011 + pigment[0], y * .011, 3);
            double grains = 1 + .75 * (.52 - tooth[i]) * (pigment[2] < 1 ? 1.3 : .8);
            double amount = density.at(x, y) * mask[i] * (pool + rim) * bloom(x, y) * grains;
            if (amount > 0) add(i, pigment, amount);
        });
    }

    /** Water that ran back into a drying wash: pale inside, with a crinkled dark front. */
    private double bloom(double x, double y) {
        double factor = 1;
        for (double[] b : blooms) {
            double dx = x - b[0], dy = y - b[1], r = Math.sqrt(dx * dx + dy * dy) / b[2];
            if (r > 1.5) continue;
            double front = r + .6 * (cloud(b[3] + dx * .05, dy * .05, 4) - .5) * 2 - .1;
            factor *= 1 - .30 * smooth(1, .5, front) + .26 * smooth(.86, 1, front) * smooth(1.10, 1, front);
        }
        return factor;
    }

    /** Repeats what lies above a level below it, blurred along and broken by ripples. */
    void mirror(double level) {
        canvas.each(0, level, canvas.width, canvas.height, (i, x, y) -> {
            double depth = y - level, ripple = (noise(x * .012, y * .16) - .5) * (4 + depth * .12);
            int from = canvas.near(x + 2.2 * ripple, level - depth * .96 - 1.2 * ripple);
            for (float[] p : absorbed) p[i] = .78f * p[from] + .22f * p[canvas.near(x, level - depth * .8 - 6)];
        });
    }

    /** Light passes all pigment twice, and shows the tooth of the paper. */
    void dry() {
        canvas.each((i, x, y) -> {
            double cream = .035 * (cloud(x * .004, y * .004, 3) - .5);
            double[] sheet = {.985 + cream, .972 + cream, .935 + cream};
            for (int c = 0; c < 3; c++) canvas.rgb[c][i] = (float) (sheet[c] * StrictMath.exp(-absorbed[c][i]));
        });
        canvas.soften(tooth, .3);
        canvas.rake(tooth, .11, 0);
    }

    /** A stroke of the tip of the brush, drier towards its end. */
    void line(double[][] path, double width, double[] pigment, double load) {
        double seed = random.nextDouble() * 100;
        brush.stroke(
                path,
                width,
                u -> Math.min(1, .5 + 6 * u) * Math.sqrt(1.02 - u) * (.8 + .4 * noise(u * path.length * .12, seed)),
                (i, u, v, cover) -> add(
                        i,
                        pigment,
                        cover
                                * load
                                * (.75 + .45 * smooth(.5, 1, Math.abs(v)))
                                * smooth(.75 * u, .75 * u + .2, tooth[i] + .3)));
    }

    void dot(float[] mask, double cx, double cy, double r) {
        double seed = random.nextDouble() * 1000;
        canvas.each(cx - 1.5 * r, cy - 1.5 * r, cx + 1.5 * r, cy + 1.5 * r, (i, x, y) -> {
            double d = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)) / r
                    + .7 * (noise(seed + (x - cx) / r * 1.3, (y - cy) / r * 1.3) - .5);
            mask[i] = Math.max(mask[i], (float) smooth(1.06, .94, d));
        });
    }

    /** Adds a polygon to a mask. */
    void polygon(float[] mask, double... xy) {
        double[][] points = new double[xy.length / 2][];
        for (int k = 0; k < points.length; k++)
            points[k] = new double[] {xy[2 * k] + .5 * bell(), xy[2 * k + 1] + .5 * bell()};
        Outline.fill(canvas, points, i -> mask[i] = 1);
    }

    /** Random, most often near 0, between -1.5 and 1.5. */
    double bell() {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
    }
}
