package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Planes;
import java.util.Arrays;
import java.util.List;

/**
 * What a finished picture looks like. Lightness is copied, each pixel from its own place, but for jumps of a few grey
 * levels. Chroma is the mean of what the patches over a pixel say, because the eye sees chroma that jumps from pixel to
 * pixel as noise. Where neighbouring places go on from each other both are the same, and the pixel is the style's. Jumps
 * are taken away only as far as the picture would else have more noise than the style ({@link NoiseLimit}), and least
 * where the style itself is lively and hides them.
 */
final class Rendering {

    /** In grey levels: a style whose neighbouring pixels differ by so much hides jumps of half the limit. */
    private static final float LIVELY = 4;

    /** Pixels of a block of rows, made in parallel. */
    private static final int BLOCK = 1 << 20;

    /** The colours of the styles. */
    interface Colors {

        /** Writes the colour of a pixel of a source, 0..255. */
        void read(int source, int x, int y, float[] rgb);

        /** Those of sources, rounded to whole grey levels. */
        static Colors of(Source[] sources) {
            return (s, x, y, rgb) -> {
                int from = 3 * (y * sources[s].width() + x);
                for (int c = 0; c < 3; c++) rgb[c] = sources[s].rgb()[from + c] & 0xff;
            };
        }

        /** Those of the styles that sources come from, not rounded. */
        static Colors of(Source[] sources, List<PatchStyle> styles) {
            FinishResult.Origin[] origins =
                    Arrays.stream(sources).map(FinishResult.Origin::of).toArray(FinishResult.Origin[]::new);
            float[][] values = new float[sources.length][];
            for (int s = 0; s < sources.length; s++)
                values[s] = s > 0 && origins[s].style() == origins[s - 1].style()
                        ? values[s - 1]
                        : new RowResampling(
                                        styles.get(origins[s].style()).image(), origins[s].width(), origins[s].height())
                                .values();
            return (s, x, y, rgb) -> System.arraycopy(values[s], 3 * origins[s].pixel(Place.of(s, x, y)), rgb, 0, 3);
        }
    }

    private final Positions positions;
    private final Colors colors;
    private final int radius, width, height;
    private final int[] weights;

    /**
     * @param positions of single pixels, see {@link Copy#toPixels}
     * @param radius of the patches that they come from
     */
    Rendering(Positions positions, Colors colors, int radius) {
        this.positions = positions;
        this.colors = colors;
        this.radius = radius;
        width = positions.width();
        height = positions.height();
        weights = Vote.weights(2 * radius + 1, (2 * radius + 1) / 2.5);
    }

    /** All rows, with the detail that the patches have lost. */
    void write(Detail lost, Workers workers, Finish.RowSink sink) {
        float limit = new NoiseLimit(this, positions, colors).choose(workers);
        int block = Math.max(1, Math.min(height, BLOCK / width));
        float[][] rows = new float[block][3 * width];
        for (int from = 0; from < height; from += block) {
            int first = Math.max(0, from - radius), to = Math.min(height, from + block), top = from;
            int[] places = new int[(Math.min(height, to + radius) - first) * width];
            positions.read(first, places.length / width, places);
            workers.run(to - from, 0, i -> {
                row(top + i, places, first, limit, rows[i]);
                lost.add(top + i, rows[i]);
            });
            for (int y = from; y < to; y++) sink.row(y, rows[y - from]);
        }
    }

    /** As it is, only copied. */
    RowImage copy() {
        return new RowImage() {

            private final int[] places = new int[width];
            private final float[] rgb = new float[3];

            @Override
            public int width() {
                return width;
            }

            @Override
            public int height() {
                return height;
            }

            @Override
            public void read(int y, float[] row) {
                positions.read(y, 1, places);
                for (int x = 0; x < width; x++) {
                    colors.read(Place.source(places[x]), Place.x(places[x]), Place.y(places[x]), rgb);
                    System.arraycopy(rgb, 0, row, 3 * x, 3);
                }
            }
        };
    }

    /** Rows from one on, without the detail that the patches have lost. */
    float[][] rows(int from, int count, float limit) {
        int first = Math.max(0, from - radius);
        int[] places = new int[(Math.min(height, from + count + radius) - first) * width];
        positions.read(first, places.length / width, places);
        float[][] rows = new float[count][3 * width];
        for (int i = 0; i < count; i++) row(from + i, places, first, limit, rows[i]);
        return rows;
    }

    /**
     * @param places of the rows from {@code first} on, as many as there are of those that patches over row y are of
     * @param limit of a difference of lightness between a pixel and the mean, so many grey levels, half counts; of less,
     *         less
     */
    private void row(int y, int[] places, int first, float limit, float[] row) {
        int last = first + places.length / width - 1;
        float[] own = new float[3], rgb = new float[3], sum = new float[3];
        for (int x = 0; x < width; x++) {
            int place = places[(y - first) * width + x];
            colors.read(Place.source(place), Place.x(place), Place.y(place), own);
            float all = 0, same = 0;
            sum[0] = sum[1] = sum[2] = 0;
            for (int dy = Math.max(-radius, first - y); dy <= Math.min(radius, last - y); dy++)
                for (int dx = Math.max(-radius, -x); dx <= Math.min(radius, width - 1 - x); dx++) {
                    int weight = weights[(dy + radius) * (2 * radius + 1) + dx + radius];
                    int other = places[(y + dy - first) * width + x + dx];
                    all += weight;
                    if (other == Place.shifted(place, dx, dy)) {
                        same += weight;
                        continue;
                    }
                    colors.read(Place.source(other), Place.x(other) - dx, Place.y(other) - dy, rgb);
                    for (int c = 0; c < 3; c++) sum[c] += weight * rgb[c];
                }
            if (same < all) {
                float lightness = luminance(own, 0);
                for (int c = 0; c < 3; c++) own[c] = (sum[c] + same * own[c]) / all;
                float change = lightness - luminance(own, 0);
                float square = change * change, lively = liveliness(x, y, place, lightness, rgb) / (LIVELY * LIVELY);
                if (limit > 0) change *= square / (square + limit * limit / (1 + lively));
                for (int c = 0; c < 3; c++) own[c] += change;
            }
            System.arraycopy(own, 0, row, 3 * x, 3);
        }
    }

    /** The mean square that a pixel's neighbours in its style differ by from it in lightness. */
    private float liveliness(int x, int y, int place, float lightness, float[] rgb) {
        float sum = 0;
        int count = 0;
        for (int k = 0; k < 4; k++) {
            int dx = (k - 1) % 2, dy = (k - 2) % 2;
            if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
            colors.read(Place.source(place), Place.x(place) + dx, Place.y(place) + dy, rgb);
            float difference = luminance(rgb, 0) - lightness;
            sum += difference * difference;
            count++;
        }
        return sum / count;
    }

    static float luminance(float[] rgb, int at) {
        return (float) Planes.luminance(rgb, at);
    }
}
