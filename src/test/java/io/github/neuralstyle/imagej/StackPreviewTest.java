package io.github.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.Pyramid.Size;
import java.awt.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackPreviewTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1000, 600, 200, 400, 200, 200, 200",
        "700, 100, 200, 100, 200, 700, 50, 200, 200",
        "0, 500, 10, 100, 200, 0, 400, 200, 200",
        "990, 0, 10, 10, 200, 800, 0, 200, 200",
        "0, 0, 1000, 600, 800, 100, 0, 800, 600",
        "0, 0, 1000, 600, 2000, 0, 0, 1000, 600",
        "0, 0, 1000, 600, 0.1, 500, 300, 1, 1"
    })
    void theMiddleOfWhatIsSelectedWithinTheImage(
            int left, int top, int width, int height, double side, int x, int y, int partWidth, int partHeight) {
        assertEquals(
                new Rectangle(x, y, partWidth, partHeight),
                StackPreview.part(new Size(1000, 600), new Rectangle(left, top, width, height), side));
    }
}
