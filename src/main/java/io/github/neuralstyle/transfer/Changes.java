package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.GuidedFilter;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.measure.Noise;

/** Where a picture of a series has changed since the one before, as far as noise does not explain it. */
final class Changes {

    /** The radius of the windows whose means are compared, in pixels. */
    private static final int RADIUS = 2;

    /** The noise in grey levels at least, and at most, as what looks like more is another scene. */
    private static final double MIN_NOISE = 0.5, MAX_NOISE = 12;

    private Changes() {}

    /**
     * The latter picture without its noise, where it is the same as the former: d<sup>4</sup> / (d<sup>4</sup> +
     * noise<sup>4</sup>) of the difference is kept, where d is the root mean square over the channels of its mean over
     * 5x5 pixels.
     */
    static Pixels taken(Pixels before, Pixels now) {
        if (Math.min(now.width(), now.height()) < 3) return now;
        float[] from = before.values(), to = now.values(), taken = new float[to.length];
        for (int i = 0; i < to.length; i++) taken[i] = to[i] - from[i];
        double noise = Noise.of(new Pixels(now.width(), now.height(), taken)).luminance();
        float[] changes = of(from, to, now.width(), now.height(), Math.max(MIN_NOISE, Math.min(MAX_NOISE, noise)));
        for (int i = 0; i < to.length; i++) taken[i] = from[i] + changes[i / 3] * taken[i];
        return new Pixels(now.width(), now.height(), taken);
    }

    /**
     * From 0 to 1 for each pixel.
     *
     * @param before (height, width, 3)
     * @param now (height, width, 3)
     * @param noise the difference that counts half, in grey levels
     * @return (height, width)
     */
    static float[] of(float[] before, float[] now, int width, int height, double noise) {
        double[] squares = new double[width * height], channel = new double[width * height];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < channel.length; i++) channel[i] = now[3 * i + c] - before[3 * i + c];
            double[] means = GuidedFilter.means(channel, width, height, RADIUS);
            for (int i = 0; i < squares.length; i++) squares[i] += means[i] * means[i] / 3;
        }
        float[] changes = new float[squares.length];
        for (int i = 0; i < changes.length; i++) {
            double ratio = squares[i] / (noise * noise);
            changes[i] = (float) (1 - 1 / (1 + ratio * ratio));
        }
        return changes;
    }
}
