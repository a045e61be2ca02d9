package io.github.neuralstyle.image.histogram;

import static io.github.neuralstyle.image.TestValues.bytes;
import static io.github.neuralstyle.image.TestValues.map;
import static io.github.neuralstyle.image.TestValues.random;
import static io.github.neuralstyle.image.TestValues.sorted;
import static io.github.neuralstyle.image.TestValues.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.IntensityRange;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.histogram.HistogramMatching.Method;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import java.util.Arrays;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Luminance, channels and principal axes of colour images. */
class HistogramMatchingColorsTest extends HistogramMatchings {

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MACENKO", "VAHADANE"})
    void sourceAndTemplateAreNotTouchedAndMayLieAnywhere(Mode mode) {
        Img<?> source = random(16, 1, 2, 20, 30, 3), template = random(16, 2, 1, 25, 15, 3);
        double[] before = values(source), wanted = values(template);
        Img<?> matched = with(mode, Method.BINNED).match(source, template);
        assertArrayEquals(before, values(source));
        assertArrayEquals(wanted, values(template));
        assertArrayEquals(source.dimensionsAsLongArray(), matched.dimensionsAsLongArray());
        assertArrayEquals(
                values(matched), values(with(mode, Method.BINNED).match(Views.translate(source, 5, -7, 1), template)));
    }

    @Test
    void argbIsThreeChannelsAndKeepsItsAlpha() {
        Img<ARGBType> source = ArrayImgs.argbs(new int[] {0x80010203, 0xff040506, 0}, 3, 1);
        Img<?> template = ArrayImgs.unsignedBytes(new byte[] {10, 20, 30, 40, 50, 60, 70, 80, 90}, 3, 1, 3);
        Img<?> matched = EXACT.match(source, template);
        int[] argb = new int[3];
        Arrays.setAll(argb, i -> ((ARGBType) matched.getAt(i, 0)).get());
        assertArrayEquals(new int[] {0x80143250, 0xff1e3c5a, 0x000a2846}, argb);
        assertArrayEquals(
                new long[] {3, 1, 3},
                BINNED.match(source, random(16, 1, 1, 4, 4, 3)).dimensionsAsLongArray());
    }

    /** Cb and Cr are what they were, where the colours fit into the type. */
    @Test
    void greyKeepsTheChroma() {
        Img<?> source = map(random(32, 1, 1, 30, 30, 3), value -> 100 + 30 * value),
                template = map(random(32, 2, 1, 20, 20), value -> 1000 + 30 * value);
        Planes from = Planes.of("source", source),
                to = Planes.of("result", with(Mode.GREY, Method.EXACT).match(source, template));
        IntensityRange own = IntensityRange.of(source), wanted = IntensityRange.of(template);
        double scale = (wanted.max() - wanted.min()) / (own.max() - own.min());
        double[] quantiles = sorted(values(template)), luminance = sorted(to.luminance());
        for (int i = 0; i < from.luminance().length; i++) {
            for (int c = 0; c < 3; c++)
                assertEquals(
                        scale * (from.values()[c][i] - from.luminance()[i]),
                        to.values()[c][i] - to.luminance()[i],
                        1e-3);
            assertEquals(quantiles[(int) ((i + 0.5) * quantiles.length / luminance.length)], luminance[i], 1e-3);
        }
    }

    @Test
    void greyMovesColoursThatDoNotFitTowardsTheirGrey() {
        Img<?> red = ArrayImgs.unsignedBytes(new byte[] {(byte) 255, 0, 0, 0, 0, 0}, 2, 1, 3);
        double[] matched = values(with(Mode.GREY, Method.EXACT).match(red, bytes(200, 20)));
        assertArrayEquals(new double[] {255, 20, 177, 20, 177, 20}, matched);
        assertEquals(200, 0.299 * 255 + 0.701 * 177, 0.5);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void decorrelatedGivesTheTemplatesColourStatistics(Method method) {
        Img<?> template = colours(2, 60, 50);
        Img<?> matched = with(Mode.DECORRELATED, method).match(random(8, 1, 2, 50, 50, 3), template);
        ColorStatistics found = ColorStatistics.of(Pixels.of(matched)),
                wanted = ColorStatistics.of(Pixels.of(template));
        assertArrayEquals(wanted.mean(), found.mean(), 2);
        double size = wanted.covariance().normF();
        assertTrue(
                found.covariance().minus(wanted.covariance()).normF() < 0.05 * size,
                found.covariance().minus(wanted.covariance()).normF() + " of " + size);
    }

    /** Reddish to yellowish: the channels depend on each other. */
    private static Img<?> colours(long seed, int width, int height) {
        Random random = new Random(seed);
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(width, height, 3);
        for (int i = 0; i < width * height; i++) {
            double light = random.nextDouble(), hue = random.nextDouble();
            image.getAt(i % width, i / width, 0).set((int) (60 + 120 * light));
            image.getAt(i % width, i / width, 1).set((int) (40 + 90 * light + 40 * hue));
            image.getAt(i % width, i / width, 2).set((int) (30 + 50 * light));
        }
        return image;
    }

    @Test
    void decorrelatedMayChangeTheDepth() {
        Img<?> matched =
                with(Mode.DECORRELATED, Method.BINNED).match(random(8, 1, 2, 30, 30, 3), random(16, 2, 1, 30, 30, 3));
        assertEquals(UnsignedShortType.class, matched.getType().getClass());
        assertTrue(sorted(values(matched))[2000] > 10000);
    }
}
