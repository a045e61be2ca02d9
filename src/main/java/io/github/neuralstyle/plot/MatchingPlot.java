package io.github.neuralstyle.plot;

import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Plots what histogram matching did: histograms and cumulative histograms of source, template and result. */
public final class MatchingPlot {

    private static final List<String> NAMES = List.of("source", "template", "matched");

    private MatchingPlot() {}

    /**
     * Draws the histograms: of the luminance for {@link Mode#GREY}, else of each channel, one below the other; for stains
     * instead {@link StainPlot}. A source of another type than the template's has an axis of its own, above the charts.
     *
     * @param matched the result for these images and this mode
     * @return 1200 pixels wide
     * @throws IllegalArgumentException if an image is not one that {@link Planes#of} takes
     */
    public static BufferedImage of(
            RandomAccessibleInterval<?> source,
            RandomAccessibleInterval<?> template,
            RandomAccessibleInterval<?> matched,
            Mode mode) {
        if (mode.isStains()) return StainPlot.of(source, template, mode == Mode.VAHADANE);
        List<Curves> rows = rows(source, template, matched, mode);
        return Sheet.draw(
                titles(rows.size(), mode), rows.stream().map(Curves::charts).toList());
    }

    static List<Curves> rows(
            RandomAccessibleInterval<?> source,
            RandomAccessibleInterval<?> template,
            RandomAccessibleInterval<?> matched,
            Mode mode) {
        Planes from = Planes.of("source", source),
                to = Planes.of("template", template),
                result = Planes.of("result", matched);
        boolean oneUnit = type(source) == type(template);
        if (mode == Mode.GREY) return List.of(row(from.luminance(), to.luminance(), result.luminance(), oneUnit));
        List<Curves> rows = new ArrayList<>();
        for (int c = 0; c < result.channels(); c++)
            rows.add(row(from.values()[c], to.values()[c], result.values()[c], oneUnit));
        return rows;
    }

    private static Curves row(double[] source, double[] template, double[] matched, boolean oneUnit) {
        if (oneUnit) return new Curves(NAMES, Distribution.of(source, template, matched), "value", null);
        List<Distribution> others = Distribution.of(template, matched);
        return new Curves(
                NAMES,
                List.of(Distribution.of(source).get(0), others.get(0), others.get(1)),
                "value of template and matched",
                "value of source");
    }

    private static Class<?> type(RandomAccessibleInterval<?> image) {
        return image.getType() instanceof ARGBType
                ? UnsignedByteType.class
                : image.getType().getClass();
    }

    private static List<String> titles(int rows, Mode mode) {
        if (rows == 1) return List.of(mode == Mode.GREY ? "Luminance" : "Values");
        if (rows == 3) return List.of("Red", "Green", "Blue");
        List<String> titles = new ArrayList<>();
        for (int c = 1; c <= rows; c++) titles.add("Channel " + c);
        return titles;
    }
}
