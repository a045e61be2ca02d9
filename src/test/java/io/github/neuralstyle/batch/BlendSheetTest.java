package io.github.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.plot.Figure;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With painters that only remember what they were asked for. */
class BlendSheetTest {

    private static final Pixels CONTENT = TestPictures.waves(40, 32, 1);

    private final List<String> asked = new ArrayList<>();

    private static BlendSheet sheet(int styles, int columns, Double... strengths) {
        List<Pixels> images = new ArrayList<>();
        for (int i = 0; i < styles; i++) images.add(TestPictures.waves(40, 40, i));
        return new BlendSheet(
                Styles.of(images),
                List.of("a", "b", "c").subList(0, styles),
                Settings.defaults().with(Options.STYLE_WEIGHTS, List.of(5.0)),
                columns,
                List.of(strengths));
    }

    private Figure make(BlendSheet sheet, int pictures) throws IOException {
        return sheet.make(
                CONTENT,
                (styles, settings) -> (content, previous, progress) -> {
                    asked.add(Arrays.toString(styles.proportions()) + " " + settings.strength()
                            + settings.get(Options.STYLE_WEIGHTS));
                    return new TransferResult(content, 1, asked.size() > pictures);
                },
                state -> true);
    }

    @Test
    void fromStyleToStyleAndThroughStrengths() throws Exception {
        Figure figure = make(sheet(2, 3, 0.2, 0.8), 100);
        assertEquals(
                List.of(
                        "[1.0] 0.2[]",
                        "[0.5, 0.5] 0.2[]",
                        "[1.0] 0.2[]",
                        "[1.0] 0.8[]",
                        "[0.5, 0.5] 0.8[]",
                        "[1.0] 0.8[]"),
                asked);
        assertEquals("a - b, strength 0.8", figure.rows().get(1).title());
        assertEquals(
                List.of("a", "50 % : 50 %", "b"),
                figure.rows().get(0).panels().stream().map(Figure.Panel::label).toList());
    }

    @Test
    void throughThreeStyles() {
        List<BlendSheet.Cell> row = sheet(3, 5).rows().get(0);
        double[][] expected = {{1, 0, 0}, {0.5, 0.5, 0}, {0, 1, 0}, {0, 0.5, 0.5}, {0, 0, 1}};
        for (int i = 0; i < 5; i++) assertArrayEquals(expected[i], row.get(i).weights(), 1e-9);
        assertEquals(Settings.defaults().strength(), row.get(0).strength());
    }

    @Test
    void oneStyleThroughStrengths() throws Exception {
        assertEquals(
                3, make(sheet(1, 5, 0.1, 0.5, 0.9), 100).rows().get(0).panels().size());
        assertEquals(List.of("[1.0] 0.1[]", "[1.0] 0.5[]", "[1.0] 0.9[]"), asked);
    }

    @Test
    void finishedPicturesOfAStoppedSheet() throws Exception {
        Figure figure = make(sheet(2, 3, 0.2, 0.8), 4);
        assertEquals(2, figure.rows().size());
        assertEquals(1, figure.rows().get(1).panels().size());
        asked.clear();
        assertThrows(IOException.class, () -> make(sheet(2, 3), 0));
    }

    @Test
    void wrongNumbersAreNamed() {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> sheet(1, 5)), "strengths", "at least 2");
        TestErrors.assertSentence(assertThrows(IllegalArgumentException.class, () -> sheet(2, 1)), "columns", "2");
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> sheet(2, 3, 1.5)), "strength", "1.5");
        assertTrue(BlendSheet.STRENGTHS.parse("0.2,0.5").contains(0.5));
    }
}
