package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images of unusual sizes and proportions. */
class StyleTransferInputsTest extends StyleTransferRuns {

    @ParameterizedTest
    @CsvSource({"content, 1, 1", "content, 7, 3000", "content, 31, 40", "style, 1, 1", "style, 3000, 7"})
    void anImageThatIsTooSmallIsRefused(String role, int width, int height) {
        Pixels small = TestPictures.waves(width, height, 1);
        Exception error = assertThrows(
                IllegalArgumentException.class,
                () -> StyleTransfer.run(
                        model,
                        role.equals("content") ? small : CONTENT,
                        List.of(role.equals("style") ? small : STYLE),
                        new double[] {1},
                        SMALL,
                        ProgressListener.none()));
        TestErrors.assertSentence(error, role, width + "x" + height, "32 pixels");
    }

    @Test
    void contentThatWouldBecomeTooNarrowIsRefused() {
        Pixels narrow = TestPictures.waves(40, 400, 1);
        Exception error = assertThrows(
                IllegalArgumentException.class,
                () -> StyleTransfer.run(
                        model, narrow, List.of(STYLE), new double[] {1}, SMALL, ProgressListener.none()));
        TestErrors.assertSentence(error, "40x400", "10x96", "320");
        assertEquals(
                32,
                StyleTransfer.run(
                                model,
                                narrow,
                                List.of(STYLE),
                                new double[] {1},
                                SMALL.withSize(320).withSteps(1),
                                ProgressListener.none())
                        .picture()
                        .width());
    }

    /** Its first scale would be 110x31 if it were the one next to 128 pixels. */
    @Test
    void firstScaleIsLargeEnoughForTheNetwork() {
        Pixels panorama = TestPictures.waves(352, 100, 1);
        assertEquals(
                44,
                StyleTransfer.run(
                                model,
                                panorama,
                                List.of(STYLE),
                                new double[] {1},
                                SMALL.withSize(155).withSteps(1),
                                ProgressListener.none())
                        .picture()
                        .height());
    }

    @ParameterizedTest
    @CsvSource({"400, 40, 1", "40, 400, 4", "80, 90, 0.1", "32, 32, 1"})
    void stylesOfAnyProportionsAndScaleAreUsed(int width, int height, double scale) {
        TransferResult result = StyleTransfer.run(
                model,
                CONTENT,
                List.of(TestPictures.waves(width, height, 4)),
                new double[] {1},
                SMALL.withStyleScale(scale).withSteps(1),
                ProgressListener.none());
        assertEquals(96, result.picture().width());
    }
}
