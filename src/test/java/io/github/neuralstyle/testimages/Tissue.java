package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/**
 * A section of glands in two stains of known colours: white lumina within epithelium, whose nuclei lie in rings, and fibres
 * between. Colours add up in optical density.
 */
public final class Tissue {

    /** Of red, green and blue in optical density, of the length 1. */
    public static final double[] HAEMATOXYLIN = unit(0.65, 0.70, 0.29),
            EOSIN = unit(0.07, 0.99, 0.11),
            DAB = unit(0.27, 0.57, 0.78),
            /** As another laboratory's slides and scanner show haematoxylin and eosin. */
            VIOLET = unit(0.52, 0.75, 0.41),
            PINK = unit(0.09, 0.86, 0.50);

    private final int side;
    private final double[] nuclei, ground;

    /** @param seed of where the glands and nuclei are */
    public Tissue(int side, long seed) {
        this.side = side;
        nuclei = new double[side * side];
        ground = new double[side * side];
        Random random = new Random(seed);
        double[][] glands = new double[6][];
        for (int k = 0; k < glands.length; k++)
            glands[k] = new double[] {
                side * random.nextDouble(), side * random.nextDouble(), side * (.09 + .08 * random.nextDouble())
            };
        double id = 100 * random.nextDouble(), grain = 96.0 / side;
        for (int p = 0; p < ground.length; p++) {
            double x = p % side, y = p / side, u = x * grain, v = y * grain, near = 9;
            for (double[] g : glands) near = Math.min(near, distance(x - g[0], y - g[1], g[2], u + id, v));
            double fibre = noise(u * .09 + 1.5 * cloud(u * .03, v * .03 + id, 2), v * .45 + id);
            double gap = smooth(.62, .70, cloud(u * .05 + id, v * .05, 3));
            double stroma = (.18 + .5 * fibre) * (1 - gap);
            double lining = .45 + .2 * noise(u * .3, v * .3 + id);
            ground[p] = near < 1 ? 0 : near < 1.9 ? lining * smooth(1, 1.12, near) : stroma;
        }
        for (double[] g : glands) {
            int count = (int) (2.6 * g[2] * grain);
            for (int k = 0; k < count; k++) {
                double turn = 6.2832 * (k + .4 * random.nextDouble()) / count, out = 1.5 + .15 * random.nextDouble();
                double r = (1.9 + .7 * random.nextDouble()) / grain;
                nucleus(
                        g[0] + out * g[2] * StrictMath.cos(turn),
                        g[1] + out * g[2] * StrictMath.sin(turn),
                        r,
                        turn,
                        random);
            }
        }
        for (int k = 0; k < 40; k++)
            nucleus(
                    side * random.nextDouble(),
                    side * random.nextDouble(),
                    1.7 / grain,
                    6 * random.nextDouble(),
                    random);
    }

    private static double[] unit(double... v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    /** In radii of a gland, of an uneven outline. */
    private static double distance(double dx, double dy, double r, double u, double v) {
        return Math.sqrt(dx * dx + dy * dy) / r + .5 * (cloud(u * .06, v * .06, 2) - .5);
    }

    /** In the place of the ground, unless that is a lumen. */
    private void nucleus(double cx, double cy, double r, double turn, Random random) {
        double cos = StrictMath.cos(turn), sin = StrictMath.sin(turn), dark = .75 + .5 * random.nextDouble();
        for (int y = (int) Math.max(0, cy - 3 * r); y < Math.min(side, cy + 3 * r); y++)
            for (int x = (int) Math.max(0, cx - 3 * r); x < Math.min(side, cx + 3 * r); x++) {
                double a = ((x - cx) * cos + (y - cy) * sin) / r / 1.4, b = ((y - cy) * cos - (x - cx) * sin) / r;
                double inside = smooth(1.1, .8, Math.sqrt(a * a + b * b)) * (ground[y * side + x] > 0 ? 1 : 0);
                nuclei[y * side + x] =
                        Math.max(nuclei[y * side + x], inside * dark * (.75 + .5 * noise(x * .5, y * .5 + cx)));
                ground[y * side + x] *= 1 - .9 * inside;
            }
    }

    /**
     * As a camera sees it.
     *
     * @param first the stain of the nuclei, of the length 1
     * @param second that of all else
     * @param strength of both stains
     * @return (3, side * side), 0..255
     */
    public float[][] rgb(double[] first, double[] second, double strength) {
        float[][] rgb = new float[3][side * side];
        for (int c = 0; c < 3; c++)
            for (int p = 0; p < rgb[c].length; p++)
                rgb[c][p] = (float) (255 * StrictMath.exp(-strength * (first[c] * nuclei[p] + second[c] * ground[p])));
        return rgb;
    }

    /** The same as a picture, at one sample for each pixel. */
    Canvas draw(double[] first, double[] second, double strength) {
        Canvas canvas = new Canvas(side / 2, side / 2, 2);
        float[][] rgb = rgb(first, second, strength);
        for (int c = 0; c < 3; c++) for (int p = 0; p < rgb[c].length; p++) canvas.rgb[c][p] = rgb[c][p] / 255;
        return canvas;
    }
}
