package io.github.neuralstyle.finish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RenderingTest {

    /** A style of red and green columns of one lightness, each pixel from a random one of them. */
    @Test
    void chromaIsAMeanOfPatchesAndLightnessIsCopied() {
        int side = 40;
        float[] red = {200, 60, 60}, green = {40, 120, 60};
        float change = Rendering.luminance(red, 0) - Rendering.luminance(green, 0);
        for (int c = 0; c < 3; c++) green[c] += change;
        Positions positions = Positions.inMemory(side, side);
        Random random = new Random(4);
        int[] places = new int[side * side];
        for (int i = 0; i < places.length; i++) places[i] = Place.of(0, 2 + random.nextInt(60), 2 + random.nextInt(60));
        positions.write(0, side, places, 0);
        Pixels result = new Pixels(side, side, new float[3 * side * side]);
        Rendering rendering =
                new Rendering(positions, (s, x, y, rgb) -> System.arraycopy(x % 2 == 0 ? red : green, 0, rgb, 0, 3), 2);
        try (Workers workers = new Workers(2, FinishListener.NONE)) {
            rendering.write(new Detail(RowImage.of(result), rendering.copy()), workers, Finish.into(result));
        }
        double spread = 0;
        for (int i = 0; i < result.values().length; i += 3) {
            assertEquals(Rendering.luminance(red, 0), Rendering.luminance(result.values(), i), 1e-3);
            double fromMean = result.values()[i] - (red[0] + green[0]) / 2;
            spread += fromMean * fromMean / places.length;
        }
        assertTrue(Math.sqrt(spread) < 0.4 * Math.abs(red[0] - green[0]) / 2, "" + Math.sqrt(spread));
    }

    @Test
    void lostDetailIsRaisedToThatOfThePicture() {
        Pixels picture = noise(8), finished = noise(5);
        Pixels raised = raised(picture, finished);
        assertEquals(deviation(picture), deviation(raised), 0.06 * deviation(picture));
        assertTrue(deviation(finished) < 0.7 * deviation(picture));
    }

    @Test
    void detailThatIsNotLostStays() {
        Pixels finished = noise(8);
        assertArrayEquals(finished.values(), raised(noise(5), finished).values());
        assertArrayEquals(finished.values(), raised(finished, finished).values());
    }

    private static Pixels raised(Pixels picture, Pixels finished) {
        Detail detail = new Detail(RowImage.of(picture), RowImage.of(finished));
        float[] values = finished.values().clone(), row = new float[3 * finished.width()];
        for (int y = 0; y < finished.height(); y++) {
            System.arraycopy(values, y * row.length, row, 0, row.length);
            detail.add(y, row);
            System.arraycopy(row, 0, values, y * row.length, row.length);
        }
        return new Pixels(finished.width(), finished.height(), values);
    }

    /** Grey, of a standard deviation. */
    private static Pixels noise(double deviation) {
        Random random = new Random(9);
        float[] values = new float[3 * 64 * 48];
        for (int i = 0; i < values.length; i += 3)
            values[i] = values[i + 1] = values[i + 2] = (float) (128 + deviation * random.nextGaussian());
        return new Pixels(64, 48, values);
    }

    private static double deviation(Pixels grey) {
        double square = 0;
        for (float value : grey.values()) square += (value - 128) * (value - 128) / grey.values().length;
        return Math.sqrt(square);
    }
}
