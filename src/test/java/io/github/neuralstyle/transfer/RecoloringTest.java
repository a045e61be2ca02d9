package io.github.neuralstyle.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.OkLab;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Recoloring.Mode;
import io.github.neuralstyle.util.ProgressListener;
import java.awt.color.ColorSpace;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoloringTest {

    private static final int SIDE = 48;

    /** Two objects, left and right, each of one colour with a shade and noise. */
    private final Pixels content = image((x, y, random) -> {
        float shade = y * 60f / SIDE + 6 * random.nextFloat();
        return x < SIDE / 2 ? new float[] {140 + shade, 60 + shade, 50} : new float[] {40, 90 + shade, 120 + shade};
    });

    private final Pixels painted =
            image((x, y, random) -> new float[] {random.nextInt(256), random.nextInt(256), random.nextInt(256)});

    private final Pixels style = image((x, y, random) ->
            new float[] {200 - random.nextInt(40), 150 + random.nextInt(60), 30 + random.nextInt(120)});

    private final Painter painter = (image, previous, progress) -> new TransferResult(painted, 1, false);

    private interface Source {
        float[] at(int x, int y, Random random);
    }

    private static Pixels image(Source source) {
        Random random = new Random(1);
        Pixels image = new Pixels(SIDE, SIDE, new float[3 * SIDE * SIDE]);
        for (int i = 0; i < SIDE * SIDE; i++)
            System.arraycopy(source.at(i % SIDE, i / SIDE, random), 0, image.values(), 3 * i, 3);
        return image;
    }

    private Painter recoloring(Mode mode) {
        return Recoloring.of(mode, painter, Styles.of(List.of(style), 1));
    }

    private Pixels paint(Painter recoloring) {
        return recoloring.paint(content, null, ProgressListener.none()).picture();
    }

    @Test
    void theChromaOfTheContentPixelByPixel() {
        Pixels result = paint(recoloring(Mode.LUMINANCE));
        Pixels lab = OkLab.of(result), wanted = OkLab.of(content), light = OkLab.of(painted);
        double chroma = 0, lightness = 0;
        for (int i = 0; i < lab.values().length; i++)
            if (i % 3 > 0) chroma = Math.max(chroma, Math.abs(lab.values()[i] - wanted.values()[i]));
            else lightness += Math.abs(lab.values()[i] - light.values()[i]) / (SIDE * SIDE);
        assertTrue(chroma < 1, "largest difference of chroma " + chroma);
        assertTrue(lightness < 10, "mean difference of lightness " + lightness);
        assertTrue(cielabChromaDifference(result, content) < 2);
    }

    /** The mean distance of a* and b*. */
    private static double cielabChromaDifference(Pixels a, Pixels b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i += 3) {
            double[] p = cielab(a.values(), i), q = cielab(b.values(), i);
            sum += Math.hypot(p[1] - q[1], p[2] - q[2]);
        }
        return sum / (a.values().length / 3);
    }

    private static double[] cielab(float[] rgb, int at) {
        float[] xyz = ColorSpace.getInstance(ColorSpace.CS_sRGB)
                .toCIEXYZ(new float[] {rgb[at] / 255, rgb[at + 1] / 255, rgb[at + 2] / 255});
        double[] f = new double[3];
        double[] white = {0.9642, 1, 0.8249};
        for (int i = 0; i < 3; i++) {
            double t = xyz[i] / white[i];
            f[i] = t > 216 / 24389.0 ? Math.cbrt(t) : (24389 / 27.0 * t + 16) / 116;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    @Test
    void aFileIsColoredAsAPicture() {
        Painter recoloring = recoloring(Mode.LUMINANCE);
        Drawing drawing = recoloring.draw(content, ProgressListener.none());
        assertArrayEquals(
                Drawing.of(recoloring.paint(content, null, ProgressListener.none()))
                        .image()
                        .getRGB(0, 0, SIDE, SIDE, null, 0, SIDE),
                drawing.image().getRGB(0, 0, SIDE, SIDE, null, 0, SIDE));
    }

    @Test
    void smoothWithinObjects() {
        Painter same = (image, previous, progress) -> new TransferResult(image, 1, false);
        double smooth = roughness(paint(Recoloring.of(Mode.CONTENT, same, null))), own = roughness(content);
        assertTrue(smooth < 0.7 * own, smooth + " of " + own);
    }

    /** The mean difference of the chroma of neighbours within an object. */
    private static double roughness(Pixels image) {
        float[] lab = OkLab.of(image).values();
        double sum = 0;
        for (int i = 0; i < lab.length - 3; i += 3)
            if (i / 3 % (SIDE / 2) != SIDE / 2 - 1) sum += Math.hypot(lab[i + 4] - lab[i + 1], lab[i + 5] - lab[i + 2]);
        return sum;
    }

    @Test
    void thePaletteOfTheStyle() {
        Pixels result = paint(recoloring(Mode.PALETTE));
        double[] found = ColorStatistics.of(OkLab.of(result)).mean(),
                wanted = ColorStatistics.of(OkLab.of(style)).mean(),
                before = ColorStatistics.of(OkLab.of(content)).mean();
        for (int c = 1; c < 3; c++)
            assertTrue(
                    Math.abs(found[c] - wanted[c]) < 0.2 * Math.abs(before[c] - wanted[c]) + 2,
                    found[c] + " for " + wanted[c] + ", before " + before[c]);
    }

    @Test
    void theNextPictureGoesOnFromTheOneInTheStylesColors() {
        TransferResult result = recoloring(Mode.PALETTE).paint(content, null, ProgressListener.none());
        assertSame(painted, result.network());
    }

    @Test
    void theContentIsReadAtTheSizeOfTheResultForItsColors() {
        Settings settings = Settings.defaults().withSize(2048).withNetworkSize(512);
        assertEquals(512, settings.contentLongest());
        assertEquals(2048, settings.with(Options.COLOR, Mode.LUMINANCE).contentLongest());
    }

    @Test
    void greyStaysGrey() {
        Pixels grey = image((x, y, random) -> new float[] {x, x, x});
        Pixels result = recoloring(Mode.LUMINANCE)
                .paint(grey, null, ProgressListener.none())
                .picture();
        for (int i = 0; i < result.values().length; i += 3) {
            assertEquals(result.values()[i], result.values()[i + 1], 0.1);
            assertEquals(result.values()[i], result.values()[i + 2], 0.1);
        }
    }
}
