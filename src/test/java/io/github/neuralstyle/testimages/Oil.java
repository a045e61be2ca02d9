package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Oil paint on a woven canvas: opaque strokes whose bristles leave ridges, and raking light on their relief. */
final class Oil {

    final Canvas canvas;
    private final Brush brush;
    private final float[] relief;
    private final Random random;

    Oil(Canvas canvas, Random random) {
        this.canvas = canvas;
        this.random = random;
        brush = new Brush(canvas);
        relief = canvas.layer();
    }

    /** One loaded stroke: two paints that did not quite mix, furrowed by bristles, heaped at its sides and its end. */
    void stroke(double[][] path, double width, double[] colour, double[] other) {
        double seed = random.nextDouble() * 1000, length = path.length * 2, side = random.nextDouble() * 2 - 1;
        double load = .75 + .5 * random.nextDouble(), dry = .35 + .5 * random.nextDouble();
        brush.stroke(path, width, u -> Math.min(1, .55 + 5 * u) * Math.min(1, .3 + 5 * (1 - u)), (i, u, v, cover) -> {
            double hair = .6 * noise(v * width * .8 + seed, u * length * .03)
                    + .4 * noise(v * width * 2.2 + seed, u * length * .07 + seed);
            double ragged = dry * smooth(.6, 1.1, u) + .3 * smooth(.8, 1, Math.abs(v)) + .25 * smooth(.06, 0, u);
            if (hair < ragged) return;
            double[] mixed = mix(colour, other, clamp(1.1 * hair + .4 * v * side - .15));
            double shade = .84 + .3 * hair;
            for (int c = 0; c < 3; c++)
                canvas.rgb[c][i] += (float) (Math.min(1, cover) * (mixed[c] * shade - canvas.rgb[c][i]));
            double heap = .45 * smooth(.5, .95, Math.abs(v)) + .5 * smooth(.7, 1, u);
            relief[i] = (float) (.3 * relief[i] + load * Math.sqrt(width) * (.3 + .9 * hair + heap));
        });
    }

    /** Light from the upper left on the paint, and on the weave where the paint is thin. */
    void light() {
        canvas.each((i, x, y) -> {
            double thread = StrictMath.sin(x * 3.1) * StrictMath.sin(y * 3.1 + 1.57 * (Math.floor(x * .987) % 2));
            relief[i] += (float) (.22 * thread * smooth(3.5, .5, relief[i]) + .05 * noise(x * 2.5, y * 2.5));
        });
        canvas.soften(relief, .16);
        canvas.rake(relief, .36, .30);
    }
}
