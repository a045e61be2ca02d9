package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.Random;

/** Mountains in ink: each is piled up of rounded lobes, every lobe with its contour, its texture strokes and its mist. */
final class InkWash {

    /** What ink and old paper leave of the light, as the exponents of the three colours. */
    static final double[] INK = {.98, 1.0, 1.04}, SEPIA = {.55, .80, 1.15}, INDIGO = {1.2, .95, .75};

    final Canvas canvas = new Canvas(640, 480, 2);
    final float[] ink = new float[canvas.w * canvas.h], sepia = ink.clone(), indigo = ink.clone(), wash = ink.clone();
    final float[][] layers = {ink, sepia, indigo, wash};
    final Random random = new Random(12);
    private final InkWashTrees trees = new InkWashTrees(this);

    Canvas draw() {
        mist();
        peak(110, 150, 90, 60, indigo, .20);
        peak(262, 118, 110, 90, indigo, .26);
        peak(600, 170, 120, 70, indigo, .22);
        mountain(95, 205, 150, 110, .48, 9);
        mountain(430, 62, 175, 250, .70, 26);
        mountain(590, 190, 130, 150, .80, 14);
        mountain(270, 250, 120, 70, .60, 8);
        water();
        trees.pine(112, 418, 160);
        trees.pine(156, 436, 128);
        trees.bare(72, 412, 104);
        trees.pine(574, 440, 108);
        trees.bare(528, 446, 70);
        trees.bare(206, 452, 72);
        mountain(60, 384, 190, 130, 1.0, 11);
        mountain(590, 416, 190, 90, 1.0, 9);
        boat(368, 418);
        develop();
        return canvas;
    }

    double gauss() {
        double sum = -3;
        for (int i = 0; i < 6; i++) sum += random.nextDouble();
        return sum * 1.4;
    }

    /** A stroke that starts full, tapers, and breaks into bristles as it runs dry. */
    void brush(float[] layer, double[][] path, double width, double load, double dry) {
        double seed = random.nextDouble() * 1000, length = path.length * 2;
        stroke(path, width, u -> Math.min(1, .35 + 6 * u) * Math.sqrt(1 - u), (x, y, u, v) -> {
            int i = canvas.at(x, y);
            if (i < 0) return;
            double hair = .6 * noise(v * width * 1.1 + seed, u * length * .05) + .4 * noise(x * .9, y * .9);
            layer[i] += (float)
                    (load * .16 * (1.2 - .5 * u) * smooth(dry * (.35 + .4 * u), dry * (.35 + .4 * u) + .25, hair));
        });
    }

    /** A far peak, washed in without a line. */
    void peak(double cx, double top, double half, double depth, float[] layer, double tone) {
        canvas.each(cx - half * 1.5, top - 10, cx + half * 1.5, top + depth * 1.6, (i, x, y) -> {
            double s = Math.abs(x - cx) / half;
            double ridge = top + depth * s * s * .8 + 30 * (cloud(x * .03, top, 4) - .5);
            if (y < ridge) return;
            double fade = smooth(depth, 0, y - ridge), fold = cloud(x * .06 + (y - ridge) * .03, y * .015, 3);
            layer[i] += (float) (tone * fade * (.55 + .9 * fold) * (1 + .5 * smooth(2.5, 0, y - ridge)));
        });
    }

    void mountain(double cx, double top, double half, double height, double tone, int lobes) {
        lobe(cx, top, half, height, tone);
        for (int k = 0; k < lobes; k++) {
            double down = (k + random.nextDouble()) / lobes, side = 1.6 * random.nextDouble() - .8;
            double size = (.52 - .2 * down) * (.7 + .5 * random.nextDouble());
            double at = top + height * (.10 + .62 * down) + height * .45 * side * side * (1 - down);
            lobe(cx + side * half * (.4 + .5 * down), at, half * size * .8, height * size, tone);
        }
    }

    void lobe(double cx, double top, double half, double height, double tone) {
        double id = random.nextDouble() * 100, lean = gauss() * .25, power = 1.7 + random.nextDouble();
        Field outline = (x, unused) -> {
            double s = (x - cx) / half, t = Math.abs(s * (1 + (s > 0 ? lean : -lean)));
            return top
                    + height * .8 * StrictMath.pow(t, power)
                    + (cloud(x * 3.5 / half + id, id, 5) - .5) * height * .34;
        };
        canvas.each(cx - 1.3 * half, top - height * .3, cx + 1.3 * half, top + height * 1.2, (i, x, y) -> {
            double d = (y - outline.at(x, 0)) / height, s = (x - cx) / half;
            if (d < 0) return;
            double drift = .4 * (cloud(x * .02, y * .04, 3) - .5);
            double mist = smooth(1.05, .35, d + drift + .35 * s * s) * smooth(.95, .5, (y - top) / height + drift);
            for (float[] layer : layers) layer[i] *= (float) (1 - mist);
            double fold = cloud(s * 3 + id, d + id, 3);
            double shadow = .55 * smooth(-.5, 1, s) * fold * fold, rim = .5 * smooth(.2, 0, d) * smooth(.35, .7, fold);
            wash[i] += (float) (tone * mist * (.08 + shadow + rim));
            sepia[i] += (float) (.14 * mist * smooth(.3, .7, cloud(x * .015 + id, y * .02, 3)));
        });
        Field slope = (x, y) -> StrictMath.atan2(1, (x - cx) / height + 1.0 * (noise(x * .05 + id, y * .03) - .5));
        for (int n = (int) (half * height / 11) + 50; n > 0; n--) { // hemp-fibre strokes down the folds
            double s = 2 * random.nextDouble() - 1, x = cx + s * half, r = random.nextDouble(), d = r * (.35 + .65 * r);
            double y = outline.at(x, 0) + d * height * .75, fold = cloud(s * 4.5 + id, d * 1.2 + id, 2);
            double dark = smooth(.30, .72, fold + .14 * s) * smooth(1, .3, d + .3 * s * s);
            if (random.nextDouble() > .16 + dark || y > top + .72 * height) continue;
            brush(
                    ink,
                    trace(x, y, 5 + height * (.06 + .13 * random.nextDouble()), slope),
                    1 + 2.6 * random.nextDouble() * random.nextDouble(),
                    tone * (.22 + 1.0 * dark * random.nextDouble()),
                    .7);
        }
        for (int side = -1; side <= 1; side += 2) // the contour, thick and thin
        for (double s = 0; s < .95; ) {
                double to = Math.min(1, s + .15 + .3 * random.nextDouble());
                double[][] path = new double[Math.max(2, (int) ((to - s) * half / 1.5))][];
                for (int p = 0; p < path.length; p++) {
                    double x = cx + side * half * (s + (to - s) * p / (path.length - 1));
                    path[p] = new double[] {x, outline.at(x, 0)};
                }
                if (path[0][1] < top + .45 * height)
                    brush(ink, path, 1.2 + 2.2 * random.nextDouble(), tone * (1.5 - .7 * s), .55);
                s = to - .04;
            }
        for (int n = (int) (half * 1.1); n > 0; n--) { // moss dots and far trees on the ridge
            double x = cx + (2 * random.nextDouble() - 1) * half * .8;
            if (noise(x * .05 + id, id) < .52) continue;
            dab(
                    x,
                    outline.at(x, 0) + Math.abs(gauss()) * height * .06,
                    2 + 3.4 * random.nextDouble(),
                    -1.57 + gauss() * .3,
                    1.2 + 1.4 * random.nextDouble(),
                    tone * (.5 + .8 * random.nextDouble()));
        }
    }

    void dab(double x, double y, double length, double angle, double width, double load) {
        brush(ink, trace(x, y, Math.max(4, length), (px, py) -> angle), width, load, .35);
    }

    /** A limb that wriggles upwards. */
    double[][] limb(double x, double y, double length, double angle, double bend) {
        double id = random.nextDouble() * 100;
        return trace(x, y, length, (px, py) -> angle + bend * (noise((px + py) * .05 + id, id) - .5));
    }

    /** Still water: pale level strokes, gathered in bands. */
    void water() {
        for (int n = 0; n < 900; n++) {
            double x = random.nextDouble() * 680 - 40, y = 330 + 150 * random.nextDouble();
            if (cloud(x * .006, y * .06, 3) < .46 + .1 * random.nextDouble()) continue;
            brush(
                    ink,
                    trace(x, y, 14 + 50 * random.nextDouble(), (px, py) -> .05 * StrictMath.sin(px * .15 + y)),
                    .8 + random.nextDouble(),
                    .12 + .22 * random.nextDouble(),
                    .8);
        }
    }

    /** Broad, nearly dry strokes that leave the sky in pale drifts. */
    void mist() {
        for (int n = 0; n < 420; n++) {
            double x = random.nextDouble() * 760 - 120, y = 15 + 330 * random.nextDouble();
            if (cloud(x * .006, y * .02 + 5, 2) < .35 + .3 * random.nextDouble()) continue;
            Field drift = (px, py) -> .5 * (noise(px * .015, y * .05) - .5);
            brush(
                    n % 3 == 0 ? ink : sepia,
                    trace(x, y, 60 + 160 * random.nextDouble(), drift),
                    2 + 5 * random.nextDouble(),
                    .05 + .12 * random.nextDouble(),
                    .9);
        }
    }

    void boat(double x, double y) {
        brush(ink, trace(x, y, 46, (px, py) -> .42 - .84 * (px - x) / 44), 3, .9, .3);
        brush(ink, trace(x + 3, y - .5, 40, (px, py) -> .22 - .4 * (px - x) / 44), 1.2, .8, .3);
        brush(ink, trace(x + 13, y + 1, 20, (px, py) -> -1 + 2 * (px - x - 13) / 13), 2, .9, .3);
        brush(ink, trace(x + 37, y + 4, 15, (px, py) -> -1.5), 2.6, 1.1, .2);
        brush(ink, trace(x + 39, y - 8, 34, (px, py) -> 1.1), .9, .8, .2);
    }

    /** Lets the wet ink bleed, and lays all ink on aged paper with its fibres and grain. */
    void develop() {
        float[] near = wash.clone(), fibres = new float[ink.length];
        blur(near, canvas.w, canvas.h, 3);
        float[] far = near.clone(), bleed = ink.clone();
        blur(far, canvas.w, canvas.h, 9);
        blur(bleed, canvas.w, canvas.h, 2);
        blur(indigo, canvas.w, canvas.h, 2);
        for (int n = 0; n < 4200; n++) {
            float shade = (float) (random.nextDouble() - .5) * .035f;
            double[][] fibre = limb(
                    random.nextDouble() * 640,
                    random.nextDouble() * 480,
                    8 + 20 * random.nextDouble(),
                    random.nextDouble() * 6.3,
                    2.5);
            stroke(fibre, .7, u -> 1, (x, y, u, v) -> {
                int i = canvas.at(x, y);
                if (i >= 0) fibres[i] += shade;
            });
        }
        canvas.each(0, 0, 640, 480, (i, x, y) -> {
            double grain = cloud(x * .55, y * .55, 2) - .5, stain = cloud(x * .008, y * .008 + 9, 4) - .5;
            double laid = noise(x * .05, y * .8) - .5;
            double edge = smooth(60, 0, Math.min(Math.min(x, 640 - x), Math.min(y, 480 - y)) + 40 * stain);
            double age = .22 + .30 * stain + .16 * grain + .05 * laid + fibres[i] + .16 * edge;
            double wet = near[i] + .8 * Math.max(0, near[i] - far[i]);
            double black = (.75 * ink[i] + .45 * bleed[i] + wet) * (1 + .9 * grain);
            black = 2.5 * (1 - StrictMath.exp(-black * .7));
            for (int c = 0; c < 3; c++) {
                double stop = black * INK[c] + (sepia[i] + age) * SEPIA[c] + indigo[i] * INDIGO[c] * (1 + grain);
                canvas.rgb[c][i] = (float) (.97 * StrictMath.exp(-stop));
            }
        });
        seal(598, 34);
    }

    /** A worn vermilion seal. */
    void seal(double x0, double y0) {
        canvas.each(x0, y0, x0 + 18, y0 + 18, (i, x, y) -> {
            double u = (x - x0) / 18, v = (y - y0) / 18;
            boolean rim = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v)) < .09;
            boolean sign = hash((long) (u * 5), (long) (v * 7), 21) < .55 && (long) (u * 20) % 10 != 9;
            if (rim || sign)
                canvas.mix(i, new double[] {.66, .16, .10}, .85 * smooth(.25, .5, cloud(x * .7, y * .7, 2)));
        });
    }
}
