package io.github.neuralstyle.plot;

import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.io.ImageEncoder;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/**
 * Rows of pictures with their names beneath, on white. Pictures are shown pixel by pixel, never scaled; the font grows
 * with them.
 */
public record Figure(List<Row> rows) {

    /** Pictures below a title. */
    public record Row(String title, List<Panel> panels) {}

    /** A picture and its name. */
    public record Panel(String label, Pixels picture) {}

    /** The font's size as a part of the width of the widest picture, and its minimum in pixels. */
    private static final float FONT_PART = 0.065f, MIN_FONT = 11;

    public Figure {
        rows = List.copyOf(rows);
    }

    /** Draws it, (X,Y). */
    public Img<ARGBType> draw() {
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(Math.max(MIN_FONT, FONT_PART * widest()));
        Font bold = plain.deriveFont(Font.BOLD);
        FontMetrics metrics = metrics(plain), titles = metrics(bold);
        int gap = metrics.getHeight() / 2, cell = cell(metrics);
        int columns = rows.stream().mapToInt(row -> row.panels.size()).max().orElse(0);
        int title = rows.stream()
                .mapToInt(row -> titles.stringWidth(row.title))
                .max()
                .orElse(0);
        int width = gap + Math.max(columns * (cell + gap), title + gap);
        int height = gap
                + rows.stream().mapToInt(row -> height(row, metrics, titles)).sum();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = graphics(image);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setColor(Color.BLACK);
        int y = gap;
        for (Row row : rows) {
            g.setFont(bold);
            g.drawString(row.title, gap, y + titles.getAscent());
            g.setFont(plain);
            draw(g, row, gap, y + titles.getHeight() + gap / 2, cell + gap);
            y += height(row, metrics, titles);
        }
        g.dispose();
        return ArrayImgs.argbs(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width, height);
    }

    private static void draw(Graphics2D g, Row row, int left, int top, int pitch) {
        int baseline = top + highest(row) + g.getFontMetrics().getAscent();
        int x = left;
        for (Panel panel : row.panels) {
            g.drawImage(buffered(panel.picture), x, top, null);
            g.drawString(panel.label, x, baseline);
            x += pitch;
        }
    }

    private static int height(Row row, FontMetrics labels, FontMetrics titles) {
        int gap = labels.getHeight() / 2;
        return titles.getHeight() + gap / 2 + highest(row) + labels.getHeight() + gap;
    }

    private static int highest(Row row) {
        return row.panels.stream()
                .mapToInt(panel -> panel.picture.height())
                .max()
                .orElse(0);
    }

    private int widest() {
        return panels().mapToInt(panel -> panel.picture.width()).max().orElse(0);
    }

    private int cell(FontMetrics metrics) {
        return panels().mapToInt(panel -> Math.max(panel.picture.width(), metrics.stringWidth(panel.label)))
                .max()
                .orElse(0);
    }

    private Stream<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels.stream());
    }

    private static FontMetrics metrics(Font font) {
        Graphics2D g = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB));
        FontMetrics metrics = g.getFontMetrics(font);
        g.dispose();
        return metrics;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }

    private static BufferedImage buffered(Pixels picture) {
        return ImageEncoder.toBufferedImage(Images.fromPixels(picture.values(), picture.width(), picture.height()));
    }
}
