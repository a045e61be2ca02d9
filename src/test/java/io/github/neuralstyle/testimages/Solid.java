package io.github.neuralstyle.testimages;

/** Distances to simple solids, negative inside, and ways to join them smoothly. */
final class Solid {

    private Solid() {}

    static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** About the distance to an ellipsoid with semi-axes a, b and c around the origin. */
    static double ellipsoid(double x, double y, double z, double a, double b, double c) {
        double near = length(x / a, y / b, z / c);
        return near * (near - 1) / (length(x / (a * a), y / (b * b), z / (c * c)) + 1e-9);
    }

    /** The distance to a rod from one point to another, round at its ends, whose radius changes evenly along it. */
    static double rod(double x, double y, double z, double[] from, double[] to, double first, double last) {
        double dx = to[0] - from[0], dy = to[1] - from[1], dz = to[2] - from[2];
        x -= from[0];
        y -= from[1];
        z -= from[2];
        double t = Paint.clamp((x * dx + y * dy + z * dz) / (dx * dx + dy * dy + dz * dz));
        return length(x - t * dx, y - t * dy, z - t * dz) - first - t * (last - first);
    }

    /** The union of two solids, with a fillet of a width. */
    static double join(double a, double b, double width) {
        double near = Math.max(0, width - Math.abs(a - b)) / width;
        return Math.min(a, b) - near * near * width / 4;
    }

    /** The first solid without the second, with a rounded edge of a width. */
    static double cut(double a, double b, double width) {
        return -join(-a, b, width);
    }

    static double square(double v) {
        return v * v;
    }

    /** A round hill that is 1 where its argument, a squared distance in radii, is 0, and ends where that is 1. */
    static double hill(double squared) {
        double t = Math.max(0, 1 - squared);
        return t * t * t;
    }
}
