package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** A leaping fish, the sun and the sea in stone and glass: rows of tesserae follow every outline. */
final class Mosaic {

    private static final double[][] SEA = {
        {.04, .10, .22}, {.05, .22, .38}, {.07, .40, .52}, {.20, .58, .60}, {.52, .75, .70}, {.94, .93, .84}
    };
    private static final double[][] SKY = {
        {.50, .66, .74}, {.66, .77, .78}, {.84, .85, .78}, {.93, .88, .74}, {.94, .78, .58}
    };
    private static final double[][] GOLD = {{1, .90, .52}, {.95, .74, .24}, {.86, .50, .13}, {.70, .26, .11}};
    private static final double[][] FISH = {
        {.08, .11, .24}, {.10, .26, .42}, {.26, .48, .54}, {.68, .72, .62}, {.94, .87, .68}, {.90, .66, .40}
    };
    private static final double[][] CLAY = {{.34, .11, .08}, {.62, .22, .12}, {.82, .42, .22}, {.90, .64, .38}};
    private static final double[] DARK = {.09, .10, .14}, CREAM = {.93, .88, .76};
    private static final double FRAME = 54, SUN_X = 800, SUN_Y = 200, LEVEL = 565;

    private final Tesserae stones;
    private final Random random = new Random(33);
    private final Outline back =
            new Outline(false, 742, 312, 700, 262, 610, 226, 500, 232, 390, 280, 305, 352, 236, 436);
    private final Outline belly =
            new Outline(false, 742, 312, 735, 338, 660, 382, 560, 420, 455, 448, 350, 472, 262, 488);
    private final Outline fish = new Outline(
            true, 744, 314, 700, 262, 610, 226, 500, 232, 390, 280, 305, 352, 240, 436, 262, 490, 350, 472, 455, 448,
            560, 420, 660, 382, 732, 342);
    private final Outline[] fins = {
        new Outline(true, 246, 430, 190, 418, 120, 366, 138, 450, 166, 500, 140, 560, 150, 622, 205, 560, 262, 494),
        new Outline(true, 600, 232, 560, 168, 478, 150, 420, 196, 396, 272, 500, 236),
        new Outline(true, 560, 402, 548, 470, 500, 510, 440, 520, 478, 468, 500, 430)
    };

    Mosaic(int samples) {
        stones = new Tesserae(new Canvas(1024, 768, samples), random);
    }

    Canvas draw() {
        Canvas canvas = stones.canvas;
        float[] body = canvas.layer(), fin = canvas.layer();
        fish.fill(canvas, body);
        for (Outline f : fins) f.fill(canvas, fin);
        Field inner = (x, y) -> Math.min(Math.min(x, 1024 - x), Math.min(y, 768 - y)) - FRAME;
        Field round = (x, y) -> StrictMath.atan2(x - SUN_X, SUN_Y - y);
        frame();
        eye();
        stones.row(fish.points, 6, (x, y) -> DARK);
        stones.lay((x, y) -> body[canvas.near(x, y)], fish::angle, 6.2, this::fishStone);
        for (Outline f : fins) stones.row(f.points, 5.5, (x, y) -> CLAY[0]);
        stones.lay(
                (x, y) -> fin[canvas.near(x, y)],
                this::finAngle,
                6,
                (x, y) -> ramp(CLAY, .15 + .8 * noise(x * .03 + 3, y * .06) + stray(.15)));
        for (double[][] ring : new double[][][] {circle(SUN_X, SUN_Y, 78), circle(SUN_X, SUN_Y, 71)})
            stones.row(ring, 7, (x, y) -> CLAY[1]);
        stones.lay(
                (x, y) -> 69 - StrictMath.hypot(x - SUN_X, y - SUN_Y),
                round,
                7,
                (x, y) -> ramp(GOLD, StrictMath.hypot(x - SUN_X, y - SUN_Y) / 95 + stray(.18)));
        stones.lay((x, y) -> Math.min(inner.at(x, y), wave(x, y) - LEVEL), this::swell, 8.4, this::seaStone);
        stones.row(fish.beside(8), 7.5, (x, y) -> skyStone(x, y));
        stones.row(fish.beside(16), 7.5, (x, y) -> skyStone(x, y));
        stones.lay(inner, round, 8.6, this::skyStone);
        stones.grout();
        return canvas;
    }

    private double stray(double by) {
        return by * (random.nextDouble() + random.nextDouble() - 1);
    }

    private static double[][] circle(double cx, double cy, double r) {
        double[][] path = new double[(int) (3 * r) + 6][];
        for (int k = 0; k < path.length; k++) {
            double a = 2 * StrictMath.PI * k / (path.length - 1);
            path[k] = new double[] {cx + r * StrictMath.cos(a), cy + r * StrictMath.sin(a)};
        }
        return path;
    }

    private void eye() {
        stones.row(new double[][] {{681, 302}, {687, 302}}, 6, (x, y) -> DARK);
        stones.row(circle(684, 302, 6.5), 5, (x, y) -> GOLD[0]);
        stones.row(circle(684, 302, 11.8), 4.6, (x, y) -> DARK);
    }

    private double[] fishStone(double x, double y) {
        double top = back.distance(x, y), below = belly.distance(x, y), v = top / (top + below);
        double along = (x - 250) * .91 - (y - 460) * .42;
        double tone = .06 + .86 * v + stray(.13);
        if (along > 392 && along < 402) return DARK; // the gill
        if (along > 402) return mix(ramp(FISH, tone), GOLD[1], .35 * smooth(.2, .6, v));
        double column = along / 17, row = v * 6 + .5 * (Math.floor(column) % 2);
        double rim = column - Math.floor(column) + .5 * Math.abs(2 * (row - Math.floor(row)) - 1);
        if (rim < .45) return ramp(FISH, tone - .22);
        if (Math.abs(v - .45) < .05) return mix(GOLD[1], CREAM, random.nextDouble());
        return random.nextDouble() < .04 ? GOLD[1] : ramp(FISH, tone + .05);
    }

    private double finAngle(double x, double y) {
        Outline near = fins[0];
        for (Outline f : fins) if (f.distance(x, y) < near.distance(x, y)) near = f;
        return near.angle(x, y);
    }

    /** The rows of the sea are the lines where this is constant. */
    private static double wave(double x, double y) {
        return y - 15 * StrictMath.sin(.024 * x + .022 * y);
    }

    private double swell(double x, double y) {
        double c = 15 * StrictMath.cos(.024 * x + .022 * y);
        return StrictMath.atan2(.024 * c, 1 - .022 * c);
    }

    private double[] seaStone(double x, double y) {
        double depth = (wave(x, y) - LEVEL) / 37 + .35 * (noise(x * .012, y * .02) - .5),
                band = depth - Math.floor(depth);
        if (band < .16 && noise(x * .025, Math.floor(depth) * 7) > .3) return mix(SEA[5], CREAM, random.nextDouble());
        if (random.nextDouble() < .025) return GOLD[1];
        return ramp(SEA, .85 - 1.05 * band + .10 * smooth(3, 0, depth) + stray(.16));
    }

    private double[] skyStone(double x, double y) {
        double dx = x - SUN_X, dy = y - SUN_Y, r = Math.sqrt(dx * dx + dy * dy), a = StrictMath.atan2(dy, dx);
        double ray = StrictMath.cos(18 * a) - .012 * (r - 90);
        if (r < 190 && ray > .05) return ramp(GOLD, .12 + .5 * smooth(80, 190, r) + stray(.2));
        double cloud = cloud(x * .007 + 2, y * .013, 3);
        if (cloud > .60) return mix(CREAM, new double[] {.86, .80, .76}, random.nextDouble());
        return ramp(
                SKY,
                .05
                        + .85 * (y - FRAME) / (LEVEL - FRAME)
                        + .5 * (cloud - .45)
                        + .25 * StrictMath.exp(-r / 160)
                        + stray(.14));
    }

    /** A braid of two strands between lines. */
    private void frame() {
        double[] insets = {4.5, 12.5, 19.5, 25.5, 31.5, 37.5, 44.5, 50.5};
        for (double d : insets) {
            boolean line = d < 8 || d > 48, pale = d < 15 || d > 43;
            double[][] corners = {{d, d}, {1024 - d, d}, {1024 - d, 768 - d}, {d, 768 - d}};
            for (int k = 0; k < 4; k++) {
                double[] a = corners[k], b = corners[(k + 1) % 4];
                double[][] path = trace(
                        a[0],
                        a[1],
                        StrictMath.hypot(b[0] - a[0], b[1] - a[1]),
                        (x, y) -> StrictMath.atan2(b[1] - a[1], b[0] - a[0]));
                stones.row(path, line || pale ? 7.4 : 5.8, (x, y) -> {
                    if (line || pale) return line ? DARK : CREAM;
                    double along = Math.abs(x - a[0]) + Math.abs(y - a[1]) + d,
                            turn = 9 * StrictMath.sin(along * .072),
                            off = d - 28.5;
                    boolean first = StrictMath.cos(along * .072) > 0;
                    boolean one = Math.abs(off - turn) < 4.6, two = Math.abs(off + turn) < 4.6;
                    if (one && (first || !two)) return ramp(CLAY, .55 + stray(.3));
                    return two ? ramp(SEA, .5 + stray(.2)) : mix(DARK, CLAY[0], random.nextDouble() * .5);
                });
            }
        }
    }
}
