package io.github.neuralstyle.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import io.github.neuralstyle.loss.Histogram;
import io.github.neuralstyle.loss.MatchedActivations;
import io.github.neuralstyle.model.TestModels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data behind the plots, and that something is drawn. */
class PlotTest {

    private final Img<?> dark = ArrayImgs.unsignedBytes(new byte[] {1, 1, 2, 4}, 4, 1);
    private final Img<?> bright = ArrayImgs.unsignedBytes(new byte[] {5, 6, 6, 6}, 4, 1);

    @Test
    void chartsHoldTheHistograms() {
        Curves row = MatchingPlot.rows(dark, bright, bright, Mode.CHANNELS).get(0);
        XYPlot histogram = row.histogram().getXYPlot(),
                cumulative = row.cumulative().getXYPlot();
        assertArrayEquals(new double[] {50, 25, 0, 25, 0, 0}, y(histogram, "source"));
        assertArrayEquals(new double[] {0, 0, 0, 0, 25, 75}, y(histogram, "template"));
        assertArrayEquals(new double[] {0, 50, 75, 75, 100, 100, 100}, y(cumulative, "source"));
        assertArrayEquals(y(cumulative, "template"), y(cumulative, "matched"));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, x(histogram, "source"));
        assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5}, x(cumulative, "source"));
        assertEquals("value", histogram.getDomainAxis().getLabel());
    }

    @Test
    void anotherTypeHasAnAxisOfItsOwn() {
        Img<?> deep = ArrayImgs.unsignedShorts(new short[] {1000, 30000}, 2, 1);
        Curves row = MatchingPlot.rows(dark, deep, deep, Mode.GREY).get(0);
        XYPlot plot = row.histogram().getXYPlot();
        assertArrayEquals(new double[] {50, 25, 0, 25}, y(plot, "source"));
        for (int i = 0; i < 3; i++)
            assertSame(
                    plot.getDomainAxis(plot.getDataset(i).getSeriesKey(0).equals("source") ? 1 : 0),
                    plot.getDomainAxisForDataset(i));
    }

    @Test
    void coloursHaveThreeRowsAndTheirLuminanceOne() {
        Img<?> colour = ArrayImgs.unsignedBytes(4, 4, 3);
        assertEquals(
                3, MatchingPlot.rows(colour, colour, colour, Mode.DECORRELATED).size());
        assertEquals(1, MatchingPlot.rows(colour, bright, colour, Mode.GREY).size());
    }

    /** A spike of nine tenths would flatten all others. */
    @Test
    void spikesAreCutOff() {
        double[] values = new double[10000];
        for (int i = 0; i < 1000; i++) values[i] = i / 1000.0;
        List<Distribution> three = Distribution.of(values, values, values);
        double top = new Curves(List.of("a", "b", "c"), three, "value", null)
                .histogram()
                .getXYPlot()
                .getRangeAxis()
                .getUpperBound();
        assertTrue(top > 0.16 && top < 1, "up to " + top);
    }

    @Test
    void somethingIsDrawn() {
        BufferedImage plot =
                MatchingPlot.of(dark, bright, HistogramMatching.defaults().match(dark, bright), Mode.CHANNELS);
        assertEquals(1200, plot.getWidth());
        long colours = Arrays.stream(plot.getRGB(0, 0, plot.getWidth(), plot.getHeight(), null, 0, plot.getWidth()))
                .distinct()
                .count();
        assertTrue(colours > 20, colours + " colours");
    }

    @Test
    void activationsAreMatchedAsTheLossDoes(@TempDir Path folder) {
        Pixels result = TestPictures.waves(48, 40, 1), style = TestPictures.waves(64, 32, 2);
        var model = TestModels.tiny(folder);
        MatchedActivations found = MatchedActivations.of(model, "block1_conv2", result, style, new Histogram(64));
        assertEquals(4, found.channels());
        TestModels.assertClose("result", TestModels.features(model, result).get("block1_conv2"), found.result(), 1e-5);
        TestModels.assertClose("style", TestModels.features(model, style).get("block1_conv2"), found.style(), 1e-5);
        for (int c = 0; c < 4; c++) {
            double[] matched = sorted(found.matched(), c),
                    wanted = sorted(found.style(), c),
                    before = sorted(found.result(), c);
            assertTrue(
                    distance(matched, wanted) < 0.1 * distance(before, wanted) + 0.01 * wanted[wanted.length - 1],
                    "channel " + c + ": " + distance(matched, wanted) + " of " + distance(before, wanted));
        }
        assertEquals(1200, ActivationPlot.of(found).getWidth());
        assertEquals(1200, ActivationPlot.of(found, 3).getWidth());
    }

    /** The mean difference of quantiles. */
    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 1000; i++)
            sum += Math.abs(a[(int) (i / 1000.0 * a.length)] - b[(int) (i / 1000.0 * b.length)]) / 1000;
        return sum;
    }

    private static double[] sorted(float[] values, int channel) {
        double[] found = new double[values.length / 4];
        Arrays.setAll(found, i -> values[4 * i + channel]);
        Arrays.sort(found);
        return found;
    }

    private static double[] y(XYPlot plot, String name) {
        XYDataset data = dataset(plot, name);
        double[] values = new double[data.getItemCount(0)];
        Arrays.setAll(values, i -> data.getYValue(0, i));
        return values;
    }

    private static double[] x(XYPlot plot, String name) {
        XYDataset data = dataset(plot, name);
        double[] values = new double[data.getItemCount(0)];
        Arrays.setAll(values, i -> data.getXValue(0, i));
        return values;
    }

    private static XYDataset dataset(XYPlot plot, String name) {
        for (int i = 0; i < plot.getDatasetCount(); i++)
            if (plot.getDataset(i).getSeriesKey(0).equals(name)) return plot.getDataset(i);
        throw new AssertionError(name);
    }
}
