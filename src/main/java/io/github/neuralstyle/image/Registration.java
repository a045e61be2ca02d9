package io.github.neuralstyle.image;

import Jama.LUDecomposition;
import Jama.Matrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the motion between two pictures of a scene: its shift by up to a quarter of each side and its rotation by up to 24 degrees by
 * search at 64 pixels, then from coarse to fine by the Gauss-Newton method (after Th&eacute;venaz, Ruttimann &amp; Unser
 * 1998, A pyramid approach to subpixel registration based on intensity), with weights that leave out what moves otherwise.
 */
public final class Registration {

    /** The longest sides of the picture in the search and at the end, in pixels. */
    private static final int COARSEST = 64, FINEST = 512;

    /** No motion can be found in pictures with a shorter side. */
    private static final int SHORTEST = 16;

    /** The angles of the search, in degrees. */
    private static final int LARGEST_ANGLE = 24, ANGLE_STEP = 3;

    private static final int SHIFT_STEP = 2;

    private static final int ITERATIONS = 12;

    /** The correlation that a motion must reach, and how much of what is different it must explain. */
    private static final double CORRELATION = 0.5, EXPLAINED = 0.15;

    /** The part of the picture that must have been there before. */
    private static final double OVERLAP = 0.5;

    /** A motion of less than that, in pixels, is none. */
    private static final double NOTHING = 0.25;

    /** (x, y, angle) in pixels of a level. */
    private record Step(double x, double y, double angle) {}

    private static final Step STILL = new Step(0, 0, 0);

    private final int width, height;
    private final float[] before, now;

    private Registration(Pixels before, Pixels now, int longest) {
        Pyramid.Size size = Pyramid.shrunk(now.width(), now.height(), longest);
        width = size.width();
        height = size.height();
        this.before = grey(before);
        this.now = grey(now);
    }

    private float[] grey(Pixels picture) {
        float[] rgb = Resampling.resize(picture, width, height).values(), grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) grey[i] = (float) Planes.luminance(rgb, 3 * i);
        return grey;
    }

    /**
     * The motion from one picture to the next.
     *
     * @param now of the size of the one before
     * @return none if the scene has not moved, or it is not found, as in noise or where a scene ends
     */
    public static Optional<Motion> find(Pixels before, Pixels now) {
        int longest = Math.max(now.width(), now.height()), shortest = Math.min(now.width(), now.height());
        int finest = Math.min(longest, FINEST);
        if (shortest < SHORTEST) return Optional.empty();
        int size = finest;
        while (size > COARSEST && shortest * size > 2 * SHORTEST * longest) size = (size + 1) / 2;
        Registration level = new Registration(before, now, size);
        Step found = level.search();
        for (int last = size; ; last = size) {
            found = level.refine(found);
            if (size == finest) break;
            size = Math.min(finest, 2 * size);
            level = new Registration(before, now, size);
            double scale = (double) size / last;
            found = new Step(found.x * scale, found.y * scale, found.angle);
        }
        double still = level.correlation(STILL, 1), moved = level.correlation(found, 1);
        Motion motion = Motion.of(found.x, found.y, found.angle, level.width, level.height);
        return moved >= CORRELATION
                        && 1 - moved < (1 - EXPLAINED) * (1 - still)
                        && motion.longest(now.width(), now.height()) >= NOTHING
                ? Optional.of(motion)
                : Optional.empty();
    }

    private Step search() {
        Step best = STILL;
        double most = correlation(STILL, 1);
        int across = width / 4, down = height / 4;
        for (int degrees = -LARGEST_ANGLE; degrees <= LARGEST_ANGLE; degrees += ANGLE_STEP)
            for (int y = -down; y <= down; y += SHIFT_STEP)
                for (int x = -across; x <= across; x += SHIFT_STEP) {
                    Step step = new Step(x, y, Math.toRadians(degrees));
                    double correlation = correlation(step, 2);
                    if (correlation > most) {
                        most = correlation;
                        best = step;
                    }
                }
        return best;
    }

    /** Of what is now with what was there before, every so many pixels; -1 where too little was. */
    private double correlation(Step step, int every) {
        Motion.Map map = map(step);
        double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        for (int y = 0; y < height; y += every)
            for (int x = 0; x < width; x += every) {
                double u = map.x(x, y), v = map.y(x, y);
                if (u < 0 || v < 0 || u > width - 1 || v > height - 1) continue;
                double p = now[y * width + x], q = at(before, u, v);
                n++;
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        if (n * every * every < OVERLAP * width * height) return -1;
        double variance = (n * aa - a * a) * (n * bb - b * b);
        return variance > 0 ? (n * ab - a * b) / Math.sqrt(variance) : -1;
    }

    private Motion.Map map(Step step) {
        return Motion.of(step.x, step.y, step.angle, width, height).map(width, height);
    }

    private double at(float[] image, double u, double v) {
        int x = (int) Math.min(width - 2, u), y = (int) Math.min(height - 2, v), i = y * width + x;
        double s = u - x, t = v - y;
        return (1 - t) * ((1 - s) * image[i] + s * image[i + 1])
                + t * ((1 - s) * image[i + width] + s * image[i + width + 1]);
    }

    private Step refine(Step start) {
        Step step = start;
        for (int i = 0; i < ITERATIONS; i++) {
            double[] change = change(step);
            if (change == null) return start;
            step = new Step(step.x - change[0], step.y - change[1], step.angle - change[2]);
            if (Math.hypot(change[0], change[1]) + Math.abs(change[2]) * Math.max(width, height) < 0.002) break;
        }
        return correlation(step, 1) >= correlation(start, 1) ? step : start;
    }

    /** The Gauss-Newton step for x, y and the angle, with the difference of the means taken out; null if there is none. */
    private double[] change(Step step) {
        Motion.Map map = map(step);
        double mean = 0, deviation = 0;
        int n = 0;
        double[] rest = new double[width * height];
        Arrays.fill(rest, Double.NaN);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                double u = map.x(x, y), v = map.y(x, y);
                if (u < 1 || v < 1 || u > width - 2 || v > height - 2) continue;
                rest[y * width + x] = at(before, u, v) - now[y * width + x];
                mean += rest[y * width + x];
                n++;
            }
        if (n == 0) return null;
        mean /= n;
        for (double r : rest) if (!Double.isNaN(r)) deviation += Math.abs(r - mean) / n;
        double[][] a = new double[3][3];
        double[] b = new double[3];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                double r = rest[y * width + x] - mean;
                if (Double.isNaN(r)) continue;
                double u = map.x(x, y), v = map.y(x, y);
                double gx = (at(before, u + 1, v) - at(before, u - 1, v)) / 2,
                        gy = (at(before, u, v + 1) - at(before, u, v - 1)) / 2;
                double px = u - (width - 1) / 2.0 - step.x, py = v - (height - 1) / 2.0 - step.y;
                double[] g = {gx, gy, px * gy - py * gx};
                double weight = 1 / (1 + r * r / (4 * deviation * deviation + 1e-12));
                weight *= weight;
                for (int i = 0; i < 3; i++) {
                    b[i] += weight * g[i] * r;
                    for (int j = 0; j < 3; j++) a[i][j] += weight * g[i] * g[j];
                }
            }
        LUDecomposition lu = new LUDecomposition(new Matrix(a));
        return lu.isNonsingular() ? lu.solve(new Matrix(b, 3)).getColumnPackedCopy() : null;
    }
}
