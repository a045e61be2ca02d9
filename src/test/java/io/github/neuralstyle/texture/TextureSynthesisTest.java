package io.github.neuralstyle.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Style;
import io.github.neuralstyle.finish.FinishListener;
import io.github.neuralstyle.texture.TextureSynthesis.Guide;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntBinaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextureSynthesisTest {

    private static final TextureSynthesis LARGE = new TextureSynthesis(80, 72, false, 0);

    private final Img<UnsignedShortType> noise = shorts(64, 48, (x, y) -> new Random(97L * y + x).nextInt(60000));

    private static Img<UnsignedShortType> shorts(int width, int height, IntBinaryOperator value) {
        short[] values = new short[width * height];
        for (int i = 0; i < values.length; i++) values[i] = (short) value.applyAsInt(i % width, i / width);
        return ArrayImgs.unsignedShorts(values, width, height);
    }

    private static Img<UnsignedByteType> bytes(int width, int height, IntBinaryOperator value) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) values[i] = (byte) value.applyAsInt(i % width, i / width);
        return ArrayImgs.unsignedBytes(values, width, height);
    }

    private static int[] values(Img<?> image) {
        RandomAccessibleInterval<? extends net.imglib2.type.numeric.RealType<?>> real =
                io.github.neuralstyle.image.io.ImageChecks.asReal(image);
        int[] values = new int[(int) image.size()];
        int i = 0;
        for (net.imglib2.type.numeric.RealType<?> value : real) values[i++] = (int) value.getRealDouble();
        return values;
    }

    private static Set<Integer> set(Img<?> image) {
        Set<Integer> set = new HashSet<>();
        for (int value : values(image)) set.add(value);
        return set;
    }

    @Test
    void everyPixelIsOneOfTheExample() {
        Img<?> texture = LARGE.run(List.of(new Style(noise)));
        assertTrue(texture.getType() instanceof UnsignedShortType);
        assertArrayEquals(new long[] {80, 72}, texture.dimensionsAsLongArray());
        assertTrue(set(noise).containsAll(set(texture)));
        assertTrue(set(texture).size() > 1000, set(texture).size() + " different values");
    }

    @Test
    void theSeedDecides() {
        int[] first = values(LARGE.run(List.of(new Style(noise))));
        assertArrayEquals(first, values(LARGE.run(List.of(new Style(noise)))));
        assertFalse(
                Arrays.equals(first, values(new TextureSynthesis(80, 72, false, 1).run(List.of(new Style(noise))))));
    }

    @Test
    void aPatternGoesOnBeyondTheSizeOfItsExample() {
        Img<?> texture = new TextureSynthesis(150, 60, false, 0)
                .run(List.of(new Style(bytes(64, 64, (x, y) -> (x + y) % 10 < 5 ? 40 : 200))));
        int[] values = values(texture);
        int wrong = 0;
        for (int y = 0; y < 60; y++)
            for (int x = 10; x < 150; x++) if (values[y * 150 + x] != values[y * 150 + x - 10]) wrong++;
        assertTrue(wrong < 60 * 140 / 50, wrong + " pixels differ from those a period before");
    }

    @Test
    void colorsFloatsAndSelectionsStayWhatTheyAre() {
        int[] argb = new int[48 * 48];
        for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | (i % 48 < 24 ? 0xff0000 : i * 7919 & 0xff);
        Img<?> texture = new TextureSynthesis(40, 40, false, 0)
                .run(List.of(new Style(ArrayImgs.argbs(argb, 48, 48), 1, bytes(48, 48, (x, y) -> x < 24 ? 0 : 1))));
        for (ARGBType pixel : ((Img<ARGBType>) cast(texture)))
            assertEquals(0, ARGBType.red(pixel.get()), "only the blue half is selected");
        float[] floats = new float[40 * 40];
        for (int i = 0; i < floats.length; i++) floats[i] = -1 + i % 40 / 20f;
        assertTrue(
                new TextureSynthesis(32, 32, false, 0)
                                .run(List.of(new Style(ArrayImgs.floats(floats, 40, 40))))
                                .getType()
                        instanceof FloatType);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object object) {
        return (T) object;
    }

    @Test
    void aTileableTextureHasNoSeamWhereItMeetsItself() {
        double[] phases = {0, 0.7, 1.9};
        Img<?> example = bytes(96, 96, (x, y) -> (int) (128
                + 40 * Math.sin(x * 0.31 + phases[0])
                + 40 * Math.sin(y * 0.27 + x * 0.11 + phases[1])
                + 30 * Math.sin(x * 0.17 - y * 0.23 + phases[2])));
        int side = 90;
        double tiled = seam(values(new TextureSynthesis(side, side, true, 0).run(List.of(new Style(example)))), side);
        double plain = seam(values(new TextureSynthesis(side, side, false, 0).run(List.of(new Style(example)))), side);
        assertTrue(tiled < 1.3, "seam " + tiled);
        assertTrue(plain > 2, "without wrapping " + plain);
    }

    /** Differences across the edges, relative to those between all neighbours. */
    private static double seam(int[] values, int side) {
        double edge = 0, inner = 0;
        for (int a = 0; a < side; a++) {
            edge += Math.abs(values[a * side] - values[a * side + side - 1])
                    + Math.abs(values[a] - values[(side - 1) * side + a]);
            for (int b = 1; b < side; b++)
                inner += Math.abs(values[a * side + b] - values[a * side + b - 1])
                        + Math.abs(values[b * side + a] - values[(b - 1) * side + a]);
        }
        return edge / side / (inner / side / (side - 1));
    }

    @Test
    void aGuideSaysWhichTextureIsWhere() {
        Img<?> example = bytes(64, 64, (x, y) -> x < 32 ? 10 + (x * 5 + y * 3) % 40 : 180 + (x * y) % 40);
        Img<?> labels = bytes(64, 64, (x, y) -> x < 32 ? 3 : 9);
        Img<?> guide = bytes(40, 20, (x, y) -> y < 10 ? 9 : 3);
        int[] values =
                values(LARGE.run(List.of(new Style(example)), new Guide(guide, List.of(labels)), FinishListener.NONE));
        for (int i = 0; i < values.length; i++) assertEquals(i / 80 < 36, values[i] >= 180, "pixel " + i);
    }

    @Test
    void weightsAreParts() {
        List<Style> styles = List.of(
                new Style(bytes(64, 64, (x, y) -> x * y % 50), 3),
                new Style(bytes(64, 64, (x, y) -> 150 + x * y % 50)));
        int[] values = values(new TextureSynthesis(128, 128, false, 0).run(styles));
        double part = Arrays.stream(values).filter(value -> value < 100).count() / (double) values.length;
        assertEquals(0.75, part, 0.2);
    }

    /** In noise on a slope, second differences across the rim are much as within. */
    @Test
    void theRimOfAHoleIsNoSeam() {
        Random random = new Random(1);
        int[] grain = random.ints(96 * 80, -12, 13).toArray();
        Img<?> image = bytes(96, 80, (x, y) -> 60 + x + (grain[y * 96 + x] + grain[y * 96 + Math.max(0, x - 1)]) / 2);
        Img<?> mask = bytes(96, 80, (x, y) -> x >= 40 && x < 64 && y >= 30 && y < 54 ? 255 : 0);
        int[] filled = values(TextureSynthesis.fill(image, mask, 0, FinishListener.NONE)), hole = values(mask);
        double[] sums = new double[3];
        int[] counts = new int[3];
        for (int i = 96; i < filled.length - 96; i++)
            for (int step : new int[] {1, 96}) {
                int within = (hole[i - step] + hole[i] + hole[i + step]) / 255, kind = within % 3 == 0 ? within / 3 : 2;
                sums[kind] += Math.abs(filled[i - step] - 2 * filled[i] + filled[i + step]);
                counts[kind]++;
            }
        double rim = sums[2] / counts[2], interior = sums[1] / counts[1];
        assertTrue(rim < 1.4 * interior, rim + " and " + interior);
        assertTrue(interior > 0.8 * sums[0] / counts[0], "it is no blur");
    }

    @Test
    void aHoleIsFilledAndTheRestStays() {
        IntBinaryOperator pattern = (x, y) -> (x + y) % 12 < 6 ? 30 : 220;
        Img<?> mask = bytes(96, 80, (x, y) -> x >= 40 && x < 60 && y >= 30 && y < 52 ? 255 : 0);
        Img<?> damaged =
                bytes(96, 80, (x, y) -> x >= 40 && x < 60 && y >= 30 && y < 52 ? 128 : pattern.applyAsInt(x, y));
        int[] filled = values(TextureSynthesis.fill(damaged, mask, 0, FinishListener.NONE));
        assertArrayEquals(values(bytes(96, 80, pattern)), filled);
    }

    @Test
    void whoStopsItGetsWhatThereIs() {
        TextureSynthesis large = new TextureSynthesis(300, 300, false, 0);
        Img<?> kept = large.run(
                List.of(new Style(shorts(256, 256, (x, y) -> x * y % 1000))),
                null,
                done -> done > 0.01 ? FinishListener.Wish.KEEP : FinishListener.Wish.GO_ON);
        assertEquals(300, kept.dimension(0));
        assertThrows(
                CancellationException.class,
                () -> large.run(List.of(new Style(noise)), null, done -> FinishListener.Wish.CANCEL));
    }

    @ParameterizedTest
    @CsvSource({"0x20", "1x1", "20x20000", "20", "-3x20", "ax20", "99999999999x20", "''"})
    void sizesThatMakeNoTextureAreNamed(String size) {
        String message = assertThrows(IllegalArgumentException.class, () -> TextureSynthesis.of(size, false, 0))
                .getMessage();
        assertTrue(message.startsWith("size is " + size) && message.endsWith("."), message);
        assertEquals(new TextureSynthesis(20, 16, true, 4), TextureSynthesis.of(" 20 x 16", true, 4));
    }

    @Test
    void whatDoesNotMatchIsRefused() {
        Style style = new Style(noise);
        assertRefused("64x8", () -> LARGE.run(List.of(new Style(shorts(64, 8, (x, y) -> x)))));
        assertRefused("one depth", () -> LARGE.run(List.of(style, new Style(bytes(64, 64, (x, y) -> x)))));
        assertRefused(
                "0 whole patches",
                () -> LARGE.run(List.of(new Style(noise, 1, bytes(64, 48, (x, y) -> (x + y) % 5 == 0 ? 0 : 1)))));
        Img<?> halves = bytes(64, 48, (x, y) -> x / 32);
        assertRefused(
                "value 7",
                () -> LARGE.run(
                        List.of(style), new Guide(bytes(9, 9, (x, y) -> 7), List.of(halves)), FinishListener.NONE));
        assertRefused(
                "more than 127 values",
                () -> LARGE.run(List.of(style), new Guide(halves, List.of(noise)), FinishListener.NONE));
        assertRefused(
                "of the example",
                () -> LARGE.run(
                        List.of(style), new Guide(halves, List.of(bytes(9, 9, (x, y) -> 1))), FinishListener.NONE));
        assertRefused(
                "one for each",
                () -> LARGE.run(List.of(style, style), new Guide(halves, List.of(halves)), FinishListener.NONE));
        assertRefused(
                "outside of the mask",
                () -> TextureSynthesis.fill(noise, bytes(64, 48, (x, y) -> 1), 0, FinishListener.NONE));
        assertRefused(
                "is empty", () -> TextureSynthesis.fill(noise, bytes(64, 48, (x, y) -> 0), 0, FinishListener.NONE));
        assertRefused("GB of memory", () -> new TextureSynthesis(16384, 16384, false, 0).run(List.of(style)));
    }

    private static void assertRefused(String words, org.junit.jupiter.api.function.Executable work) {
        String message = assertThrows(IllegalArgumentException.class, work).getMessage();
        assertTrue(message.contains(words), message);
    }
}
