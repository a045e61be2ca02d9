package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** 16-bit micrographs, as a camera of 12 bits would take them. */
final class Micrographs {

    /** Some 60 nuclei with mottled chromatin and dark nucleoli, out of focus by a little, with shot noise. */
    static void nuclei(Path file) throws IOException {
        int n = 512;
        Random random = new Random(60);
        float[] light = new float[n * n];
        double[][] placed = new double[60][];
        for (int k = 0; k < placed.length; k++) {
            double cx, cy, r;
            boolean free;
            do {
                cx = 8 + random.nextDouble() * (n - 16);
                cy = 8 + random.nextDouble() * (n - 16);
                r = 13 + 13 * random.nextDouble();
                free = true;
                for (int o = 0; o < k; o++) {
                    double dx = cx - placed[o][0], dy = cy - placed[o][1], gap = .88 * (r + placed[o][2]);
                    free &= dx * dx + dy * dy > gap * gap;
                }
            } while (!free);
            placed[k] = new double[] {cx, cy, r};
            double turn = random.nextDouble() * 3.1416,
                    stretch = 1 + .3 * random.nextDouble(),
                    id = 100 * random.nextDouble();
            double cos = StrictMath.cos(turn), sin = StrictMath.sin(turn);
            double bright = 500 + 1900 * random.nextDouble() * random.nextDouble();
            for (int i = 0; i < n * n; i++) {
                int x = i % n, y = i / n;
                if (Math.abs(x - cx) > 40 || Math.abs(y - cy) > 40) continue;
                double u = ((x - cx) * cos + (y - cy) * sin) / r / stretch,
                        v = ((y - cy) * cos - (x - cx) * sin) / r * stretch;
                double d = Math.sqrt(u * u + v * v) + .22 * (noise(u * 1.5 + id, v * 1.5 + id) - .5);
                double chromatin = .5
                        + .9 * cloud(x * .22 + id, y * .22, 3)
                        - .55 * smooth(.70, .82, noise(u * 2.4 + id, v * 2.4 - id));
                light[i] += (float) (bright * smooth(1.04, .93, d) * Math.sqrt(clamp(1.25 - d * d)) * chromatin);
            }
        }
        float[] haze = light.clone();
        blur(light, n, n, 1);
        blur(haze, n, n, 12);
        short[] pixels = new short[n * n];
        for (int i = 0; i < pixels.length; i++) pixels[i] = expose(light[i] + .10 * haze[i] + 25, random);
        writeTiff(file, n, n, new short[][] {pixels}, "ImageJ=1.54p\nunit=micron\nmin=100.0\nmax=2600.0\n", 4);
    }

    /** Three spots on their orbits in one channel, two that pulse in the other, in focus in a slice of their own. */
    static void hyperstack(Path file) throws IOException {
        int w = 64, h = 48, channels = 2, slices = 3, frames = 4;
        Random random = new Random(24);
        short[][] planes = new short[channels * slices * frames][w * h];
        for (int p = 0; p < planes.length; p++) {
            int c = p % channels, z = p / channels % slices, t = p / channels / slices;
            for (int i = 0; i < w * h; i++) {
                double light = 20;
                for (int k = 0; k < 3 - c; k++) {
                    double phase = .5 * t * (c == 0 ? 1 : .3) + 2.1 * k + c,
                            off = z - (k + c) % slices,
                            blur = 2.5 + 1.6 * off * off;
                    double dx = i % w - 32 - (12 + 5 * k) * StrictMath.cos(phase),
                            dy = i / w - 24 - (9 + 4 * k) * StrictMath.sin(phase);
                    double power = c == 0 ? 1500 : 1100 * (1 + .6 * StrictMath.sin(1.6 * t + 2 * k));
                    light += power * 2.5 / blur * StrictMath.exp(-(dx * dx + dy * dy) / (2 * blur * blur));
                }
                planes[p][i] = expose(light, random);
            }
        }
        writeTiff(
                file,
                w,
                h,
                planes,
                "ImageJ=1.54p\nimages=24\nchannels=2\nslices=3\nframes=4\nhyperstack=true\n"
                        + "mode=composite\nunit=micron\nspacing=1.0\nfinterval=2.0\nloop=false\nmin=100.0\nmax=1800.0\n",
                4);
    }

    /** The reading of a camera: an offset, shot noise that grows with the light, read noise; 12 bits. */
    static short expose(double light, Random random) {
        double normal = -6;
        for (int k = 0; k < 12; k++) normal += random.nextDouble();
        return (short) Math.max(0, Math.min(4095, 100 + light + normal * Math.sqrt(light * 1.8 + 16) + .5));
    }

    /** Writes planes as ImageJ does: big-endian, uncompressed, calibrated in pixels per unit, one directory each. */
    static void writeTiff(Path file, int w, int h, short[][] planes, String description, int perUnit)
            throws IOException {
        byte[] text = (description + '\0').getBytes(StandardCharsets.US_ASCII);
        int size = 2 * w * h, entries = 14, directory = 2 + 12 * entries + 4;
        int scaleAt = 8, textAt = scaleAt + 8, firstDirectory = textAt + text.length + text.length % 2;
        int pixelsAt = firstDirectory + directory * planes.length;
        ByteBuffer out = ByteBuffer.allocate(pixelsAt + size * planes.length);
        out.putShort((short) 0x4D4D).putShort((short) 42).putInt(firstDirectory);
        out.putInt(perUnit * 1000000).putInt(1000000).put(text).position(firstDirectory);
        for (int p = 0; p < planes.length; p++) {
            out.putShort((short) entries);
            tag(out, 254, 4, 1, 0); // a full image
            tag(out, 256, 4, 1, w);
            tag(out, 257, 4, 1, h);
            tag(out, 258, 3, 1, 16 << 16); // bits; a short lies in the upper half of the field
            tag(out, 259, 3, 1, 1 << 16); // uncompressed
            tag(out, 262, 3, 1, 1 << 16); // black is zero
            tag(out, 270, 2, text.length, textAt);
            tag(out, 273, 4, 1, pixelsAt + p * size);
            tag(out, 277, 3, 1, 1 << 16); // samples per pixel
            tag(out, 278, 4, 1, h); // all rows in one strip
            tag(out, 279, 4, 1, size);
            tag(out, 282, 5, 1, scaleAt);
            tag(out, 283, 5, 1, scaleAt);
            tag(out, 296, 3, 1, 1 << 16); // the unit is that of the description
            out.putInt(p + 1 < planes.length ? out.position() + 4 : 0);
        }
        for (short[] plane : planes) for (short pixel : plane) out.putShort(pixel);
        Files.write(file, out.array());
    }

    static void tag(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
