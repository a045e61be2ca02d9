package io.github.neuralstyle.texture;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;

/** A part of an image that is to be filled, with what is around it. */
final class Hole {

    /** How much around the hole is compared, in pixels of the coarsest level. */
    private static final int MARGIN = Quilt.OVERLAP + 2 * TextureMaker.RADIUS + 2;

    /** How far the colours of the hole reach when the image is made smaller, in pixels of the smaller one. */
    private static final int BLUR = 2;

    private final Pixels image;
    private final boolean[] hole;
    private int left, top, right, bottom;
    private Pixels frame;

    /** @param hole (height, width) */
    Hole(Pixels image, boolean[] hole) {
        this.image = image;
        this.hole = hole;
        left = image.width();
        top = image.height();
        for (int i = 0; i < hole.length; i++)
            if (hole[i]) {
                left = Math.min(left, i % image.width());
                right = Math.max(right, i % image.width() + 1);
                top = Math.min(top, i / image.width());
                bottom = i / image.width() + 1;
            }
    }

    int longest() {
        return Math.max(right - left, bottom - top);
    }

    /** Adds what is around. @param scale of the coarsest level */
    void frame(double scale) {
        int margin = (int) Math.ceil(MARGIN / scale);
        left = Math.max(0, left - margin);
        top = Math.max(0, top - margin);
        right = Math.min(image.width(), right + margin);
        bottom = Math.min(image.height(), bottom + margin);
        frame = new Pixels(right - left, bottom - top, new float[3 * (right - left) * (bottom - top)]);
        for (int y = top; y < bottom; y++)
            System.arraycopy(
                    image.values(),
                    3 * (y * image.width() + left),
                    frame.values(),
                    3 * (y - top) * frame.width(),
                    3 * frame.width());
    }

    TextureCanvas at(double scale, Examples level) {
        int width = (int) Math.max(1, Math.round(frame.width() * scale)),
                height = (int) Math.max(1, Math.round(frame.height() * scale));
        TextureCanvas canvas = new TextureCanvas(width, height, TextureMaker.RADIUS, false);
        float[] values = Resampling.resize(frame, width, height).values();
        int blur = scale < 1 ? BLUR : 0;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int at = canvas.index(x, y);
                canvas.fixed[at] = !touches(x - blur, y - blur, x + blur + 1, y + blur + 1, canvas);
                for (int c = 0; c < 3; c++) canvas.rgb[3 * at + c] = (byte) Math.round(values[3 * (y * width + x) + c]);
            }
        int reach = blur + TextureMaker.RADIUS;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                if (level.has(1) && touches(x - reach, y - reach, x + reach + 1, y + reach + 1, canvas))
                    canvas.labels[canvas.index(x, y)] = 1;
        return canvas;
    }

    /** Whether a part of the canvas has pixels of the hole. */
    private boolean touches(int fromX, int fromY, int toX, int toY, TextureCanvas canvas) {
        int x0 = Math.max(0, fromX) * frame.width() / canvas.width,
                y0 = Math.max(0, fromY) * frame.height() / canvas.height;
        int x1 = (Math.min(canvas.width, toX) * frame.width() + canvas.width - 1) / canvas.width,
                y1 = (Math.min(canvas.height, toY) * frame.height() + canvas.height - 1) / canvas.height;
        for (int y = y0; y < y1; y++)
            for (int x = x0; x < x1; x++) if (hole[(y + top) * image.width() + x + left]) return true;
        return false;
    }

    /** The places of the hole, of the size of the image. */
    TextureMap map(TextureCanvas canvas) {
        int[] places = new int[hole.length];
        for (int y = 0, i = 0; y < image.height(); y++)
            for (int x = 0; x < image.width(); x++, i++)
                places[i] = hole[i] ? canvas.map[canvas.index(x - left, y - top)] : TextureMap.NONE;
        return new TextureMap(image.width(), image.height(), places);
    }
}
