package io.github.neuralstyle.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Size2D;
import org.jfree.data.Range;

/** Draws charts below each other under one legend: for each row its title and two charts. */
final class Sheet {

    private static final int WIDTH = 1200, ROW = 320, LEGEND = 34, TITLE = 26;

    private Sheet() {}

    /**
     * Draws rows with the legend of the first chart.
     *
     * @param titles one for each row
     * @param rows two charts each
     */
    static BufferedImage draw(List<String> titles, List<List<JFreeChart>> rows) {
        BufferedImage image = new BufferedImage(WIDTH, LEGEND + ROW * rows.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            for (int i = 0; i < rows.size(); i++) draw(graphics, LEGEND + i * ROW, titles.get(i), rows.get(i));
            drawLegend(graphics, rows.get(0).get(0));
            return image;
        } finally {
            graphics.dispose();
        }
    }

    private static void draw(Graphics2D graphics, int top, String title, List<JFreeChart> charts) {
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(Curves.FONT.deriveFont(Font.BOLD, 15f));
        graphics.drawString(title, 16, top + 18);
        int width = WIDTH / 2, height = ROW - TITLE;
        for (int i = 0; i < 2; i++)
            charts.get(i).draw(graphics, new Rectangle2D.Double(i * width, top + TITLE, width, height));
    }

    private static void drawLegend(Graphics2D graphics, JFreeChart chart) {
        LegendTitle legend = new LegendTitle(chart.getXYPlot());
        legend.setItemFont(Curves.FONT);
        Size2D size = legend.arrange(graphics, new RectangleConstraint(new Range(0, WIDTH), new Range(0, LEGEND)));
        legend.draw(
                graphics,
                new Rectangle2D.Double((WIDTH - size.width) / 2, (LEGEND - size.height) / 2, size.width, size.height));
    }
}
