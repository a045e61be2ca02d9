package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

/** The basilica, the bridge and the quay of {@link Skyline}. */
final class Waterfront {

    private final Skyline city;

    Waterfront(Skyline city) {
        this.city = city;
    }

    /** A floodlit basilica: wings with columns, a drum, a ribbed dome and its lantern. */
    void dome(double centre, double r) {
        double top = Skyline.SHORE - 118;
        city.canvas.each(centre - 2 * r, top, centre + 2 * r, Skyline.SHORE, (i, x, y) -> {
            double d = y - top, s = (x - centre) / r;
            double half = d < 13
                    ? .025
                    : d < 15
                            ? .13
                            : d < 21
                                    ? .10
                                    : d < 24
                                            ? .17
                                            : d < 54
                                                    ? .74 * Math.sqrt(clamp(1 - (54 - d) * (54 - d) / 961))
                                                    : d < 57 ? .82 : d < 76 ? .72 : d < 80 ? .9 : d < 84 ? 1.5 : 1.45;
            if (Math.abs(s) > half) return;
            double round = Math.sqrt(clamp(1 - s * s / (half * half))), angle = StrictMath.asin(s / half);
            boolean cupola = d < 54, columns = d >= 57 && d < 76 || d >= 86;
            double ribs =
                    cupola ? StrictMath.cos(16 * angle) : columns ? StrictMath.cos(d < 80 ? 22 * angle : s * 22) : .8;
            double flood =
                    (cupola ? .30 + .9 * smooth(22, 54, d) : .30 + .35 * smooth(57, 100, d)) * (.35 + .65 * round);
            double light = flood * (.55 + .45 * ribs) * (1 - .3 * s) * (d > 57 && d % 20 < 1.5 ? 1.5 : 1);
            double[] stone = cupola ? new double[] {.28, .42, .36} : new double[] {1.15, .62, .26};
            city.canvas.mix(i, new double[] {stone[0] * light * .9, stone[1] * light * .9, stone[2] * light * .9}, 1);
        });
        city.lamp(centre, top, .9, .9, new double[] {3, 2.4, 1.5});
    }

    /** A suspension bridge that leaves the picture on the right, with lamps on its cables and its deck. */
    void bridge() {
        double deck = Skyline.SHORE - 26, top = Skyline.SHORE - 112;
        double[] steel = {.045, .04, .055};
        for (double tower : new double[] {492, 600}) {
            city.canvas.each(tower - 4, top, tower + 4, Skyline.SHORE, (i, x, y) -> {
                double s = Math.abs(x - tower), d = (y - top) % 21;
                if (s > 2 && s < 4 || s <= 2 && (d < 2.5 || Math.abs(d - 2.5 - s * 2) < 1)) {
                    double light = .9 * smooth(95, 0, y - top) * (x < tower ? .9 : .45) + .1;
                    city.canvas.mix(i, mix(steel, new double[] {.95, .45, .30}, .55 * light), 1);
                }
            });
            city.lamp(tower, top - 1, 1, 1, new double[] {4, .3, .2});
        }
        city.canvas.each(430, top, 640, Skyline.SHORE, (i, x, y) -> {
            double cable = top + cable(x);
            boolean hanger = y > cable && y < deck && (x + 1000) % 6 < .5;
            boolean beam = Math.abs(y - cable) < .9 && cable < deck || y > deck && y < deck + 4.5;
            if (beam || hanger) city.canvas.mix(i, steel, beam ? .95 : .5);
        });
        for (double x = 432; x < 645; x += 6) {
            if (top + cable(x) < deck - 2) city.lamp(x, top + cable(x), .65, .65, new double[] {1.6, 1.5, 1.3});
            city.lamp(x, deck - 1.2, .8, .7, new double[] {2.6, 1.5, .55});
        }
    }

    /** How far the cables of the bridge hang below the tops of its towers. */
    static double cable(double x) {
        double span = Math.abs(x - 546) / 54;
        return 2 + (span < 1 ? 74 * (1 - span * span) : 76 * Math.min(1, (span - 1) * .95));
    }

    /** Trees, a stone quay, its street lamps and some coloured signs. */
    void quay() {
        city.canvas.each(0, Skyline.SHORE - 22, 640, Skyline.SHORE, (i, x, y) -> {
            double crown = 5 + 13 * cloud(x * .09, 3, 3) + 3 * cloud(x * .5, y * .5, 2) - (x > 520 ? 5 : 0);
            if (Skyline.SHORE - y < crown) {
                double leaf = cloud(x * .8, y * .8, 3),
                        lit = StrictMath.exp(-3 * Math.abs((x + 7) % 17 / 17 - .5)) * (Skyline.SHORE - y) / 20;
                city.canvas.mix(i, mix(new double[] {.012, .018, .02}, new double[] {.30, .24, .06}, leaf * lit), .92);
            }
            if (Skyline.SHORE - y < 6) {
                double joint = (y * 2 % 5 < 1 ? .75 : 1)
                        * (.8 + .4 * hash((long) (x / 4 + (long) (y / 2.5) * .5), (long) (y / 2.5), 3));
                double pool = StrictMath.exp(-9 * ((x + 8.5) % 17 / 17 - .5) * ((x + 8.5) % 17 / 17 - .5));
                city.canvas.mix(
                        i, mix(new double[] {.03, .028, .03}, new double[] {.55, .30, .11}, pool * joint * .6), 1);
            }
        });
        for (double x = 0; x < 645; x += 17) {
            city.lamp(x, Skyline.SHORE - 11, 1.3, 1.3, new double[] {18, 9, 2.6});
            city.canvas.each(
                    x - .25,
                    Skyline.SHORE - 11,
                    x + .25,
                    Skyline.SHORE - 5,
                    (i, px, y) -> city.canvas.mix(i, new double[] {.1, .07, .05}, .8));
        }
        double[][] signs = {{8, .3, .4}, {.5, 2.4, 8}, {.6, 6, 2}, {6, .8, 5}, {8, 2, .3}};
        for (int k = 0; k < 26; k++)
            city.lamp(
                    15 + k * 19 + city.random.nextInt(14),
                    Skyline.SHORE - 13 - city.random.nextInt(14),
                    1.8 + city.random.nextInt(3),
                    .9,
                    signs[city.random.nextInt(5)]);
    }
}
