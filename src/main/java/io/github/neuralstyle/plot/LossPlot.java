package io.github.neuralstyle.plot;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.transfer.RunLog;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Loss curves of a run over its steps, on a logarithmic axis, with the scales marked. */
public final class LossPlot {

    private static final int WIDTH = 900, HEIGHT = 540;
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14), SMALL = TEXT.deriveFont(12f);
    private static final Color GRID = new Color(225, 225, 225), INK = new Color(60, 60, 60);

    /** Distinguishable with all kinds of colour vision (Okabe &amp; Ito 2008). */
    private static final List<Color> COLORS = List.of(
            new Color(0, 114, 178),
            new Color(213, 94, 0),
            new Color(0, 158, 115),
            new Color(204, 121, 167),
            new Color(230, 159, 0),
            new Color(86, 180, 233));

    private LossPlot() {}

    /**
     * Writes the plot as a picture of 900x540 pixels, in the format that the extension names.
     *
     * @throws IOException if {@link ImageFiles#checkWritable} fails or the file cannot be written
     */
    public static void write(RunLog log, Path file) throws IOException {
        BufferedImage image = chart(log).createBufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB, null);
        float[] rgb = image.getData().getPixels(0, 0, WIDTH, HEIGHT, (float[]) null);
        ImageFiles.write(Images.fromPixels(rgb, WIDTH, HEIGHT), file);
    }

    /** The plot, for other sizes and formats. */
    public static JFreeChart chart(RunLog log) {
        XYPlot plot = new XYPlot(
                curves(log),
                stepAxis(log.rows().size()),
                lossAxis(),
                renderer(log.losses().size()));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        markScales(plot, log.rows());
        JFreeChart chart = new JFreeChart(null, TEXT, plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 10, 10, 20));
        LegendTitle legend = chart.getLegend();
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(TEXT);
        legend.setItemPaint(INK);
        return chart;
    }

    private static ValueAxis axis(NumberAxis axis) {
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(SMALL);
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(INK);
        return axis;
    }

    private static ValueAxis stepAxis(int steps) {
        NumberAxis axis = new NumberAxis("step");
        axis.setRange(0, Math.max(1, steps + 0.5));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis(axis);
    }

    private static ValueAxis lossAxis() {
        LogarithmicAxis axis = new LogarithmicAxis("weighted loss");
        axis.setAllowNegativesFlag(false);
        return axis(axis);
    }

    private static XYSeriesCollection curves(RunLog log) {
        XYSeriesCollection curves = new XYSeriesCollection();
        for (String loss : log.losses())
            curves.addSeries(curve(loss, log.rows(), row -> row.losses().getOrDefault(loss, 0.0)));
        curves.addSeries(curve("total", log.rows(), RunLog.Row::total));
        return curves;
    }

    /** Interrupted where a new scale begins, and where a loss does not act or is 0, which has no logarithm. */
    private static XYSeries curve(String name, List<RunLog.Row> rows, ToDoubleFunction<RunLog.Row> value) {
        XYSeries curve = new XYSeries(name);
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && rows.get(i).scale() != rows.get(i - 1).scale()) curve.add(i + 0.5, null);
            double y = value.applyAsDouble(rows.get(i));
            curve.add(i + 1, y > 0 ? Double.valueOf(y) : null);
        }
        return curve;
    }

    private static XYLineAndShapeRenderer renderer(int losses) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i <= losses; i++) {
            renderer.setSeriesPaint(i, i == losses ? INK : COLORS.get(i % COLORS.size()));
            renderer.setSeriesStroke(i, new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        return renderer;
    }

    private static void markScales(XYPlot plot, List<RunLog.Row> rows) {
        for (int i = 0; i < rows.size(); i++)
            if (i == 0 || rows.get(i).scale() != rows.get(i - 1).scale()) {
                ValueMarker marker = new ValueMarker(
                        i + 0.5,
                        Color.GRAY,
                        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0));
                marker.setLabel(rows.get(i).width() + "x" + rows.get(i).height());
                marker.setLabelFont(SMALL);
                marker.setLabelPaint(INK);
                marker.setLabelBackgroundColor(Color.WHITE);
                marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
                marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
                plot.addDomainMarker(marker);
            }
    }
}
