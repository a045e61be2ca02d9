package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.Finish;
import io.github.neuralstyle.finish.RowImage;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.GuidedFilter;
import io.github.neuralstyle.image.OkLab;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.util.ProgressListener;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives the pictures of another painter other colours than the style's: their lightness is kept, their chroma, in
 * {@link OkLab}, is that of the content, as it is or mapped to the palette of the styles, so that no colour leaves its
 * object (Kolkin et al. 2022).
 */
public final class Recoloring implements Painter {

    /** Whose colours a picture has. */
    public enum Mode {

        /** The style's. */
        STYLE,

        /** The content's, smoothed within its objects. */
        CONTENT,

        /** The content's, pixel by pixel: only the lightness is painted. */
        LUMINANCE,

        /** The content's mapped to the style's palette, so that each object has its colour. */
        PALETTE
    }

    /** Of the smoothing: the radius of windows as a part of the longer side, and the deviation of chroma at an edge. */
    private static final double RADIUS = 1 / 60.0, EDGE = 6;

    /** The longest side at which colours are smoothed. */
    private static final int MAX_SIDE = 2048;

    private final Painter painter;
    private final boolean smooth;
    private final ColorStatistics palette;

    private Recoloring(Painter painter, boolean smooth, ColorStatistics palette) {
        this.painter = painter;
        this.smooth = smooth;
        this.palette = palette;
    }

    /**
     * A painter of pictures with other colours, or the painter itself.
     *
     * @param painter closed with the result
     */
    public static Painter of(Mode mode, Painter painter, Styles styles) {
        return switch (mode) {
            case STYLE -> painter;
            case CONTENT -> new Recoloring(painter, true, null);
            case LUMINANCE -> new Recoloring(painter, false, null);
            case PALETTE -> new Recoloring(painter, true, palette(styles));
        };
    }

    /** The mean and covariance of the chroma of styles. */
    private static ColorStatistics palette(Styles styles) {
        List<Pixels> chroma = styles.images().stream()
                .map(image -> withoutLightness(OkLab.of(image)))
                .toList();
        return ColorStatistics.of(chroma, styles.parts(), styles.proportions());
    }

    @Override
    public TransferResult paint(Pixels content, Previous previous, ProgressListener<TransferState> progress) {
        Pixels colors = colors(content);
        TransferResult result = painter.paint(content, previous, recolored(progress, colors));
        return new TransferResult(
                recolored(result.picture(), colors),
                result.network(),
                result.finish(),
                result.steps(),
                result.stopped());
    }

    @Override
    public Drawing draw(Pixels content, ProgressListener<TransferState> progress) {
        Pixels colors = colors(content);
        Drawing drawing = painter.draw(content, recolored(progress, colors));
        BufferedImage image = drawing.image();
        Finish.RowSink written = Drawing.into(image);
        int[] argb = new int[image.getWidth()];
        float[] rgb = new float[3 * argb.length];
        Finish.resize(RowImage.of(colors), image.getWidth(), image.getHeight(), (y, row) -> {
            image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
            for (int i = 0; i < rgb.length; i++) rgb[i] = argb[i / 3] >> 16 - 8 * (i % 3) & 0xff;
            recolor(rgb, row);
            written.row(y, rgb);
        });
        return drawing;
    }

    private static ProgressListener<TransferState> recolored(ProgressListener<TransferState> progress, Pixels colors) {
        return state -> progress.update(
                state.withPicture(() -> recolored(state.picture().get(), colors)));
    }

    private static Pixels recolored(Pixels picture, Pixels colors) {
        int width = picture.width(), length = 3 * width;
        float[] values = picture.values().clone(), rgb = new float[length];
        Finish.resize(RowImage.of(colors), width, picture.height(), (y, row) -> {
            System.arraycopy(values, y * length, rgb, 0, length);
            recolor(rgb, row);
            System.arraycopy(rgb, 0, values, y * length, length);
        });
        return new Pixels(width, picture.height(), values);
    }

    /** Gives a row the chroma of another. @param colors in {@link OkLab}, with lightnesses at which sRGB has the chroma */
    private static void recolor(float[] rgb, float[] colors) {
        for (int i = 0; i < rgb.length; i += 3) {
            OkLab.fromRgb(rgb, i);
            rgb[i + 1] = colors[i + 1];
            rgb[i + 2] = colors[i + 2];
            OkLab.toRgb(rgb, i, colors[i]);
        }
    }

    /** The colours that pictures of a content get, in {@link OkLab}. */
    private Pixels colors(Pixels content) {
        if (!smooth) return OkLab.of(content);
        Size size = Pyramid.shrunk(content.width(), content.height(), MAX_SIDE);
        Pixels lab = OkLab.of(Resampling.resize(content, size.width(), size.height()));
        Pixels mapped = palette == null ? lab : ColorStatistics.match(withoutLightness(lab), palette, 1);
        int radius = Math.max(1, (int) (RADIUS * size.longest()));
        for (int c = 1; c < 3; c++) {
            double[] chroma = channel(mapped, c);
            double[] even = GuidedFilter.smooth(chroma, lab.width(), lab.height(), radius, EDGE);
            for (int i = 0; i < even.length; i++) lab.values()[3 * i + c] = (float) even[i];
        }
        return lab;
    }

    private static double[] channel(Pixels image, int channel) {
        return IntStream.range(0, image.values().length / 3)
                .mapToDouble(i -> image.values()[3 * i + channel])
                .toArray();
    }

    private static Pixels withoutLightness(Pixels lab) {
        float[] values = lab.values().clone();
        for (int i = 0; i < values.length; i += 3) values[i] = 0;
        return new Pixels(lab.width(), lab.height(), values);
    }

    @Override
    public void close() {
        painter.close();
    }
}
