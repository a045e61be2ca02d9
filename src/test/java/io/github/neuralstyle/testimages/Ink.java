package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Ink, a little colour and water on old paper: what each layer holds is a density, which absorbs light. */
final class Ink {

    /** What ink and old paper leave of the light, as the exponents of the three colours. */
    private static final double[] BLACK = {.98, 1.0, 1.05}, OCHRE = {.38, .72, 1.25}, INDIGO = {1.25, .82, .52};

    final Canvas canvas;
    final float[] line, wash, ochre, indigo;
    private final Brush brush;
    private final Random random;

    Ink(Canvas canvas, Random random) {
        this.canvas = canvas;
        this.random = random;
        brush = new Brush(canvas);
        line = canvas.layer();
        wash = canvas.layer();
        ochre = canvas.layer();
        indigo = canvas.layer();
    }

    double gauss() {
        double sum = -3;
        for (int i = 0; i < 6; i++) sum += random.nextDouble();
        return sum * 1.4;
    }

    /** A stroke that starts full, tapers, and breaks into bristles as it runs dry: dry is 0 for a wet brush, 1 for none. */
    void stroke(float[] layer, double[][] path, double width, double load, double dry) {
        double seed = random.nextDouble() * 1000, length = path.length * 2;
        brush.stroke(path, width, u -> Math.min(1, .4 + 5 * u) * Math.sqrt(1.04 - u), (i, u, v, cover) -> {
            double hair = .62 * noise(v * width * 1.3 + seed, u * length * .045)
                    + .38 * noise(canvas.x(i) * 1.5, canvas.y(i) * 1.5);
            double bare = dry * (.3 + .45 * u);
            layer[i] += (float) (cover * load * (1.15 - .45 * u) * smooth(bare, bare + .22, hair));
        });
    }

    void dab(double x, double y, double length, double angle, double width, double load) {
        stroke(line, trace(x, y, Math.max(3, length), (px, py) -> angle), width, load, .3);
    }

    /** A limb that wriggles in about a direction. */
    double[][] limb(double x, double y, double length, double angle, double bend) {
        double id = random.nextDouble() * 100;
        return trace(x, y, length, (px, py) -> angle + bend * (noise((px + py) * .04 + id, id) - .5));
    }

    /** Lets the wet ink bleed, and lays all ink on aged paper with its fibres, its grain and its stains. */
    void develop() {
        float[] fibres = canvas.layer(), bleed = line.clone();
        canvas.soften(bleed, .5);
        canvas.soften(wash, .7);
        canvas.soften(indigo, .8);
        canvas.soften(ochre, .8);
        float[] far = wash.clone();
        canvas.soften(far, 2.5);
        for (int n = 0; n < canvas.width * 6; n++) {
            float shade = (float) (random.nextDouble() - .5) * .045f;
            double[][] fibre = limb(
                    random.nextDouble() * canvas.width,
                    random.nextDouble() * canvas.height,
                    8 + 20 * random.nextDouble(),
                    random.nextDouble() * 6.3,
                    2.5);
            brush.stroke(fibre, .5, u -> 1, (i, u, v, cover) -> fibres[i] += (float) (shade * cover));
        }
        canvas.each((i, x, y) -> {
            double grain = .6 * noise(x * 1.1, y * 1.1) + .4 * noise(x * .45, y * .45) - .5;
            double stain = cloud(x * .006, y * .006 + 9, 4) - .5, laid = noise(x * .02, y * 1.3) - .5;
            double border = Math.min(Math.min(x, canvas.width - x), Math.min(y, canvas.height - y));
            double age =
                    .20 + .22 * stain + .09 * grain + .04 * laid + fibres[i] + .10 * smooth(60, 0, border + 70 * stain);
            double wet = wash[i] + .5 * Math.max(0, wash[i] - far[i]);
            double black = .82 * line[i] + .25 * bleed[i] + wet * (1 + .8 * grain);
            black = 2.7 * (1 - StrictMath.exp(-black * .62));
            double warm = age + ochre[i] * (1 + .6 * grain), blue = indigo[i] * (1 + .8 * grain);
            for (int c = 0; c < 3; c++)
                canvas.rgb[c][i] =
                        (float) (.985 * StrictMath.exp(-black * BLACK[c] - warm * OCHRE[c] - blue * INDIGO[c]));
        });
    }
}
