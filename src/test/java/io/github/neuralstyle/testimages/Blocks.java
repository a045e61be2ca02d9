package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Three carved blocks and their print: 1 where a block carries ink. */
final class Blocks {

    private static final double[] BLACK = {.07, .07, .09}, BLUE = {.08, .25, .42}, RED = {.84, .27, .13};
    final float[] black, blue, red;
    private final Canvas canvas;
    private final Random random;
    private final Brush brush;

    Blocks(Canvas canvas, Random random) {
        this.canvas = canvas;
        this.random = random;
        brush = new Brush(canvas);
        black = canvas.layer();
        blue = canvas.layer();
        red = canvas.layer();
    }

    /** A line that swells with the darkness on its way and ends in points, with the slips of the knife. */
    void cut(float[] layer, double[][] path, double spacing, Field darkness, float value) {
        double seed = random.nextDouble() * 1000;
        brush.stroke(
                path,
                spacing,
                u -> {
                    double[] p = path[(int) (u * (path.length - 1))];
                    double ends = Math.min(1, Math.min(u, 1 - u) * Math.min(12, path.length * .22) + .12);
                    return clamp(darkness.at(p[0], p[1]))
                            * 1.12
                            * ends
                            * (.86 + .28 * noise(u * path.length * .35, seed));
                },
                (i, u, v, cover) -> layer[i] += (float) (smooth(.1, .6, cover) * (value - layer[i])));
    }

    void hatch(float[] layer, Field inside, Field angle, double spacing, double longest, Field darkness, float value) {
        Streamlines lines = new Streamlines(canvas, angle, inside, spacing * .7);
        for (double[][] path : lines.fill(random, 26000, longest, (x, y) -> spacing))
            cut(layer, path, spacing, darkness, value);
    }

    /** Prints the blocks, a little out of register, on fibrous paper: the grain of the wood shows in the colours. */
    void print() {
        float[] press = black.clone();
        canvas.soften(press, .6);
        canvas.each((i, x, y) -> {
            double fibre = cloud(x * .8, y * .8, 2) - .5, long1 = noise(x * .08 + 40, y * .9) - .5;
            double paper = .94 + .05 * fibre + .03 * long1 + .05 * (cloud(x * .007, y * .007, 3) - .5);
            double warp = y + 14 * cloud(x * .004, y * .012, 2);
            double grain = .62 * noise(x * .010, warp * .55) + .38 * noise(x * .03, warp * 1.5);
            double pores = smooth(.20, .42, .55 * noise(x * 1.6, y * 1.6) + .45 * noise(x * .5, y * .5));
            double b = blue[canvas.near(x - .9, y + .5)] * (.72 + .36 * grain) * (.78 + .22 * pores);
            double r = red[canvas.near(x + .8, y - .6)] * (.76 + .32 * grain) * (.78 + .22 * pores);
            double k = black[i] * (.80 + .2 * pores) * (.9 + .12 * grain);
            double emboss = i > canvas.w ? 1.2 * (press[i] - press[i - canvas.w - 1]) : 0;
            double[] colour = {paper, paper * .945, paper * .835};
            for (int c = 0; c < 3; c++) {
                colour[c] *= (1 - b * (1 - BLUE[c])) * (1 - r * (1 - RED[c])) * (1 - k * (1 - BLACK[c]));
                canvas.rgb[c][i] = (float) (colour[c] * (1 - .12 * Math.max(-1, Math.min(1, emboss))));
            }
        });
    }
}
