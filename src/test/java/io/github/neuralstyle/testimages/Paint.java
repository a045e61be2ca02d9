package io.github.neuralstyle.testimages;

import java.util.function.DoubleUnaryOperator;

/** Noise, colours, blurs and strokes, in arithmetic that is the same on every platform. */
final class Paint {

    private Paint() {}

    interface Shader {
        void shade(int i, double x, double y);
    }

    interface Field {
        double at(double x, double y);
    }

    /** Receives a brush stroke point by point: u runs along it from 0 to 1, v across it from -1 to 1. */
    interface Bristles {
        void touch(double x, double y, double u, double v);
    }

    /** The way from a point along a field of directions, in steps of two pixels. */
    static double[][] trace(double x, double y, double length, Field angle) {
        double[][] path = new double[Math.max(2, (int) (length / 2) + 1)][];
        for (int i = 0; i < path.length; i++) {
            path[i] = new double[] {x, y};
            double a = angle.at(x, y);
            x += 2 * StrictMath.cos(a);
            y += 2 * StrictMath.sin(a);
        }
        return path;
    }

    /** Draws a brush of a width, which may vary along the stroke, over a path. */
    static void stroke(double[][] path, double width, DoubleUnaryOperator taper, Bristles bristles) {
        int across = (int) (width * 3) + 2;
        for (int i = 0; i + 1 < path.length; i++) {
            double dx = path[i + 1][0] - path[i][0], dy = path[i + 1][1] - path[i][1];
            double length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
            for (double s = 0; s < length; s += 0.35) {
                double u = (i + s / length) / (path.length - 1), half = width / 2 * taper.applyAsDouble(u);
                for (int k = 0; k < across; k++) {
                    double v = (2 * k + 1.0) / across - 1;
                    bristles.touch(
                            path[i][0] + (s * dx - v * half * dy) / length,
                            path[i][1] + (s * dy + v * half * dx) / length,
                            u,
                            v);
                }
            }
        }
    }

    static double clamp(double v) {
        return v < 0 ? 0 : v > 1 ? 1 : v;
    }

    static double smooth(double from, double to, double v) {
        double t = clamp((v - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    static double[] mix(double[] a, double[] b, double t) {
        return new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])};
    }

    /** A colour at t in [0, 1] on a palette of evenly spaced colours. */
    static double[] ramp(double[][] palette, double t) {
        double p = clamp(t) * (palette.length - 1);
        int i = Math.min((int) p, palette.length - 2);
        return mix(palette[i], palette[i + 1], p - i);
    }

    /** A random number in [0, 1) that belongs to a grid point. */
    static double hash(long x, long y, long z) {
        long h = x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ z * 0x165667B19E3779F9L;
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        return (h >>> 11) * 0x1p-53;
    }

    /** Smooth noise in [0, 1] with one bump per unit. */
    static double noise(double x, double y) {
        double fx = Math.floor(x), fy = Math.floor(y), u = smooth(0, 1, x - fx), v = smooth(0, 1, y - fy);
        long i = (long) fx, j = (long) fy;
        double top = hash(i, j, 7) * (1 - u) + hash(i + 1, j, 7) * u;
        return top * (1 - v) + (hash(i, j + 1, 7) * (1 - u) + hash(i + 1, j + 1, 7) * u) * v;
    }

    /** Noise with finer octaves, in [0, 1] and about 0.5. */
    static double cloud(double x, double y, int octaves) {
        double sum = 0, weight = 0.5, total = 0;
        for (int o = 0; o < octaves; o++, weight /= 2) {
            sum += weight * noise(x, y);
            total += weight;
            double t = 1.6 * x - 1.2 * y + 17.3;
            y = 1.2 * x + 1.6 * y + 5.1;
            x = t;
        }
        return sum / total;
    }

    /** Blurs in place: three box filters, close to a Gaussian. */
    static void blur(float[] p, int w, int h, int radius) {
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < h; y++) box(p, y * w, 1, w, radius);
            for (int x = 0; x < w; x++) box(p, x, w, h, radius);
        }
    }

    private static void box(float[] p, int start, int step, int n, int radius) {
        double[] sums = new double[n + 1];
        for (int i = 0; i < n; i++) sums[i + 1] = sums[i] + p[start + i * step];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, i - radius), to = Math.min(n, i + radius + 1);
            p[start + i * step] = (float) ((sums[to] - sums[from]) / (to - from));
        }
    }
}
