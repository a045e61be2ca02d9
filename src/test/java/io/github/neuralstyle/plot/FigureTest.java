package io.github.neuralstyle.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.Test;

/** Where things are in a figure, told by their colours. */
class FigureTest {

    private static final int WHITE = 0xffffffff, GREEN = 0xff14c828;

    private static Figure figure(String label) {
        Figure.Panel wide = new Figure.Panel(label, green(60, 40));
        Figure.Panel small = new Figure.Panel("b", green(30, 20));
        return new Figure(
                List.of(new Figure.Row("First", List.of(wide, small)), new Figure.Row("Second", List.of(wide))));
    }

    /** A colour that letters have not. */
    private static Pixels green(int width, int height) {
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++) values[i] = new float[] {20, 200, 40}[i % 3];
        return new Pixels(width, height, values);
    }

    @Test
    void everyPictureIsThereOnWhite() {
        Img<ARGBType> drawn = figure("a").draw();
        assertEquals(2 * 60 * 40 + 30 * 20, count(drawn, GREEN));
        for (int x = 0; x < drawn.dimension(0); x++)
            assertEquals(WHITE, drawn.getAt(x, 0).get());
        assertEquals(GREEN, drawn.getAt(left(drawn), top(drawn)).get());
        assertEquals(GREEN, drawn.getAt(left(drawn) + 59, top(drawn) + 39).get());
        assertEquals(WHITE, drawn.getAt(left(drawn) + 60, top(drawn)).get());
    }

    @Test
    void namesAreBeneathThePictures() {
        Img<ARGBType> without = figure("").draw(), with = figure("a").draw();
        assertEquals(without.dimension(0), with.dimension(0));
        assertEquals(without.dimension(1), with.dimension(1));
        int below = top(with) + 40, changed = 0;
        for (int y = 0; y < with.dimension(1); y++)
            for (int x = 0; x < with.dimension(0); x++)
                if (with.getAt(x, y).get() != without.getAt(x, y).get()) {
                    assertTrue(y >= below && x < left(with) + 60, "changed at " + x + ", " + y);
                    changed++;
                }
        assertTrue(changed > 20, "pixels of two letters: " + changed);
    }

    @Test
    void longNamesDoNotOverlap() {
        long wide = figure("a name that is much longer than its picture").draw().dimension(0);
        assertTrue(wide > 2 * figure("a").draw().dimension(0), "width " + wide);
    }

    private static int left(Img<ARGBType> drawn) {
        int x = 0;
        while (drawn.getAt(x, top(drawn)).get() != GREEN) x++;
        return x;
    }

    /** The first line that holds a whole line of the first picture. */
    private static int top(Img<ARGBType> drawn) {
        for (int y = 0; y < drawn.dimension(1); y++) {
            int green = 0;
            for (int x = 0; x < drawn.dimension(0); x++) if (drawn.getAt(x, y).get() == GREEN) green++;
            if (green >= 60) return y;
        }
        throw new AssertionError("there is no picture");
    }

    private static int count(Img<ARGBType> drawn, int color) {
        int count = 0;
        for (ARGBType pixel : drawn) if (pixel.get() == color) count++;
        return count;
    }
}
