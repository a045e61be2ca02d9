package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** The houses, the church and the quay of {@link Harbor}. */
final class HarborTown {

    private static final double QUAY = 177;
    private static final double[][] WALLS = {
        {.87, .66, .36}, {.76, .38, .27}, {.92, .86, .74}, {.82, .58, .47}, {.60, .68, .70},
        {.93, .79, .52}, {.66, .29, .24}, {.80, .80, .72}, {.55, .62, .50}, {.90, .70, .58}
    };
    private static final double[] TILE = {.70, .36, .24},
            SLATE = {.36, .38, .43},
            GLASS = {.16, .21, .27},
            FRAME = {.95, .93, .88};

    private final Canvas canvas;
    private final Random random = new Random(11);

    HarborTown(Canvas canvas) {
        this.canvas = canvas;
    }

    void draw() {
        for (double x = 2; x < 300; x += 13 + random.nextInt(9)) // the upper town
        house(x + random.nextInt(6), 15 + random.nextInt(8), 48 + random.nextInt(26) * (x < 230 ? 1 : .4), .34);
        church(196);
        for (double x = -6; x < 326; ) {
            double width = 19 + random.nextInt(11);
            house(x, width, 38 + random.nextInt(24), 0);
            x += width + (random.nextInt(5) == 0 ? 3 : .2);
        }
        quay();
        lighthouse(372);
        for (int k = 0; k < 26; k++) load(6 + k * 12.3 + random.nextInt(8));
        for (int k = 0; k < 34; k++) person(4 + 318 * random.nextDouble());
        for (double x = 18; x < 330; x += 52) lantern(x);
        for (double x : new double[] {44, 121, 227, 303}) tree(x, 13 + random.nextInt(5));
    }

    /** One house: its gable to the water, flat, pointed, stepped or curved, or its roof. */
    private void house(double left, double width, double height, double haze) {
        double[] wall = WALLS[random.nextInt(WALLS.length)], roof = random.nextInt(3) == 0 ? SLATE : TILE;
        int style = random.nextInt(5), bays = Math.max(2, (int) (width / 6.4)), id = random.nextInt(10000);
        double top = QUAY - height,
                gable = style == 0 ? 11 : width * .5,
                middle = left + width / 2,
                floor = 11.5 + random.nextInt(3);
        boolean shutters = random.nextInt(3) == 0, awning = random.nextInt(2) == 0;
        double[] paint = WALLS[(id + 3) % WALLS.length], air = {.72, .78, .82};
        canvas.each(left - 1, top - gable - 8, left + width + 1, QUAY, (i, x, y) -> {
            double s = (x - left) / width, up = top - y, half = Math.abs(x - middle) / (width / 2), rise = up / gable;
            double[] c;
            if (up > 0) {
                boolean chimney = Math.abs(s - .24) < 1.6 / width && up < 3.5 + gable * (style == 1 ? .62 : .86);
                double edge = style == 1 || style == 0
                        ? 1 - rise
                        : style == 2 ? 1.02 - Math.floor(rise * 5) / 5 : Math.sqrt(clamp(1 - rise * rise));
                if (style == 0 && half < 1.04 - .35 * rise && rise < 1) {
                    double row = (y * 1.1) % 1, bump = noise(x * 2.2, Math.floor(y * 1.1) * 7.3);
                    c = shaded(roof, .80 + .30 * bump - (row < .25 ? .16 : 0) + .12 * rise);
                } else if (style != 0 && half < edge && rise < 1) {
                    boolean hatch = Math.abs(x - middle) < 1.5 && Math.abs(up - gable * .32) < 2.2;
                    c = hatch
                            ? GLASS
                            : shaded(wall, .98 + .10 * (noise(x * .5, y * .5) - .5) - (edge - half < .07 ? -.16 : 0));
                } else if (chimney) c = shaded(new double[] {.55, .33, .26}, s < .24 ? 1.05 : .75);
                else return;
            } else {
                if (s < 0 || s > 1) return;
                c = shaded(
                        wall,
                        1
                                + .12 * (cloud(x * .15 + id, y * .2, 4) - .5)
                                - .10 * s
                                - .22 * smooth(2.2, 0, -up) * (style == 0 ? 1 : .2));
                double fx = s * bays, fy = -up / floor;
                int column = (int) fx, row = (int) fy;
                double u = (fx - column - .5) * width / bays, v = (fy - row - .5) * floor;
                boolean ground = QUAY - y < floor;
                if (!ground && y + floor * (1 - fy + row) < QUAY - floor * .9) {
                    double a = Math.abs(u), b = Math.abs(v);
                    if (a < 1.75 && b < 3.4) {
                        boolean bar = a > 1.35 || b > 2.95 || a < .16 || Math.abs(v + .9) < .18;
                        double sheen = hash(column, row, id);
                        c = bar
                                ? FRAME
                                : mix(GLASS, new double[] {.62, .74, .84}, sheen * sheen * smooth(3, -3, v + u));
                    } else if (shutters && a < 2.75 && b < 3.3) c = shaded(paint, (y * 1.6) % 1 < .4 ? .55 : .7);
                    else if (a < 2.3 && v > 3.4 && v < 4.1) c = shaded(FRAME, v > 3.8 ? .7 : .95);
                } else if (ground) {
                    double g = QUAY - y;
                    boolean door = column == id % bays;
                    if (Math.abs(u) < (door ? 1.7 : 2.3) && g < (door ? 8 : 7.4) && (door || g > 2.2))
                        c = door
                                ? shaded(paint, Math.abs(u) > 1.35 ? .9 : g > 6 ? .3 : .5)
                                : Math.abs(u) > 1.95 || Math.abs(u) < .15
                                        ? FRAME
                                        : mix(GLASS, new double[] {.9, .72, .42}, .55 * hash(column, 9, id));
                    if (awning && g > 7.2 && g < 10.2 + .4 * StrictMath.sin(x * 3))
                        c = (int) (x * .75 + 100) % 2 == 0 ? new double[] {.93, .90, .84} : shaded(paint, .9 + .03 * g);
                    else if (awning && g <= 7.2) c = shaded(c, .72);
                }
            }
            canvas.mix(i, mix(c, air, haze), 1);
        });
    }

    private static double[] shaded(double[] c, double light) {
        return new double[] {c[0] * light, c[1] * light, c[2] * light};
    }

    private void church(double x0) {
        double[] stone = {.80, .74, .64}, copper = {.42, .60, .54};
        canvas.each(x0 - 14, 30, x0 + 14, QUAY, (i, x, y) -> {
            double s = Math.abs(x - x0);
            double half = y < 62 ? .3 + (y - 34) * .11 : y < 72 ? 5.6 : y < 75 ? 7.6 : 7;
            if (y < 34 || s > half) return;
            boolean bell = s < 1.9 && y > 80 && y < 92 && s * s + (y - 82) * (y - 82) * (y < 82 ? 1 : 0) < 3.7,
                    clock = s * s + (y - 103) * (y - 103) < 11;
            double side = 1.04 - .42 * smooth(-2, 7, x - x0);
            double[] c = y < 62
                    ? shaded(copper, side * ((y * .7) % 1 < .2 ? .85 : 1))
                    : shaded(stone, side * ((y * .45) % 1 < .12 ? .9 : 1) * (.94 + .12 * noise(x, y)));
            if (y >= 62 && y < 72 && s % 2.4 < 1.1) c = shaded(GLASS, 1.2);
            if (bell) c = GLASS;
            if (clock) c = s * s + (y - 103) * (y - 103) > 7 ? new double[] {.80, .63, .25} : FRAME;
            if (clock && Math.abs(x - x0) < .35 && y < 103 || clock && Math.abs(y - 103) < .35 && x > x0) c = GLASS;
            canvas.mix(i, mix(c, new double[] {.72, .78, .82}, .12), 1);
        });
    }

    private void quay() {
        canvas.each(0, QUAY - 1, 340, Harbor.SHORE, (i, x, y) -> {
            if (x > 334 + .6 * noise(y, 3)) return;
            double row = (y - QUAY) / 2.4, course = Math.floor(row), fx = x / 5.5 + .5 * (course % 2);
            boolean joint = row - course < .12 || fx - Math.floor(fx) < .05;
            double tone = .8 + .3 * hash((long) fx, (long) course, 3) + .25 * (cloud(x * .5, y * .8, 3) - .5);
            double[] c = y < QUAY + .8
                    ? new double[] {.82, .77, .68}
                    : shaded(new double[] {.56, .51, .45}, joint ? .55 : tone);
            canvas.mix(
                    i,
                    mix(c, new double[] {.16, .22, .16}, .75 * smooth(QUAY + 5, Harbor.SHORE, y + noise(x * .6, 2))),
                    1);
        });
    }

    private void lighthouse(double x0) {
        canvas.each(x0 - 30, 128, 400, Harbor.SHORE, (i, x, y) -> {
            double s = Math.abs(x - x0),
                    mound = 179 - 4 * cloud(x * .15, 2, 3) + (x < x0 - 18 ? (x0 - 18 - x) * .7 : 0);
            if (y > mound) canvas.mix(i, shaded(new double[] {.46, .42, .38}, .6 + .8 * cloud(x * .5, y * .8, 3)), 1);
            double half = y < 136 ? (y - 131) * .5 : y < 142 ? 1.7 : y < 143.5 ? 3.4 : 2.5 + (y - 143) * .035;
            if (y < 131 || y > 178 || s > half) return;
            double[] c = y < 136
                    ? new double[] {.66, .2, .16}
                    : y < 142
                            ? mix(GLASS, new double[] {1, .9, .6}, s < .8 ? .8 : .1)
                            : (int) ((y - 143) / 8.8) % 2 == 0 ? FRAME : new double[] {.74, .24, .19};
            canvas.mix(i, shaded(c, 1.03 - .35 * smooth(-1, 3, x - x0)), 1);
        });
    }

    /** Barrels and crates. */
    private void load(double x0) {
        boolean barrel = random.nextBoolean();
        double w = 1.4 + random.nextDouble(), h = 2.2 + 2.4 * random.nextDouble(), tone = .7 + .5 * random.nextDouble();
        canvas.each(x0 - w, QUAY - h, x0 + w, QUAY + .5, (i, x, y) -> {
            double s = (x - x0) / w, bulge = barrel ? 1 - .25 * Math.abs((QUAY - y) / h * 2 - 1) : 1;
            if (Math.abs(s) > bulge) return;
            boolean band = barrel ? ((QUAY - y) / h * 3) % 1 < .22 : Math.abs(s) > .8 || (y * 1.3) % 1 < .2;
            canvas.mix(i, shaded(new double[] {.55, .38, .22}, tone * (band ? .55 : 1) * (1.05 - .35 * s)), 1);
        });
    }

    private void person(double x0) {
        double h = 6.2 + random.nextDouble();
        double[] coat = shaded(WALLS[random.nextInt(10)], .35 + .5 * random.nextDouble()), legs = {.17, .16, .2};
        canvas.each(x0 - 2, QUAY - h, x0 + 2, QUAY + .7, (i, x, y) -> {
            double s = x - x0, u = (QUAY + .7 - y) / h, head = s * s + (y - QUAY + h - 1) * (y - QUAY + h - 1);
            if (head < .75) canvas.mix(i, y < QUAY - h + .7 ? legs : new double[] {.80, .60, .48}, 1);
            else if (u > .45 && u < .86 && Math.abs(s) < 1.15 - .5 * (u - .45))
                canvas.mix(i, shaded(coat, 1 - .2 * s), 1);
            else if (u <= .45 && Math.abs(Math.abs(s) - .5) < .42) canvas.mix(i, legs, 1);
        });
    }

    private void lantern(double x0) {
        canvas.each(x0 - 2, QUAY - 18, x0 + 2, QUAY, (i, x, y) -> {
            double s = Math.abs(x - x0), u = QUAY - y;
            if (s < .35 || u > 13.5 && u < 16.5 && s < .6 + .25 * (u - 13.5))
                canvas.mix(
                        i, u > 14 && u < 16 && s < .8 ? new double[] {.95, .92, .8} : new double[] {.13, .16, .16}, 1);
        });
    }

    private void tree(double x0, double r) {
        canvas.each(x0 - r, QUAY - 3 * r, x0 + r, QUAY, (i, x, y) -> {
            double dx = (x - x0) / r * 1.6, dy = (y - QUAY + 1.35 * r) / r * 1.35, leaf = cloud(x * .7, y * .7, 3);
            if (Math.abs(x - x0) < .8 + .03 * (QUAY - y) && y > QUAY - r)
                canvas.mix(i, shaded(new double[] {.34, .27, .21}, x < x0 ? 1.1 : .7), 1);
            if (dx * dx + dy * dy + 1.3 * (leaf - .5) > .85) return;
            double light = clamp(.55 - .4 * dx - .45 * dy + 1.6 * (cloud(x * .5 + 7, y * .6, 3) - .5));
            canvas.mix(i, mix(new double[] {.13, .24, .13}, new double[] {.58, .66, .28}, light), 1);
        });
    }
}
