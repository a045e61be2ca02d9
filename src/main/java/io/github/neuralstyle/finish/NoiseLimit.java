package io.github.neuralstyle.finish;

import io.github.neuralstyle.measure.Noise;

/**
 * Which limit for jumps of lightness a picture needs: the smallest with which it has little more noise than the style has
 * at the places that the picture comes from. {@link Noise} is measured over strips of three rows.
 */
final class NoiseLimit {

    /** So many times the style's noise is no more than paint of another place has. */
    private static final double MOST = 1.15;

    /** Grey levels of the largest limit, and steps of the search below it. */
    private static final float LARGEST = 16;

    private static final int STEPS = 5;

    /** The most strips, and about the most pixels of all of them. */
    private static final int STRIPS = 64, PIXELS = 1 << 20;

    private final Rendering rendering;
    private final Positions positions;
    private final Rendering.Colors colors;
    private final int strips;

    NoiseLimit(Rendering rendering, Positions positions, Rendering.Colors colors) {
        this.rendering = rendering;
        this.positions = positions;
        this.colors = colors;
        int pixels = 3 * positions.width();
        strips = Math.min(positions.height() / 3, Math.max(8, Math.min(STRIPS, PIXELS / pixels)));
    }

    /** The limit in grey levels, 0 for none. */
    float choose(Workers workers) {
        double most = MOST * noise(workers, this::ofStyle);
        if (noise(workers, strip -> ofPicture(strip, 0)) <= most) return 0;
        float low = 0, high = LARGEST;
        for (int i = 0; i < STEPS; i++) {
            float middle = (low + high) / 2;
            if (noise(workers, strip -> ofPicture(strip, middle)) <= most) high = middle;
            else low = middle;
        }
        return high;
    }

    /** What the mask gives for the middle row of a strip. */
    private interface Strip {

        float[] residuals(int first);
    }

    private double noise(Workers workers, Strip strip) {
        int width = positions.width() - 2;
        float[] all = new float[strips * width];
        workers.run(strips, 0, i -> {
            int first = (int) ((long) i * (positions.height() - 3) / Math.max(1, strips - 1));
            System.arraycopy(strip.residuals(first), 0, all, i * width, width);
        });
        return Noise.deviation(all);
    }

    private float[] ofPicture(int first, float limit) {
        float[][] rows = rendering.rows(first, 3, limit);
        float[] residuals = new float[positions.width() - 2];
        for (int x = 0; x < residuals.length; x++)
            for (int k = 0; k < 9; k++)
                residuals[x] += Noise.mask(k) * Rendering.luminance(rows[k / 3], 3 * (x + k % 3));
        return residuals;
    }

    private float[] ofStyle(int first) {
        int[] places = new int[positions.width()];
        positions.read(first + 1, 1, places);
        float[] residuals = new float[positions.width() - 2], rgb = new float[3];
        for (int x = 0; x < residuals.length; x++)
            for (int k = 0; k < 9; k++) {
                int place = places[x + 1];
                colors.read(Place.source(place), Place.x(place) + k % 3 - 1, Place.y(place) + k / 3 - 1, rgb);
                residuals[x] += Noise.mask(k) * Rendering.luminance(rgb, 0);
            }
        return residuals;
    }
}
