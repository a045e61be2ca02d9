package io.github.neuralstyle.loss;

import io.github.neuralstyle.model.ReceptiveField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image cut into tiles: interiors that cover it once, each with a halo so wide that features of the interior are those of
 * the whole image. Where a tile ends at the border of the image, it is padded as the image is.
 */
final class Tiling {

    /**
     * A part of an axis, in pixels: a tile from {@code origin} to {@code end}, its interior from {@code from} to {@code to}.
     */
    record Span(int origin, int from, int to, int end) {

        int length() {
            return end - origin;
        }
    }

    record Tile(Span down, Span across) {

        /** The shape of its pixels. */
        long[] shape() {
            return new long[] {1, down.length(), across.length(), 3};
        }

        /** The positions of a layer in the interior, row by row, as indices. @param width of the layer in positions */
        IntStream places(int stride, int width) {
            return IntStream.range(down.from / stride, ceilDiv(down.to, stride))
                    .flatMap(y -> IntStream.range(across.from / stride, ceilDiv(across.to, stride))
                            .map(x -> y * width + x));
        }
    }

    private final int width, height;
    private final List<Tile> tiles = new ArrayList<>();

    /**
     * Cuts an image.
     *
     * @param side of an interior in pixels, at most; at least one step of the coarsest layer is used
     * @param field of all layers and losses
     */
    Tiling(int width, int height, int side, ReceptiveField field) {
        this.width = width;
        this.height = height;
        for (Span down : spans(height, side, field))
            for (Span across : spans(width, side, field)) tiles.add(new Tile(down, across));
    }

    /** As equal as they can be, each a multiple of the coarsest layer's stride. */
    private static List<Span> spans(int length, int side, ReceptiveField field) {
        int stride = field.stride();
        int steps = ceilDiv(length, stride), count = ceilDiv(steps, Math.max(1, side / stride));
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) steps * i / count) * stride, to = (int) ((long) steps * (i + 1) / count) * stride;
            int origin = Math.max(0, Math.floorDiv(from - field.before(), stride) * stride);
            int end = Math.min(length, ceilDiv(to + field.after(), stride) * stride);
            spans.add(new Span(origin, from, Math.min(length, to), end));
        }
        return spans;
    }

    private static int ceilDiv(int a, int b) {
        return (a + b - 1) / b;
    }

    int width() {
        return width;
    }

    List<Tile> tiles() {
        return tiles;
    }

    /** The four parts of {@link Window} on the image, (4, 2). */
    int[] geometry(Tile tile) {
        Span down = tile.down, across = tile.across;
        return new int[] {
            down.origin, across.origin, down.from, across.from, down.to, across.to, height, width,
        };
    }

    /** The pixels of a tile of an image (height, width, 3). */
    float[] cut(float[] image, Tile tile) {
        int length = 3 * tile.across.length();
        float[] pixels = new float[length * tile.down.length()];
        for (int y = 0; y < tile.down.length(); y++) System.arraycopy(image, at(tile, y), pixels, y * length, length);
        return pixels;
    }

    /** Adds what belongs to a tile's pixels to that of an image. */
    void add(float[] pixels, Tile tile, float[] image) {
        int length = 3 * tile.across.length();
        for (int y = 0; y < tile.down.length(); y++)
            for (int i = 0, at = at(tile, y); i < length; i++) image[at + i] += pixels[y * length + i];
    }

    private int at(Tile tile, int row) {
        return 3 * ((tile.down.origin + row) * width + tile.across.origin);
    }
}
