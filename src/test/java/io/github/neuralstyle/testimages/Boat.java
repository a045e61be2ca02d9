package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

/** A boat from the side, on a layer that is laid over the picture together with its mirror image in the water. */
final class Boat {

    static final double[] WOOD = {.50, .33, .19}, ROPE = {.20, .17, .15};

    private final Canvas canvas;
    private final float[][] layer;
    private final float[] cover;
    private double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;

    Boat(Canvas canvas) {
        this.canvas = canvas;
        layer = new float[][] {canvas.layer(), canvas.layer(), canvas.layer()};
        cover = canvas.layer();
    }

    private void dab(int i, double[] colour, double light, double alpha) {
        for (int c = 0; c < 3; c++) layer[c][i] += (float) (alpha * (colour[c] * light - layer[c][i]));
        cover[i] += (float) (alpha * (1 - cover[i]));
    }

    private void each(double x0, double y0, double x1, double y1, Shader shader) {
        left = Math.min(left, x0);
        right = Math.max(right, x1);
        top = Math.min(top, y0);
        bottom = Math.max(bottom, y1);
        canvas.each(x0, y0, x1, y1, shader);
    }

    /** Lays the mirror image below the waterline over the picture, then the boat. */
    void launch(double line) {
        canvas.each(left - 3, line - .4, right + 3, Math.min(300, 2 * line - top + 14), (i, x, y) -> {
            double d = y - line, wave = Harbor.ripple(x, y), alpha = 0;
            double[] sum = new double[3];
            int n = 8;
            for (int k = 0; k < n; k++) {
                double q = (2 * k + 1.0) / n - 1;
                int from = canvas.at(
                        x + .12 * wave, line - .2 - Math.abs(d + wave * smooth(0, 6, d) + q * (.4 + d * .05)));
                if (from < 0) continue;
                alpha += cover[from] / n;
                for (int c = 0; c < 3; c++) sum[c] += layer[c][from] / n;
            }
            if (alpha <= 0) return;
            for (int c = 0; c < 3; c++) sum[c] /= alpha;
            canvas.mix(i, Harbor.tint(sum, y - Harbor.SHORE), .86 * alpha);
        });
        canvas.each(left, top, right, bottom, (i, x, y) -> {
            for (int c = 0; c < 3; c++) canvas.rgb[c][i] = canvas.rgb[c][i] * (1 - cover[i]) + layer[c][i];
        });
    }

    /** A hull from the side, the bow towards dir: sheer, planks, a light gunwale and a red bottom. */
    void hull(double x0, double line, double length, double h, double dir, double[] paint) {
        each(x0 - .6 * length, line - 2 * h, x0 + .6 * length, line + .3, (i, x, y) -> {
            double t = dir * (x - x0) / length * 2,
                    sheer = line - h * (.92 + .28 * t * t + .22 * t),
                    up = (line - y) / h;
            double bow = .90 + .14 * Math.sqrt(clamp(up / 1.4)), stern = -.88 - .07 * clamp(up);
            if (t > bow || t < stern || y < sheer) return;
            double down = (y - sheer) / h, plank = (down * 6) % 1;
            double[] c = down < .12
                    ? mix(paint, new double[] {.95, .90, .78}, .8)
                    : up < .16 ? new double[] {.50, .16, .12} : paint;
            double light = (1.06 - .34 * down)
                    * (plank < .14 ? .82 : 1)
                    * (.94 + .14 * noise(x * .7, y * 2))
                    * (1 - .25 * smooth(.3, 1, t * dir));
            if (down >= .12 && down < .19) light *= .6;
            dab(i, c, light, 1);
        });
    }

    void cabin(double x0, double deck, double width, double h, double[] paint) {
        each(x0 - width / 2 - 1, deck - h - 1, x0 + width / 2 + 1, deck + 2, (i, x, y) -> {
            double s = Math.abs(x - x0) - width / 2, up = deck - y;
            if (up > h) dab(i, WOOD, .8, 1);
            else if (s < 0)
                dab(
                        i,
                        up > h * .35 && up < h * .8 && (x - x0 + 50) % 3.6 < 2.3 && s < -.6 ? ROPE : paint,
                        1.02 - .25 * smooth(-1, 1, 2 * (x - x0) / width),
                        1);
        });
    }

    /** A mast with shrouds, ratlines and a pennant. */
    void mast(double x, double foot, double height, double spread, double deck, double width, double[] flag) {
        double head = foot - height;
        for (int side = -1; side <= 1; side += 2)
            for (int k = 0; k < 3; k++)
                line(x, head + height * (.08 + .05 * k), x + side * spread * (.16 + .09 * k), deck, .14, ROPE, .9);
        if (height > 40)
            for (double u = .05; u < .6; u += 1.9 / height) {
                double w = (1 - u / .92) * spread;
                line(x - w * .34, deck - u * height, x - w * .16, deck - u * height, .12, ROPE, .8);
                line(x + w * .16, deck - u * height, x + w * .34, deck - u * height, .12, ROPE, .8);
            }
        line(x, foot, x, head, width * 1.5, WOOD, 1);
        line(x - width * .3, foot, x - width * .3, head, width * .5, new double[] {.78, .60, .40}, 1);
        if (height > 30)
            line(x - spread * .22, foot - height * .62, x + spread * .22, foot - height * .62, .3, WOOD, 1);
        each(x - 8, head - 4, x + 8, head + 2, (i, px, y) -> {
            double u = (px - x) / 6;
            if (u > 0 && u < 1 && Math.abs(y - head + .2 + StrictMath.sin(5 * u) * .5) < 1.1 * (1 - .7 * u))
                dab(i, flag, 1, 1);
        });
    }

    /** A boom with a sail furled on it. */
    void boom(double x, double y, double along, double[] sail, double thick) {
        line(x, y + thick * .6, x + along, y + thick * .4, .5, WOOD, 1);
        double from = Math.min(x, x + along), to = Math.max(x, x + along);
        each(from, y - thick * 1.5, to, y + thick, (i, px, py) -> {
            double u = (px - from) / (to - from),
                    fat = thick * (.55 + .45 * StrictMath.sin(3.1 * u)) * (.8 + .3 * noise(px * .9, 4));
            double v = (py - y) / fat;
            if (Math.abs(v) < 1) dab(i, sail, (1.02 - .28 * v) * ((px + .6 * py) % 3.1 < .35 ? .68 : 1), 1);
        });
    }

    /** A sail between corners, counted around, with seams, and shaded by its belly. */
    void sail(double[][] p, double[] paint, double dir) {
        double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;
        for (double[] q : p) {
            x0 = Math.min(x0, q[0]);
            x1 = Math.max(x1, q[0]);
            y0 = Math.min(y0, q[1]);
            y1 = Math.max(y1, q[1]);
        }
        double west = x0, east = x1;
        each(x0, y0, x1, y1, (i, x, y) -> {
            int sign = 0;
            for (int k = 0; k < p.length; k++) {
                double[] a = p[k], b = p[(k + 1) % p.length];
                double side = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
                sign += side > 0 ? 1 : -1;
            }
            if (Math.abs(sign) < p.length) return;
            double u = (x - west) / (east - west), seam = (y + .25 * dir * x + 500) % 7;
            dab(i, paint, (1.05 - .30 * u + .10 * (cloud(x * .12, y * .08, 3) - .5)) * (seam < .3 ? .86 : 1), 1);
        });
    }

    void line(double x0, double y0, double x1, double y1, double width, double[] colour, double alpha) {
        double half = width / 2, dx = x1 - x0, dy = y1 - y0, l = dx * dx + dy * dy, soft = .5 / canvas.samples;
        each(
                Math.min(x0, x1) - width,
                Math.min(y0, y1) - width,
                Math.max(x0, x1) + width,
                Math.max(y0, y1) + width,
                (i, x, y) -> {
                    double t = clamp(((x - x0) * dx + (y - y0) * dy) / l), ex = x - x0 - t * dx, ey = y - y0 - t * dy;
                    double a = smooth(half + soft, half - soft, Math.sqrt(ex * ex + ey * ey));
                    if (a > 0) dab(i, colour, 1, a * alpha);
                });
    }
}
