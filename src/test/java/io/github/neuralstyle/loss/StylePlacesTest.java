package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.image.Mask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Places of one channel, whose feature is their number. */
class StylePlacesTest {

    @Test
    void allOfOneStyleInTheirOrder() {
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, union(new StylePlaces(), 6, 1, new double[] {1}, 100));
    }

    @Test
    void someOfManyAndTheSameEachTime() {
        float[] some = union(new StylePlaces(), 100, 1, new double[] {1}, 10);
        assertEquals(10, some.length);
        assertArrayEquals(some, union(new StylePlaces(), 100, 1, new double[] {1}, 10));
        assertEquals(
                10,
                java.util.stream.IntStream.range(0, 10)
                        .mapToObj(i -> some[i])
                        .distinct()
                        .count());
    }

    @Test
    void ofTwoStylesInTheirProportions() {
        float[] union = union(new StylePlaces(), 100, 2, new double[] {0.9, 0.1}, 1000);
        int second = 0;
        for (float place : union) if (place >= 1000) second++;
        assertEquals(20, second, "a tenth of all 200");
        assertEquals(100, union.length - second, "no place twice");
    }

    @Test
    void allOfEachStyleUntilThereAreTooMany() {
        StylePlaces places = new StylePlaces();
        assertEquals(200, union(places, 100, 2, new double[] {0.5, 0.5}, 1000).length);
        double[] proportions = {0.9, 0.1};
        assertEquals(List.of(100, 100), lengths(places.each(proportions, 1000)));
        assertEquals(List.of(90, 10), lengths(places.each(proportions, 100)));
    }

    private static List<Integer> lengths(List<float[]> parts) {
        return parts.stream().map(part -> part.length).toList();
    }

    @Test
    void onlyPlacesInside() {
        boolean[] inside = new boolean[64 * 32];
        for (int y = 0; y < 32; y++) for (int x = 20; x < 64; x++) inside[y * 64 + x] = true;
        StylePlaces places = new StylePlaces();
        try (TFloat32 map = map(8, 16, 0)) {
            places.add(map, new Mask(64, 32, inside), StylePlaces.MIN_PLACES);
        }
        float[] union = places.union(new double[] {1}, 1000);
        assertEquals(8 * 11, union.length);
        for (float place : union) assertTrue(place % 16 >= 5, "place " + place);
    }

    @Test
    void tooFewInside() {
        boolean[] inside = new boolean[64 * 32];
        for (int y = 0; y < 12; y++) for (int x = 0; x < 20; x++) inside[y * 64 + x] = true;
        try (TFloat32 map = map(8, 16, 0)) {
            Exception error = assertThrows(IllegalArgumentException.class, () -> new StylePlaces()
                    .add(map, new Mask(64, 32, inside), StylePlaces.MIN_PLACES));
            TestErrors.assertSentence(error, "15 places", "at least 16", "64x32");
        }
    }

    private static float[] union(StylePlaces places, int each, int styles, double[] proportions, int maxPlaces) {
        for (int style = 0; style < styles; style++)
            try (TFloat32 map = map(1, each, 1000 * style)) {
                places.add(map, null, StylePlaces.MIN_PLACES);
            }
        return places.union(proportions, maxPlaces);
    }

    private static TFloat32 map(int height, int width, int first) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) values[i] = first + i;
        return TFloat32.tensorOf(Shape.of(1, height, width, 1), DataBuffers.of(values));
    }
}
