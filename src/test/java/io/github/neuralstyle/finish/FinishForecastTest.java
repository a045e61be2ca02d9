package io.github.neuralstyle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishForecastTest {

    private static final FinishOptions OPTIONS = FinishOptions.of(0.3);

    private static FinishForecast forecast(int longest) {
        RowImage picture = RowImage.of(new Pixels(1024, 768, new float[3 * 1024 * 768])),
                style =
                        new RowImage() {

                            @Override
                            public int width() {
                                return 16383;
                            }

                            @Override
                            public int height() {
                                return 12288;
                            }

                            @Override
                            public void read(int y, float[] rgb) {
                                throw new AssertionError("A forecast reads nothing.");
                            }
                        };
        return FinishForecast.of(picture, List.of(new PatchStyle(style, null, 1)), OPTIONS, longest, longest * 3 / 4);
    }

    @ParameterizedTest
    @CsvSource({"4096, 450", "8192, 600", "16383, 1500"})
    void memoryStaysInBounds(int longest, int megabytes) {
        assertTrue(
                forecast(longest).heapBytes() >> 20 <= megabytes,
                forecast(longest).toString());
    }

    @Test
    void largePositionsGoToFiles() {
        assertEquals(0, forecast(4096).fileBytes());
        assertEquals(4L * 16383 * 12287 + 4L * 8192 * 6144, forecast(16383).fileBytes(), 1 << 20);
    }

    @Test
    void timeGrowsWithThePixels() {
        double first = forecast(2048).coreSeconds(),
                second = forecast(4096).coreSeconds(),
                third = forecast(8192).coreSeconds();
        assertEquals(4, (third - second) / (second - first), 0.2);
    }
}
