package io.github.neuralstyle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishTest {

    /** Small pictures have several levels, too. */
    private static final int COARSEST = 32;

    private final Pixels style = Paint.waves(120, 90, 1), picture = Paint.waves(100, 80, 2);

    private static FinishOptions options(int side) {
        return new FinishOptions(side, 0.5f, 1, List.of(Turn.NONE), 2);
    }

    private static Finish finish(PatchStyle style, FinishOptions options) {
        return new Finish(List.of(style), options, FinishListener.NONE, 1 << 22, COARSEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7})
    void cropOfTheStyleComesBackUnchanged(int side) {
        Pixels crop = Paint.crop(style, 0, 13, 120, 61);
        assertArrayEquals(
                crop.values(),
                finish(PatchStyle.of(style), options(side)).repaint(crop).values());
    }

    @Test
    void threadsDoNotMatter() {
        Pixels one = finish(PatchStyle.of(style), options(5).withThreads(1)).repaint(picture);
        assertArrayEquals(
                one.values(),
                finish(PatchStyle.of(style), options(5).withThreads(2))
                        .repaint(picture)
                        .values());
        assertArrayEquals(
                one.values(),
                finish(PatchStyle.of(style), options(5).withThreads(4))
                        .repaint(picture)
                        .values());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void bandsDoNotMatter(int enlarged) {
        int width = 100 * enlarged, height = 80 * enlarged * 3;
        Pixels tall = Paint.waves(100, 240, 3);
        Pixels whole = enlarged(tall, width, height, 1 << 22), banded = enlarged(tall, width, height, 1);
        assertArrayEquals(whole.values(), banded.values());
    }

    private Pixels enlarged(Pixels picture, int width, int height, int bandPixels) {
        Pixels result = new Pixels(width, height, new float[3 * width * height]);
        new Finish(List.of(PatchStyle.of(style)), options(3), FinishListener.NONE, bandPixels, COARSEST)
                .repaint(
                        RowImage.of(picture),
                        width,
                        height,
                        null,
                        (y, row) -> System.arraycopy(row, 0, result.values(), y * row.length, row.length))
                .close();
        return result;
    }

    /** A picture with so little detail that none is raised. */
    private Pixels faint() {
        float[] values = picture.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = 110 + values[i] / 16;
        return new Pixels(picture.width(), picture.height(), values);
    }

    @Test
    void everyPixelHasTheLightnessOfThePixelOfTheStyleThatItsPositionSays() {
        Pixels result = new Pixels(100, 80, new float[3 * 100 * 80]);
        FinishOptions all = options(5).withTurns(List.of(Turn.values()));
        try (FinishResult finished = finish(new PatchStyle(RowImage.of(Paint.waves(70, 90, 4)), null, 1), all)
                .repaint(RowImage.of(faint()), 100, 80, null, Finish.into(result))) {
            float[] original = Paint.waves(70, 90, 4).values();
            int[] places = all(finished);
            Set<Integer> used = new HashSet<>();
            int same = 0;
            for (int i = 0; i < places.length; i++) {
                FinishResult.Origin origin = finished.sources().get(Place.source(places[i]));
                assertEquals(70, origin.width());
                used.add(Place.source(places[i]));
                int from = 3 * origin.pixel(places[i]);
                assertEquals(Rendering.luminance(original, from), Rendering.luminance(result.values(), 3 * i), 2.51);
                if (Arrays.equals(original, from, from + 3, result.values(), 3 * i, 3 * i + 3)) same++;
            }
            assertTrue(used.size() > 4, used.toString());
            assertTrue(same > 50, "the same colour " + same + " times");
        }
    }

    /** What is outside is blue, inside nothing is. */
    @ParameterizedTest
    @ValueSource(ints = {90, 200})
    void noPixelOutsideTheMaskIsUsed(int size) {
        boolean[] inside = new boolean[size * size];
        float[] values = Paint.waves(size, size, 5).values();
        for (int i = 0; i < inside.length; i++) {
            int x = i % size - size / 2, y = i / size - size / 2;
            inside[i] = x * x + y * y < size * size / 9 && (x + y) % 41 != 0;
            values[3 * i + 2] = inside[i] ? 0 : 255;
        }
        RowImage image = RowImage.of(new Pixels(size, size, values));
        PatchStyle masked = new PatchStyle(image, new Mask(size, size, inside), 1);
        try (FinishResult result =
                finish(masked, options(5)).repaint(RowImage.of(picture), 100, 80, null, (y, row) -> {})) {
            FinishResult.Origin origin = result.sources().get(0);
            float[] used = new RowResampling(image, origin.width(), origin.height()).values();
            for (int place : all(result)) assertEquals(0, used[3 * origin.pixel(place) + 2]);
        }
    }

    @Test
    void strongerIsFartherFromThePicture() {
        double before = 0;
        for (double strength = 0; strength <= 1; strength += 0.25) {
            double difference = Paint.difference(
                    picture,
                    finish(PatchStyle.of(style), FinishOptions.of(strength)).repaint(picture));
            assertTrue(difference > before, strength + ": " + difference + " after " + before);
            before = difference;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void eachStyleHasItsShareOfThePicture(double share) {
        List<PatchStyle> styles = List.of(
                new PatchStyle(RowImage.of(style), null, share),
                new PatchStyle(RowImage.of(Paint.waves(120, 90, 6)), null, 1 - share));
        try (FinishResult result = new Finish(styles, options(5), FinishListener.NONE, 1 << 22, COARSEST)
                .repaint(RowImage.of(picture), 100, 80, null, (y, row) -> {})) {
            int[] places = new int[100 * 80];
            result.positions().read(0, 80, places);
            double first = Arrays.stream(places)
                    .filter(place -> Place.source(place) == 0)
                    .count();
            assertEquals(share, first / places.length, 0.06);
        }
    }

    /**
     * Two pictures that differ a little: fewer pixels of the second come from
     * other places than in the first if it goes on from there.
     */
    @Test
    void goesOnFromThePictureBefore() {
        Pixels next = new Pixels(100, 80, picture.values().clone());
        Random random = new Random(8);
        for (int i = 0; i < next.values().length; i++)
            next.values()[i] = Math.max(0, Math.min(255, next.values()[i] + 8 * (float) random.nextGaussian()));
        try (FinishResult first = places(picture, null);
                FinishResult alone = places(next, null);
                FinishResult continued = places(next, first)) {
            int[] a = all(first), b = all(alone), c = all(continued);
            long changed =
                    IntStream.range(0, a.length).filter(i -> a[i] != b[i]).count();
            long changedContinued =
                    IntStream.range(0, a.length).filter(i -> a[i] != c[i]).count();
            assertTrue(changedContinued < 0.6 * changed, changedContinued + " instead of " + changed);
        }
    }

    private FinishResult places(Pixels picture, FinishResult before) {
        return finish(PatchStyle.of(style), options(5)).repaint(RowImage.of(picture), 100, 80, before, (y, row) -> {});
    }

    private static int[] all(FinishResult result) {
        int[] places = new int[result.positions().width() * result.positions().height()];
        result.positions().read(0, result.positions().height(), places);
        return places;
    }

    @Test
    void constantStyleMakesAConstantPicture() {
        float[] grey = new float[3 * 50 * 40];
        Arrays.fill(grey, 77);
        Pixels result =
                finish(PatchStyle.of(new Pixels(50, 40, grey)), options(5)).repaint(picture);
        for (float value : result.values()) assertEquals(77, value, 1e-4);
    }

    @Test
    void styleIsNeverEnlarged() {
        try (FinishResult result = finish(PatchStyle.of(style), options(5))
                .repaint(RowImage.of(picture), 300, 240, null, (y, row) -> {})) {
            assertEquals(120, result.sources().get(0).width());
            assertFalse(result.sources().get(0).height() > 90);
        }
    }
}
