package io.github.neuralstyle.image.stain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.CieLab;
import io.github.neuralstyle.testimages.Tissue;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeansAndDeviationsTest {

    private static double[][] tissue(long seed, double[] first, double[] second, double strength) {
        float[][] rgb = new Tissue(96, seed).rgb(first, second, strength);
        return Arrays.stream(rgb)
                .map(values -> IntStream.range(0, values.length)
                        .mapToDouble(i -> Math.rint(values[i]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Of the pixels that are tissue in an image, which may be another one than the values are of. */
    private static double[] moments(double[] values, double[] tissue) {
        double[] inside = IntStream.range(0, values.length)
                .filter(i -> tissue[i] == 1)
                .mapToDouble(i -> values[i])
                .toArray();
        double mean = Arrays.stream(inside).average().orElseThrow();
        double variance = Arrays.stream(inside)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return new double[] {mean, Math.sqrt(variance)};
    }

    @Test
    void colorsGetTheTemplatesMeansAndDeviationsInTissue() {
        double[][] source = tissue(1, Tissue.VIOLET, Tissue.PINK, .6),
                template = tissue(2, Tissue.HAEMATOXYLIN, Tissue.EOSIN, 1);
        double[][] matched = MeansAndDeviations.ofColors(source, template);
        for (double[] channel : matched) Arrays.setAll(channel, i -> Math.rint(channel[i]));
        double[][] got = CieLab.fromRgb(matched), wanted = CieLab.fromRgb(template);
        double[] own = OpticalDensity.of("source", source).tissue(),
                its = OpticalDensity.of("template", template).tissue();
        for (int c = 0; c < 3; c++)
            assertArrayEquals(moments(wanted[c], its), moments(got[c], own), 0.5, "channel " + c);
        for (int i = 0; i < own.length; i++) if (own[i] == 0) assertEquals(255, matched[1][i], "white stays white");
    }

    @Test
    void clippedGreyValuesStillHaveThem() {
        double[] source = new Random(1).doubles(4000, 0, 60000).toArray(),
                template =
                        new Random(2)
                                .doubles(4000)
                                .map(u -> Math.rint(65535 * u * u * u))
                                .toArray(),
                all = new double[4000];
        Arrays.fill(all, 1);
        double[] matched = MeansAndDeviations.ofValues(source, template, values -> {
            Arrays.setAll(values[0], i -> Math.max(0, Math.min(65535, Math.rint(values[0][i]))));
            return values;
        })[0];
        assertArrayEquals(moments(template, all), moments(matched, all), 0.5);
        assertTrue(Arrays.stream(matched).min().orElseThrow() == 0, "clipped");
    }

    @Test
    void labOfKnownColors() {
        double[][] lab = CieLab.fromRgb(new double[][] {{255, 255, 119}, {255, 0, 119}, {255, 0, 119}});
        assertArrayEquals(new double[] {100, 53.24, 50.03}, lab[0], .02);
        assertArrayEquals(new double[] {0, 80.09, 0}, lab[1], .02);
        assertArrayEquals(new double[] {0, 67.20, 0}, lab[2], .02);
        double[][] back = CieLab.toRgb(lab);
        assertArrayEquals(new double[] {255, 255, 119}, back[0], .01);
        assertArrayEquals(new double[] {255, 0, 119}, back[2], .01);
    }

    @Test
    void oneColorHasNoDeviations() {
        double[][] one = new double[3][100];
        for (double[] channel : one) Arrays.fill(channel, 90);
        double[][] other = tissue(1, Tissue.VIOLET, Tissue.PINK, 1);
        String source = message(() -> MeansAndDeviations.ofColors(one, other)),
                template = message(() -> MeansAndDeviations.ofColors(other, one));
        assertTrue(source.startsWith("The source has one colour only"), source);
        assertTrue(template.startsWith("The template has one colour only"), template);
        String value = message(() -> MeansAndDeviations.ofValues(one[0], other[0], values -> values));
        assertTrue(value.startsWith("The source has one value only"), value);
    }

    private static String message(Runnable run) {
        return assertThrows(IllegalArgumentException.class, run::run).getMessage();
    }
}
