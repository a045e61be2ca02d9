package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.image.Pyramid.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyramidTest {

    @ParameterizedTest
    @CsvSource({
        "512, 512, 512, 128x128 181x181 256x256 362x362 512x512",
        "1024, 512, 512, 128x64 181x91 256x128 362x181 512x256",
        "300, 600, 256, 64x128 91x181 128x256",
        "100, 80, 128, 128x102",
        "100, 80, 64, 64x51",
        "1000, 1000, 150, 150x150",
        "1000, 1000, 160, 113x113 160x160",
        // the shortest side ends the way down
        "3000, 200, 480, 480x32",
        "3000, 200, 960, 480x32 679x45 960x64",
        "400, 100, 640, 160x40 226x57 320x80 453x113 640x160"
    })
    void sizes(int width, int height, int longest, String expected) {
        List<String> sizes = Pyramid.sizes(width, height, 128, longest).stream()
                .map(Size::toString)
                .toList();
        assertEquals(expected, String.join(" ", sizes));
    }

    @Test
    void everyScaleIsLargeEnoughAndLargerThanTheOneBefore() {
        for (int width = 50; width <= 1000; width += 50)
            for (int longest = 64; longest <= 1200; longest += 7)
                if (Size.of(width, 100, longest).height() >= Pyramid.MIN_SIDE
                        && Size.of(width, 100, longest).width() >= Pyramid.MIN_SIDE)
                    assertSound(Pyramid.sizes(width, 100, 128, longest), longest);
    }

    private static void assertSound(List<Size> sizes, int longest) {
        assertEquals(longest, sizes.get(sizes.size() - 1).longest());
        for (int i = 0; i < sizes.size(); i++) {
            Size size = sizes.get(i);
            assertTrue(Math.min(size.width(), size.height()) >= Pyramid.MIN_SIDE, () -> "too small: " + sizes);
            assertTrue(i == 0 || size.longest() > sizes.get(i - 1).longest(), () -> "not rising: " + sizes);
        }
    }

    @Test
    void contentTooNarrow() {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Pyramid.sizes(7, 3000, 128, 512)),
                "7x3000",
                "32 pixels");
        Exception error = assertThrows(IllegalArgumentException.class, () -> Pyramid.sizes(70, 3000, 128, 512));
        TestErrors.assertSentence(error, "70x3000", "12x512", "32 pixels", "1372");
        assertEquals(32, Pyramid.sizes(70, 3000, 128, 1372).get(0).width());
        assertThrows(IllegalArgumentException.class, () -> Pyramid.sizes(3000, 7, 128, 512));
    }

    @Test
    void sizesOfALongestSide() {
        assertEquals(new Size(64, 1), Size.of(3000, 7, 64));
        assertEquals(new Size(3, 2), Size.of(300, 200, 3));
        assertEquals(new Size(200, 100), Size.of(2, 1, 200));
    }
}
