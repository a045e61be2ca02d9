package io.github.neuralstyle.plot;

import io.github.neuralstyle.image.stain.StainVectors;
import io.github.neuralstyle.image.stain.StainedImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Plots the optical density of tissue, in which each stain is a line from white, of images before and after. */
final class StainPlot {

    /** Points at most; more would cover each other. */
    private static final int POINTS = 4000;

    private static final String[] COLORS = {"red", "green", "blue"};
    private static final Color TISSUE = new Color(0x99adb5bd, true);
    private static final double DOT = 2.5;

    private StainPlot() {}

    /** @param sparse as {@link StainedImage#of} has it */
    static BufferedImage of(RandomAccessibleInterval<?> source, RandomAccessibleInterval<?> template, boolean sparse) {
        StainedImage from = StainedImage.of("source", source, sparse),
                to = StainedImage.of("template", template, sparse);
        return Sheet.draw(List.of(title("Source", from), title("Template", to)), List.of(charts(from), charts(to)));
    }

    private static String title(String role, StainedImage image) {
        return role + ": stains of red, green, blue " + image.stains().text(0) + " and "
                + image.stains().text(1);
    }

    private static List<JFreeChart> charts(StainedImage image) {
        return List.of(chart(image, 1), chart(image, 2));
    }

    /** Densities of red to the right, of another colour upwards. */
    private static JFreeChart chart(StainedImage image, int other) {
        XYPlot plot = Curves.plot(axis(0), axis(other));
        XYSeries tissue = new XYSeries("tissue", false);
        double[][] density = image.density().values();
        int every = 1 + density[0].length / POINTS;
        for (int i = 0; i < density[0].length; i += every)
            if (image.density().tissue()[i] == 1) tissue.add(density[0][i], density[other][i]);
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        dots.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        dots.setSeriesPaint(0, TISSUE);
        plot.setDataset(0, new XYSeriesCollection(tissue));
        plot.setRenderer(0, dots);
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer strokes = new XYLineAndShapeRenderer(true, false);
        StainVectors stains = image.stains();
        for (int s = 0; s < 2; s++) {
            XYSeries line = new XYSeries(s == 0 ? "first stain" : "second stain", false);
            line.add(0, 0);
            line.add(stains.amounts()[s] * stains.vectors()[s][0], stains.amounts()[s] * stains.vectors()[s][other]);
            lines.addSeries(line);
            double[] rgb = stains.color(s);
            strokes.setSeriesPaint(s, new Color((int) rgb[0], (int) rgb[1], (int) rgb[2]));
            strokes.setSeriesStroke(s, new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        plot.setDataset(1, lines);
        plot.setRenderer(1, strokes);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return Curves.chart(plot);
    }

    private static ValueAxis axis(int color) {
        return Curves.styled(new NumberAxis("optical density of " + COLORS[color]));
    }
}
