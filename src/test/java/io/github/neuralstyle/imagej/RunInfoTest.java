package io.github.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.transfer.RunSummary;
import io.github.neuralstyle.transfer.TransferState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class RunInfoTest {

    @Test
    void tellsTheWholeRecipe() {
        RunSummary run = new RunSummary();
        run.add(new TransferState(1, 1, 8, 8, 1, 5, 0.2, Map.of("gram", 0.25), Duration.ZERO, null), 0.2);
        Settings settings = Settings.defaults().withSeed(7).withLosses("gram");
        List<String> lines = new RunInfo("Style Transfer")
                .image("content", ArrayImgs.bytes(4, 5))
                .settings(settings)
                .run(run, true)
                .toString()
                .lines()
                .toList();
        assertTrue(lines.get(0).startsWith("made by = Neural Style for Fiji "), lines::toString);
        assertEquals("note = synthetic: not for intensity measurement", lines.get(1));
        assertEquals("content = image (4x5)", lines.get(2));
        settings.texts().forEach((name, value) -> assertTrue(lines.contains(name + " = " + value), name));
        assertTrue(lines.containsAll(List.of("steps made = 1, stopped", "loss gram = 0.250000")), lines::toString);
    }
}
