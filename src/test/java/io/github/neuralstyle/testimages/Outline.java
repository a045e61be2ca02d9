package io.github.neuralstyle.testimages;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A smooth curve through given points, closed or open, as points about two units apart. */
final class Outline {

    final double[][] points;
    private final boolean closed;

    Outline(boolean closed, double... xy) {
        this.closed = closed;
        int n = xy.length / 2, spans = closed ? n : n - 1, per = 40;
        points = new double[spans * per + (closed ? 0 : 1)][];
        for (int p = 0; p < points.length; p++) {
            int k = p / per;
            double t = p % per / (double) per;
            double[] at = new double[2];
            for (int c = 0; c < 2; c++) {
                double a = knot(xy, k - 1, c), b = knot(xy, k, c), d = knot(xy, k + 1, c), e = knot(xy, k + 2, c);
                at[c] = b
                        + .5 * t * (d - a + t * (2 * a - 5 * b + 4 * d - e + t * (3 * (b - d) + e - a))); // Catmull-Rom
            }
            points[p] = at;
        }
    }

    private double knot(double[] xy, int k, int c) {
        int n = xy.length / 2;
        return xy[2 * (closed ? (k + n) % n : Math.max(0, Math.min(n - 1, k))) + c];
    }

    /** Part of the curve, by shares of its knots. */
    double[][] part(double from, double to) {
        return Arrays.copyOfRange(points, (int) (from * points.length), (int) (to * points.length));
    }

    /** Sets the samples inside the closed curve to 1. */
    void fill(Canvas canvas, float[] layer) {
        fill(canvas, points, i -> layer[i] = 1);
    }

    /** Visits the samples inside a polygon. */
    static void fill(Canvas canvas, double[][] points, IntConsumer visit) {
        double top = 1e9, bottom = -1e9;
        for (double[] p : points) {
            top = Math.min(top, p[1]);
            bottom = Math.max(bottom, p[1]);
        }
        for (int j = Math.max(0, (int) (top * canvas.samples)); j < Math.min(canvas.h, bottom * canvas.samples); j++) {
            double y = (j + .5) / canvas.samples;
            double[] cuts = new double[points.length];
            int n = 0;
            for (int p = 0; p < points.length; p++) {
                double[] a = points[p], b = points[(p + 1) % points.length];
                if (a[1] <= y != b[1] <= y) cuts[n++] = a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]);
            }
            Arrays.sort(cuts, 0, n);
            for (int k = 0; k + 1 < n; k += 2)
                for (int i = Math.max(0, (int) (cuts[k] * canvas.samples));
                        i < Math.min(canvas.w, cuts[k + 1] * canvas.samples);
                        i++) visit.accept(j * canvas.w + i);
        }
    }

    /** The points of a curve that lies to the right of this one, by a distance. */
    double[][] beside(double distance) {
        double[][] moved = new double[points.length][];
        for (int p = 0; p < points.length; p++) {
            double[] a = points[Math.max(0, p - 1)], b = points[Math.min(points.length - 1, p + 1)];
            double dx = b[0] - a[0], dy = b[1] - a[1], length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            moved[p] = new double[] {points[p][0] - distance * dy / length, points[p][1] + distance * dx / length};
        }
        return moved;
    }

    double distance(double x, double y) {
        double least = 1e18;
        for (double[] p : points) least = Math.min(least, (p[0] - x) * (p[0] - x) + (p[1] - y) * (p[1] - y));
        return Math.sqrt(least);
    }

    /** The direction of the curve, averaged over all of it with weights that fall with the cube of the distance. */
    double angle(double x, double y) {
        double c = 0, s = 0;
        for (int p = 0; p + 1 < points.length; p++) {
            double dx = points[p + 1][0] - points[p][0], dy = points[p + 1][1] - points[p][1];
            double ux = points[p][0] - x, uy = points[p][1] - y;
            double q = ux * ux + uy * uy + 4,
                    weight = 1 / (q * Math.sqrt(q)),
                    length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            c += weight * (dx * dx - dy * dy) / length; // of twice the angle, as a direction has no sense
            s += weight * 2 * dx * dy / length;
        }
        return StrictMath.atan2(s, c) / 2;
    }
}
