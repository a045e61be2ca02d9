package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Nuclei that do not touch, with their labels, as two microscopes see them. */
public final class LabelledNuclei {

    /** In pixels. */
    public static final int SIDE = 128;

    private static final int NUCLEI = 16, PIXELS = SIDE * SIDE;

    private final short[] labels = new short[PIXELS];
    /** From the centre of the nearest nucleus, in its radii. */
    private final double[] distance = new double[PIXELS];

    private final double[] brightness = new double[NUCLEI + 1];
    private final long seed;

    public LabelledNuclei(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        double[][] placed = new double[NUCLEI][];
        Arrays.fill(distance, 9);
        for (int k = 0; k < NUCLEI; k++) {
            double[] one = null;
            for (int tries = 0; one == null && tries < 500; tries++) {
                double r = 8 + 5 * random.nextDouble(),
                        x = r + (SIDE - 2 * r) * random.nextDouble(),
                        y = r + (SIDE - 2 * r) * random.nextDouble();
                boolean free = true;
                for (int o = 0; o < k; o++)
                    free &= placed[o] == null || far(x - placed[o][0], y - placed[o][1], 1.25 * (r + placed[o][2]));
                if (free) one = new double[] {x, y, r};
            }
            placed[k] = one;
            if (one != null) draw(k + 1, one, random);
        }
    }

    private static boolean far(double dx, double dy, double distance) {
        return dx * dx + dy * dy > distance * distance;
    }

    private void draw(int label, double[] place, Random random) {
        double turn = 3.1416 * random.nextDouble(),
                stretch = 1 + .25 * random.nextDouble(),
                id = 100 * random.nextDouble();
        double cos = StrictMath.cos(turn), sin = StrictMath.sin(turn);
        brightness[label] = .4 + .6 * random.nextDouble();
        for (int i = 0; i < PIXELS; i++) {
            double dx = i % SIDE - place[0], dy = i / SIDE - place[1];
            if (Math.abs(dx) > 30 || Math.abs(dy) > 30) continue;
            double u = (dx * cos + dy * sin) / place[2] / stretch, v = (dy * cos - dx * sin) / place[2] * stretch;
            double d = Math.sqrt(u * u + v * v) + .2 * (noise(u * 1.5 + id, v * 1.5 + id) - .5);
            if (d < distance[i]) {
                distance[i] = d;
                if (d < 1) labels[i] = (short) label;
            }
        }
    }

    /** (height * width), 0 for the background. */
    public short[] labels() {
        return labels;
    }

    /** Fluorescence: bright nuclei of mottled chromatin in the dark, with shot noise; 12 bits. */
    public short[] fluorescence() {
        Random random = new Random(seed + 1000);
        float[] light = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++)
            light[i] = (float)
                    (labels[i] == 0
                            ? 0
                            : 1800 * brightness[labels[i]] * (.5 + .6 * cloud(i % SIDE * .2 + seed, i / SIDE * .2, 3)));
        blur(light, SIDE, SIDE, 1);
        short[] pixels = new short[PIXELS];
        for (int i = 0; i < PIXELS; i++) pixels[i] = Micrographs.expose(light[i] + 30, random);
        return pixels;
    }

    /** Phase contrast: granular nuclei with dark rims and bright halos on an uneven ground; 8 bits, 0..255. */
    public float[] phase() {
        Random random = new Random(seed + 2000);
        float[] light = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            double x = i % SIDE, y = i / SIDE, d = distance[i];
            double ground =
                    130 + 60 * (cloud(x * .03 + seed, y * .03, 2) - .5) + 45 * (noise(x * .45, y * .45 + seed) - .5);
            double inside = 112 + 95 * (noise(x * .33 + seed, y * .33) - .5);
            double halo = 70 * smooth(1.4, 1.1, d) * smooth(.98, 1.08, d),
                    rim = 70 * smooth(.8, .95, d) * smooth(1.08, .98, d);
            light[i] = (float) (d < 1 ? inside - rim : ground + halo - rim);
        }
        for (int i = 0; i < PIXELS; i++)
            light[i] = (float) Math.max(0, Math.min(255, light[i] + 6 * random.nextGaussian()));
        return light;
    }

    /** Widefield in thick tissue: nuclei with dark nucleoli in uneven haze, blurred and with strong noise; 12 bits. */
    public short[] widefield() {
        Random random = new Random(seed + 3000);
        float[] light = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            double x = i % SIDE, y = i / SIDE;
            double haze = 300 + 1000 * cloud(x * .025 + seed, y * .025, 3),
                    fibres = 250 * noise(x * .08, y * .5 + seed),
                    nucleoli = smooth(.6, .75, noise(x * .28 + seed, y * .28));
            light[i] = (float) (haze + (labels[i] == 0 ? fibres : 900 * brightness[labels[i]] * (1 - .8 * nucleoli)));
        }
        blur(light, SIDE, SIDE, 1);
        short[] pixels = new short[PIXELS];
        for (int i = 0; i < PIXELS; i++)
            pixels[i] = (short) Math.max(0, Math.min(4095, light[i] + 90 * random.nextGaussian()));
        return pixels;
    }

    /** A small training set of fluorescence, as StarDist has it, and styles of phase contrast. */
    static void trainingSet(Path folder) throws IOException {
        for (String name : new String[] {"images", "masks", "styles"}) Files.createDirectories(folder.resolve(name));
        String calibration = "ImageJ=1.54p\nunit=micron\n";
        for (int k = 1; k <= 3; k++) {
            LabelledNuclei nuclei = new LabelledNuclei(k);
            Micrographs.writeTiff(
                    folder.resolve("images/nuclei-" + k + ".tif"),
                    SIDE,
                    SIDE,
                    new short[][] {nuclei.fluorescence()},
                    calibration + "min=100.0\nmax=2600.0\n",
                    4);
            Micrographs.writeTiff(
                    folder.resolve("masks/nuclei-" + k + ".tif"),
                    SIDE,
                    SIDE,
                    new short[][] {nuclei.labels()},
                    calibration,
                    4);
            Canvas canvas = new Canvas(SIDE, SIDE, 2);
            float[] phase = new LabelledNuclei(100 + k).phase();
            for (float[] channel : canvas.rgb)
                for (int i = 0; i < channel.length; i++)
                    channel[i] = phase[i / canvas.w / 2 * SIDE + i % canvas.w / 2] / 255;
            canvas.save(folder.resolve("styles/phase-" + k + ".png"));
        }
    }
}
