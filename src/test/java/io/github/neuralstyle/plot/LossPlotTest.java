package io.github.neuralstyle.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.RunLog;
import io.github.neuralstyle.transfer.TransferState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossPlotTest {

    @TempDir
    private Path folder;

    /** Two scales of two steps; the first loss is 0 at first. */
    private static RunLog log() {
        RunLog log = new RunLog();
        for (int i = 0; i < 4; i++) {
            Map<String, Double> losses = new LinkedHashMap<>();
            losses.put("content", 10.0 * i);
            losses.put("gram", 1000.0 / (i + 1));
            log.update(new TransferState(
                    1 + i / 2, 2, 100 * (1 + i / 2), 80, 1 + i % 2, 2, (i + 1) / 4.0, losses, Duration.ZERO, null));
        }
        return log;
    }

    @Test
    void oneCurvePerLossInterruptedBetweenScales() {
        XYPlot plot = LossPlot.chart(log()).getXYPlot();
        XYDataset curves = plot.getDataset();
        assertEquals(3, curves.getSeriesCount());
        assertEquals("total", curves.getSeriesKey(2));
        assertEquals(5, curves.getItemCount(1));
        assertEquals(null, curves.getY(0, 0), "0 has no logarithm");
        assertEquals(10.0, curves.getY(0, 1));
        assertEquals(null, curves.getY(1, 2), "between the scales");
        assertEquals(1000 / 4.0 + 30, curves.getYValue(2, 4));
        assertEquals(4.0, curves.getX(2, 4));
        assertEquals(2, plot.getDomainMarkers(Layer.FOREGROUND).size());
    }

    @Test
    void thePictureHasAllColours() throws Exception {
        Path file = folder.resolve("plot.png");
        LossPlot.write(log(), file);
        float[] rgb = Pixels.of(ImageFiles.read(file)).values();
        Set<Integer> colors = new HashSet<>();
        for (int i = 0; i < rgb.length; i += 3)
            colors.add((int) rgb[i] << 16 | (int) rgb[i + 1] << 8 | (int) rgb[i + 2]);
        for (int color : new int[] {0xFFFFFF, 0x0072B2, 0xD55E00, 0x3C3C3C})
            assertTrue(colors.contains(color), Integer.toHexString(color));
    }

    @Test
    void aRunStoppedAtOnceIsAnEmptyPlot() throws Exception {
        LossPlot.write(new RunLog(), folder.resolve("empty.png"));
        assertEquals("scale,width,height,step,seconds,total\n", new RunLog().csv());
    }
}
