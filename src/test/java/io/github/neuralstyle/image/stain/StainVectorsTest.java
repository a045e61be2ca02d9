package io.github.neuralstyle.image.stain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.testimages.Tissue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stains estimated from images that are composed of known ones. */
class StainVectorsTest {

    private static final int SIDE = 96;

    private static Img<UnsignedByteType> tissue(long seed, double[] first, double[] second, double strength) {
        float[][] rgb = new Tissue(SIDE, seed).rgb(first, second, strength);
        byte[] bytes = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Math.round(rgb[i / (SIDE * SIDE)][i % (SIDE * SIDE)]);
        return ArrayImgs.unsignedBytes(bytes, SIDE, SIDE, 3);
    }

    static Stream<Arguments> known() {
        return Stream.of(true, false)
                .flatMap(sparse -> Stream.of(
                        Arguments.of(sparse, Tissue.HAEMATOXYLIN, Tissue.EOSIN, 1),
                        Arguments.of(sparse, Tissue.HAEMATOXYLIN, Tissue.EOSIN, .6),
                        Arguments.of(sparse, Tissue.HAEMATOXYLIN, Tissue.DAB, 1),
                        Arguments.of(sparse, Tissue.VIOLET, Tissue.PINK, .7)));
    }

    @ParameterizedTest
    @MethodSource("known")
    void areWithinTwoDegreesOfTheTruth(boolean sparse, double[] first, double[] second, double strength) {
        for (long seed = 1; seed < 4; seed++) {
            StainVectors found = StainedImage.of("image", tissue(seed, first, second, strength), sparse)
                    .stains();
            assertEquals(0, StainVectors.degrees(first, found.vectors()[0]), 2, found.text(0));
            assertEquals(0, StainVectors.degrees(second, found.vectors()[1]), 2, found.text(1));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRecolouredImageHasTheStainsAndAmountsOfTheTemplate(boolean sparse) {
        StainedImage template = StainedImage.of("template", tissue(2, Tissue.HAEMATOXYLIN, Tissue.EOSIN, 1), sparse);
        StainedImage source = StainedImage.of("source", tissue(1, Tissue.VIOLET, Tissue.PINK, .7), sparse);
        double[][] colors = template.recolor(source);
        StainVectors wanted = template.stains();
        OpticalDensity density = OpticalDensity.of("result", colors);
        StainVectors found =
                sparse ? StainVectors.vahadane("result", density) : StainVectors.macenko("result", density);
        for (int s = 0; s < 2; s++) {
            assertEquals(0, StainVectors.degrees(wanted.vectors()[s], found.vectors()[s]), 2);
            assertEquals(wanted.amounts()[s], found.amounts()[s], .05 * wanted.amounts()[s]);
        }
        for (int p = 0; p < SIDE * SIDE; p++)
            if (source.density().tissue()[p] == 0)
                for (int c = 0; c < 3; c++) assertEquals(255, colors[c][p], 1e-9, "white stays white");
    }

    @Test
    void theSparseOnesBearNoise() {
        float[][] rgb = new Tissue(SIDE, 1).rgb(Tissue.HAEMATOXYLIN, Tissue.EOSIN, 1);
        double[][] noisy = new double[3][rgb[0].length];
        Random random = new Random(1);
        for (int c = 0; c < 3; c++)
            for (int i = 0; i < noisy[c].length; i++)
                noisy[c][i] = Math.max(0, Math.min(255, Math.rint(rgb[c][i] + 4 * random.nextGaussian())));
        StainVectors found = StainVectors.vahadane("image", OpticalDensity.of("image", noisy));
        assertEquals(0, StainVectors.degrees(Tissue.HAEMATOXYLIN, found.vectors()[0]), 2);
        assertEquals(0, StainVectors.degrees(Tissue.EOSIN, found.vectors()[1]), 2);
    }

    @Test
    void whatHasNoTwoStainsSaysWhatToDo() {
        fails("is background: only 0 of its 9216 pixels", ArrayImgs.unsignedBytes(filled(250), SIDE, SIDE, 3));
        fails("has tissue of one colour only", ArrayImgs.unsignedBytes(filled(120), SIDE, SIDE, 3));
        fails("has tissue of one colour only", tissue(1, Tissue.EOSIN, Tissue.EOSIN, 1));
        fails("has 1 channel; stains are told apart by their colours", ArrayImgs.unsignedBytes(SIDE, SIDE));
        fails("of UnsignedShortType; stains need RGB of 8 bits", ArrayImgs.unsignedShorts(SIDE, SIDE, 3));
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[3 * SIDE * SIDE];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static void fails(String reason, Img<?> image) {
        for (boolean sparse : List.of(true, false)) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> StainedImage.of("source", image, sparse))
                    .getMessage();
            assertTrue(message.startsWith("The source ") && message.contains(reason), message);
            assertTrue(message.contains("choose") || message.contains("convert"), message);
        }
    }

    @Test
    void otsuSeparatesTwoClasses() {
        double[] values = new Random(1)
                .doubles(1000)
                .map(u -> u < .3 ? .1 + .2 * u : .8 + .3 * u)
                .toArray();
        double threshold = OpticalDensity.otsu(values);
        assertTrue(threshold > .16 && threshold < .89, String.valueOf(threshold));
    }

    @Test
    void tableHasARowForEachStain() {
        StainVectors stains = new StainVectors(new double[][] {{.6, .8, 0}, {0, .6, .8}}, new double[] {1.5, .5});
        assertEquals(
                "image,stain,red,green,blue,amount\n\"a \"\"b\"\"\",1,0.6000,0.8000,0.0000,1.5000\n"
                        + "\"a \"\"b\"\"\",2,0.0000,0.6000,0.8000,0.5000\n",
                StainVectors.csv(Map.of("a \"b\"", stains)));
    }
}
