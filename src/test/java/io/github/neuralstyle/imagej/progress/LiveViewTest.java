package io.github.neuralstyle.imagej.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.TransferState;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveViewTest {

    private static final long MILLISECOND = 1_000_000;

    private long now;

    /** Steps of 30 ms, whose picture takes 200 ms to be made. */
    @Test
    void takesATwentiethOfTheTime() {
        RunWindow.LiveView view = new RunWindow.LiveView(() -> now);
        long drawing = 0;
        int drawn = 0;
        for (int step = 0; step < 10000; step++) {
            now += 30 * MILLISECOND;
            long start = now;
            if (view.draw(state(TestPictures.constant(8, 8, 9))) != null) drawn++;
            drawing += now - start;
        }
        assertTrue(drawn > 50, "drawn " + drawn);
        assertTrue(drawing <= 0.05 * now + 200 * MILLISECOND, drawing + " of " + now);
    }

    @Test
    void hasOneSizeAndTheColours() {
        RunWindow.LiveView view = new RunWindow.LiveView(() -> now);
        now = 5000 * MILLISECOND;
        float[] values = new float[3 * 1000 * 500];
        for (int i = 0; i < values.length; i++) values[i] = new float[] {198.4f, 157.6f, 300}[i % 3];
        BufferedImage image = view.draw(state(new Pixels(1000, 500, values)));
        assertEquals(400, image.getWidth());
        assertEquals(200, image.getHeight());
        assertEquals(0xffc69eff, image.getRGB(399, 199));
    }

    private TransferState state(Pixels picture) {
        return new TransferState(1, 1, 8, 8, 1, 1, 0.5, Map.of(), Duration.ZERO, () -> {
            now += 200 * MILLISECOND;
            return picture;
        });
    }
}
