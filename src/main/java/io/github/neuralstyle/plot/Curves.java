package io.github.neuralstyle.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
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
 * Charts of three distributions: what is matched, as a line; what to, as an area; what came of it, as a line above both.
 *
 * @param names of the three, for the legend
 * @param distributions of the three
 * @param axis the label of the axis of values
 * @param ownAxis the label of an axis of its own for the first, above the chart; null if it is that of the others
 */
record Curves(List<String> names, List<Distribution> distributions, String axis, String ownAxis) {

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    private static final Color[] COLORS = {new Color(0x1f77b4), new Color(0xffa94d), new Color(0x2b8a3e)};
    /** In which the three are drawn: the area first. */
    private static final int[] ORDER = {1, 0, 2};

    private static final Color GRID = new Color(0xdddddd);

    /** Heights over this many times that of nearly all bins are cut off, lest one spike hide the rest. */
    private static final double CUT = 3, NEARLY_ALL = 0.98;

    /** The parts of the values in each bin, in percent. */
    JFreeChart histogram() {
        XYPlot plot = plot("% of values in a bin");
        for (int i = 0; i < 3; i++) {
            Distribution one = distributions.get(i);
            XYSeries series = new XYSeries(names.get(i));
            for (int bin = 0; bin < one.shares().length; bin++)
                series.add((one.edge(bin) + one.edge(bin + 1)) / 2, 100 * one.shares()[bin]);
            add(plot, i, series);
        }
        plot.getRangeAxis().setRange(0, height());
        return chart(plot);
    }

    /** The parts of the values below each edge of a bin, in percent. */
    JFreeChart cumulative() {
        XYPlot plot = plot("% of values below");
        for (int i = 0; i < 3; i++) {
            double[] below = distributions.get(i).cumulative();
            XYSeries series = new XYSeries(names.get(i));
            for (int edge = 0; edge < below.length; edge++)
                series.add(distributions.get(i).edge(edge), 100 * below[edge]);
            add(plot, i, series);
        }
        plot.getRangeAxis().setRange(0, 100);
        return chart(plot);
    }

    private double height() {
        double[] heights = distributions.stream()
                .flatMapToDouble(one -> Arrays.stream(one.shares()))
                .sorted()
                .toArray();
        double usual = heights[(int) (NEARLY_ALL * (heights.length - 1))];
        double most = heights[heights.length - 1];
        return 105 * (usual > 0 ? Math.min(most, CUT * usual) : most);
    }

    private XYPlot plot(String label) {
        XYPlot plot = new XYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainAxis(valueAxis(axis));
        if (ownAxis != null) plot.setDomainAxis(1, valueAxis(ownAxis));
        plot.setRangeAxis(styled(new NumberAxis(label)));
        return plot;
    }

    private static ValueAxis valueAxis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        return styled(axis);
    }

    private static ValueAxis styled(NumberAxis axis) {
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

    private static JFreeChart chart(XYPlot plot) {
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        JFreeChart chart = new JFreeChart(null, FONT, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(4, 4, 4, 12));
        return chart;
    }
}
