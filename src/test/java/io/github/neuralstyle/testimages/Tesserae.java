package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Cut stones, laid in rows one by one; none lies on another, and sandy grout fills what they leave. */
final class Tesserae {

    interface Stone {
        /** The colour of a stone about a place. */
        double[] at(double x, double y);
    }

    private static final double GAP = .55;
    final Canvas canvas;
    private final Random random;
    /** Where a stone or its gap lies. */
    private final boolean[] taken;

    private final float[] height;

    Tesserae(Canvas canvas, Random random) {
        this.canvas = canvas;
        this.random = random;
        taken = new boolean[canvas.w * canvas.h];
        height = canvas.layer();
    }

    /** Lays rows along a field of directions where the inside is over 0 and free, and cuts small stones for what is left. */
    void lay(Field inside, Field angle, double size, Stone stone) {
        for (double s : new double[] {size, .8 * size, .55 * size}) {
            Field free = (x, y) -> taken[canvas.near(x, y)] ? 0 : inside.at(x, y);
            for (double[][] row : new Streamlines(canvas, angle, free, s * .7).fill(random, 60000, 400, (x, y) -> s))
                row(row, s, stone);
        }
    }

    /** Cuts a row along a path into stones that are about square. */
    void row(double[][] path, double size, Stone stone) {
        double at = 0, length = 0;
        double[] along = new double[path.length];
        for (int p = 1; p < path.length; p++)
            along[p] = length += StrictMath.hypot(path[p][0] - path[p - 1][0], path[p][1] - path[p - 1][1]);
        int p = 0;
        while (at < length) {
            double next = Math.min(length, at + size * (.75 + .55 * random.nextDouble()));
            if (length - next < .45 * size) next = length;
            double middle = (at + next) / 2;
            while (p + 2 < path.length && along[p + 1] < middle) p++;
            double t = (middle - along[p]) / Math.max(1e-9, along[p + 1] - along[p]);
            double dx = path[p + 1][0] - path[p][0], dy = path[p + 1][1] - path[p][1];
            put(
                    path[p][0] + t * dx,
                    path[p][1] + t * dy,
                    StrictMath.atan2(dy, dx) + .10 * (random.nextDouble() - .5),
                    next - at,
                    size * (.94 + .12 * random.nextDouble()),
                    stone);
            at = next;
        }
    }

    private void put(double x, double y, double angle, double length, double width, Stone stone) {
        double c = StrictMath.cos(angle), s = StrictMath.sin(angle);
        double[][] cut = new double[4][], room = new double[4][];
        double[] skew = {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()};
        for (int k = 0; k < 4; k++) {
            double a = (k == 0 || k == 3 ? -.5 : .5) * length, b = (k < 2 ? -.5 : .5) * width;
            double in = 1 - .12 * skew[k], ga = a - Math.signum(a) * GAP, gb = b - Math.signum(b) * GAP;
            cut[k] = new double[] {x + in * (c * ga - s * gb), y + in * (s * ga + c * gb)};
            room[k] = new double[] {x + c * a - s * b, y + s * a + c * b};
        }
        int[] count = new int[2];
        Outline.fill(canvas, cut, i -> count[taken[i] ? 1 : 0]++);
        if (count[0] < 2 * count[1] || count[0] < 3) return;
        double[] colour = stone.at(x, y);
        double value = .86 + .28 * random.nextDouble(),
                warm = .05 * (random.nextDouble() - .5),
                seed = random.nextDouble() * 1000;
        double ta = .9 * (random.nextDouble() - .5), tb = .9 * (random.nextDouble() - .5), vein = random.nextDouble();
        Outline.fill(canvas, cut, i -> {
            if (taken[i]) return;
            double dx = canvas.x(i) - x,
                    dy = canvas.y(i) - y,
                    a = (c * dx + s * dy) / length * 2,
                    b = (c * dy - s * dx) / width * 2;
            double edge = smooth(0, .35, 1.06 - Math.max(Math.abs(a), Math.abs(b)) - .12 * noise(dx + seed, dy));
            double mottle = 1
                    + .16 * (cloud(dx * .9 + seed, dy * .9, 3) - .5)
                    - .22 * smooth(.62, .8, noise(dx * 1.9 + seed, dy * 1.9)) * vein;
            for (int k = 0; k < 3; k++)
                canvas.rgb[k][i] = (float) (clamp(colour[k] * value * mottle + warm * (1 - k)) * (.80 + .2 * edge));
            height[i] = (float) (1 + 1.5 * edge + ta * a + tb * b + .25 * noise(dx * 1.3 + seed, dy * 1.3));
        });
        Outline.fill(canvas, room, i -> taken[i] = true);
    }

    /** Fills the joints, and lights all from the upper left. */
    void grout() {
        canvas.each((i, x, y) -> {
            double sand = .5 * noise(x * 2.4, y * 2.4) + .5 * cloud(x * .5, y * .5, 3), tone = .38 + .30 * sand;
            if (height[i] == 0) {
                canvas.mix(i, new double[] {tone, tone * .93, tone * .82}, 1);
                height[i] = (float) (.5 * sand);
            }
            double grime = .90 + .2 * cloud(x * .012, y * .012, 4);
            for (float[] p : canvas.rgb) p[i] *= (float) grime;
        });
        canvas.soften(height, .25);
        canvas.rake(height, .30, .22);
    }
}
