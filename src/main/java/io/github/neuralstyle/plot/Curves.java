package io.github.neuralstyle.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Charts of three distributions: the source as a line, the template as an area, the matched result as a line above both.
 *
 * @param names of the three, for the legend
 * @param distributions of the three
 * @param axis the label of the axis of values
 * @param ownAxis the label of an axis of its own for the first, above the chart; null if it is that of the others
 */
record Curves(List<String> names, List<Distribution> distributions, String axis, String ownAxis) {

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    private static final Color[] COLORS = {new Color(0x1f77b4), new Color(0xffa94d), new Color(0x2b8a3e)};
    /** The order of drawing: the area first. */
    private static final int[] ORDER = {1, 0, 2};

    private static final Color GRID = new Color(0xdddddd);

    /** The range ends at this many times the height of nearly all bins, so that one spike does not hide the rest. */
    private static final double CUT = 3, NEARLY_ALL = 0.98;

    /** The histogram and the cumulative one. */
    List<JFreeChart> charts() {
        return List.of(histogram(), cumulative());
    }

    /** The shares of the values in each bin, in percent. */
    JFreeChart histogram() {
        return chart(
                "% of values in a bin",
                height(), one -> {
                    XYSeries series = new XYSeries("");
                    for (int bin = 0; bin < one.shares().length; bin++)
                        series.add((one.edge(bin) + one.edge(bin + 1)) / 2, 100 * one.shares()[bin]);
                    return series;
                });
    }

    /** The shares of the values below each edge of a bin, in percent. */
    JFreeChart cumulative() {
        return chart(
                "% of values below",
                100, one -> {
                    double[] below = one.cumulative();
                    XYSeries series = new XYSeries("");
                    for (int edge = 0; edge < below.length; edge++) series.add(one.edge(edge), 100 * below[edge]);
                    return series;
                });
    }

    private double height() {
        double[] heights = distributions.stream()
                .flatMapToDouble(one -> Arrays.stream(one.shares()))
                .sorted()
                .toArray();
        double usual = heights[(int) (NEARLY_ALL * (heights.length - 1))];
        double max = heights[heights.length - 1];
        return 105 * (usual > 0 ? Math.min(max, CUT * usual) : max);
    }

    private JFreeChart chart(String label, double height, Function<Distribution, XYSeries> curve) {
        XYPlot plot = plot(valueAxis(axis), styled(new NumberAxis(label)));
        if (ownAxis != null) plot.setDomainAxis(1, valueAxis(ownAxis));
        for (int i = 0; i < 3; i++) {
            XYSeries series = curve.apply(distributions.get(i));
            series.setKey(names.get(i));
            add(plot, i, series);
        }
        plot.getRangeAxis().setRange(0, height);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return chart(plot);
    }

    /** A plot without curves. */
    static XYPlot plot(ValueAxis domain, ValueAxis range) {
        XYPlot plot = new XYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainAxis(domain);
        plot.setRangeAxis(range);
        return plot;
    }

    static JFreeChart chart(XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, FONT, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 4, 4, 12));
        return chart;
    }

    private static ValueAxis valueAxis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        return styled(axis);
    }

    static ValueAxis styled(NumberAxis axis) {
        axis.setLabelFont(FONT);
        axis.setTickLabelFont(FONT.deriveFont(12f));
        return axis;
    }

    private void add(XYPlot plot, int sample, XYSeries series) {
        int index = ORDER[sample];
        plot.setDataset(index, new XYSeriesCollection(series));
        plot.mapDatasetToDomainAxis(index, sample == 0 && ownAxis != null ? 1 : 0);
        XYItemRenderer renderer = sample == 1 ? new XYAreaRenderer() : new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, COLORS[sample]);
        renderer.setSeriesStroke(0, new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        plot.setRenderer(index, renderer);
    }
}
