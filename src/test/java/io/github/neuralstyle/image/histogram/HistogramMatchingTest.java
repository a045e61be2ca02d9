package io.github.neuralstyle.image.histogram;

import static io.github.neuralstyle.image.TestValues.bytes;
import static io.github.neuralstyle.image.TestValues.channel;
import static io.github.neuralstyle.image.TestValues.random;
import static io.github.neuralstyle.image.TestValues.sorted;
import static io.github.neuralstyle.image.TestValues.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.image.histogram.HistogramMatching.Method;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramMatchingTest extends HistogramMatchings {

    @Test
    void exactByHand() {
        Img<?> source = bytes(4, 9, 7, 1, 200, 3), template = bytes(60, 10, 50, 20, 40, 30);
        assertArrayEquals(new double[] {30, 50, 40, 10, 60, 20}, values(EXACT.match(source, template)));
        assertArrayEquals(
                new double[] {20, 50, 20, 10, 50, 10}, values(EXACT.match(source, bytes(50, 10, 20))), "each twice");
    }

    /** Ranks 1/8, 1/2 and 7/8 in the middle of the pixels with that value; the template's 0, 10, 20, 30 take quarters. */
    @Test
    void binnedByHand() {
        assertArrayEquals(new double[] {0, 10, 10, 30}, values(BINNED.match(bytes(5, 6, 6, 7), bytes(30, 10, 20, 0))));
        assertArrayEquals(new double[] {0, 0, 9, 9}, values(BINNED.match(bytes(1, 1, 2, 2), bytes(0, 9, 0, 9))));
    }

    /** The nearer the bright pixel, the brighter; the two that are farthest see the same and stay in reading order. */
    @Test
    void exactOrdersEqualValuesByTheirNeighbourhoods() {
        Img<?> source = ArrayImgs.unsignedBytes(new byte[] {0, 0, 0, 0, 9}, 5, 1);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, values(EXACT.match(source, bytes(5, 4, 3, 2, 1))));
        Img<?> mirrored = ArrayImgs.unsignedBytes(new byte[] {9, 0, 0, 0, 0}, 5, 1);
        assertArrayEquals(new double[] {5, 4, 3, 1, 2}, values(EXACT.match(mirrored, bytes(5, 4, 3, 2, 1))));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void exactGivesTheVeryValuesOfATemplateOfTheSameSize(int bits) {
        Img<?> source = random(bits, 1, 3, 40, 30, 3), template = random(bits, 2, 0.5, 40, 30, 3);
        Img<?> matched = EXACT.match(source, template);
        for (int c = 0; c < 3; c++) assertArrayEquals(sorted(channel(template, c)), sorted(channel(matched, c)));
        assertOrderIsKept(source, matched);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void exactGivesTheQuantilesOfATemplateOfAnotherSize(int bits) {
        double[] wanted = sorted(values(random(bits, 2, 0.5, 17, 19)));
        double[] found = sorted(values(EXACT.match(random(bits, 1, 3, 40, 30), random(bits, 2, 0.5, 17, 19))));
        for (int i = 0; i < found.length; i++)
            assertEquals(wanted[(int) ((i + 0.5) * wanted.length / found.length)], found[i]);
    }

    /** At every edge of a bin of the template, as many values are below as there, but for one bin of the source. */
    @ParameterizedTest
    @CsvSource({"8,256", "8,32", "16,256", "16,65536", "32,256", "32,2"})
    void binnedHistogramIsTheTemplatesToWithinABin(int bits, int bins) {
        for (int seed = 0; seed < 4; seed++) {
            Img<?> source = random(bits, seed, 2, 60, 50, 3), template = random(bits, seed + 9, 0.7, 45, 70, 3);
            Img<?> matched = new HistogramMatching(Mode.CHANNELS, Method.BINNED, bins).match(source, template);
            assertOrderIsKept(source, matched);
            for (int c = 0; c < 3; c++) {
                double[] found = sorted(channel(matched, c)), wanted = sorted(channel(template, c));
                double width = Math.max(bits < 32 ? 1 : 0, (wanted[wanted.length - 1] - wanted[0]) / (bins - 1));
                double slack = largestBin(sorted(channel(source, c)), bins);
                for (double value : wanted) {
                    assertTrue(
                            below(found, value - width) <= below(wanted, value) + slack,
                            bits + " bits, value " + value);
                    assertTrue(
                            below(found, value + width) >= below(wanted, value) - slack,
                            bits + " bits, value " + value);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void anImageMatchedToItselfStaysAsItIs(Method method) {
        for (Mode mode : new Mode[] {Mode.GREY, Mode.CHANNELS}) {
            Img<?> image = random(8, 1, 1, 30, 20, 3);
            assertArrayEquals(values(image), values(with(mode, method).match(image, image)), mode == Mode.GREY ? 1 : 0);
        }
    }

    @Test
    void binnedKeepsFlatRegionsFlat() {
        Img<?> source = random(8, 1, 3, 50, 50), matched = BINNED.match(source, random(16, 2, 1, 60, 60));
        double[] became = new double[256], from = values(source), to = values(matched);
        Arrays.fill(became, -1);
        for (int i = 0; i < from.length; i++) {
            assertTrue(became[(int) from[i]] < 0 || became[(int) from[i]] == to[i]);
            became[(int) from[i]] = to[i];
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void constantImages(Method method) {
        HistogramMatching matching = with(Mode.CHANNELS, method);
        assertArrayEquals(
                new double[] {30, 30, 30}, values(matching.match(bytes(7, 7, 7), bytes(90, 10, 30))), "the median");
        assertArrayEquals(new double[] {8, 8, 8}, values(matching.match(bytes(1, 2, 3), bytes(8, 8))));
        assertArrayEquals(new double[] {8}, values(matching.match(bytes(1), bytes(8))));
    }

    /** The source's type, unless it cannot hold all that the template's can. */
    @Test
    void typeOfTheResult() {
        Img<?> u8 = random(8, 1, 1, 9, 9), u16 = random(16, 2, 1, 9, 9), f32 = random(32, 3, 1, 9, 9);
        Img<?> s8 = ArrayImgs.bytes(new byte[] {-3, 5}, 2, 1), s16 = ArrayImgs.shorts(new short[] {-300, 5}, 2, 1);
        assertType(UnsignedByteType.class, u8, u8);
        assertType(UnsignedShortType.class, u8, u16);
        assertType(UnsignedShortType.class, u16, u8);
        assertType(FloatType.class, u8, f32);
        assertType(FloatType.class, f32, u16);
        assertType(ByteType.class, u8, s8);
        assertType(ShortType.class, s16, u8);
        assertType(UnsignedShortType.class, s16, u16);
        assertArrayEquals(
                sorted(values(u16)), sorted(values(EXACT.match(u8, u16))), "the 16-bit values, not scaled ones");
        assertArrayEquals(sorted(values(u8)), sorted(values(EXACT.match(u16, u8))));
        assertArrayEquals(sorted(values(f32)), sorted(values(EXACT.match(u8, f32))));
    }

    private static void assertType(Class<?> expected, Img<?> source, Img<?> template) {
        assertEquals(expected, BINNED.match(source, template).getType().getClass());
    }

    @Test
    void wrongImagesAreRefused() {
        Img<?> grey = random(8, 1, 1, 4, 4), two = random(8, 1, 1, 4, 4, 2), colour = random(8, 1, 1, 4, 4, 3);
        assertRefused(BINNED, colour, grey, "The source has 3 channels and the template 1", "choose the mode grey");
        assertRefused(
                with(Mode.DECORRELATED, Method.EXACT), colour, grey, "1 channel;", "decorrelated needs colour images");
        assertRefused(with(Mode.GREY, Method.EXACT), two, grey, "2 channels", "grey or colour images");
        assertRefused(BINNED, grey, random(8, 1, 1, 4, 4, 3, 2), "The template", "4 x 4 x 3 x 2");
        assertRefused(
                BINNED,
                Views.interval(grey, new long[] {0, 0}, new long[] {-1, 3}),
                grey,
                "The source is empty (0 x 4)");
        Img<FloatType> holed = ArrayImgs.floats(new float[] {1, Float.NaN, Float.POSITIVE_INFINITY, 2}, 2, 2);
        assertRefused(BINNED, holed, grey, "The source holds 2 values that are NaN or infinite");
        assertRefused(BINNED, grey, holed, "The template holds 2 values");
        assertEquals(2, BINNED.match(two, random(8, 2, 1, 5, 5, 2)).dimension(2), "more channels are fine");
        Exception bins =
                assertThrows(IllegalArgumentException.class, () -> new HistogramMatching(Mode.GREY, Method.BINNED, 1));
        assertEquals("bins is 1; it must be from 2 to 65536.", bins.getMessage());
    }

    private static void assertRefused(
            HistogramMatching matching, RandomAccessibleInterval<?> source, Img<?> template, String... words) {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> matching.match(source, template)), words);
    }

    /** The part of the values up to one. */
    private static double below(double[] ascending, double value) {
        int low = 0, high = ascending.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ascending[middle] <= value + 1e-6) low = middle + 1;
            else high = middle;
        }
        return (double) low / ascending.length;
    }

    private static double largestBin(double[] ascending, int bins) {
        double width = (ascending[ascending.length - 1] - ascending[0]) / (bins - 1), most = 0;
        for (double value : ascending)
            most = Math.max(most, below(ascending, value + width) - below(ascending, value - 1e-5));
        return most;
    }

    private static void assertOrderIsKept(Img<?> source, Img<?> matched) {
        for (int c = 0; c < 3; c++) {
            double[] from = channel(source, c), to = channel(matched, c);
            Integer[] order = new Integer[from.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order,
                    (i, j) -> from[i] == from[j] ? Double.compare(to[i], to[j]) : Double.compare(from[i], from[j]));
            for (int i = 1; i < order.length; i++) assertTrue(to[order[i]] >= to[order[i - 1]]);
        }
    }
}
