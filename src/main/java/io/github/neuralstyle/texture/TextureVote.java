package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import io.github.neuralstyle.finish.Vote;
import io.github.neuralstyle.finish.Workers;

/** Paints a canvas by its map: each pixel the mean of what the patches over it say, or a copy from the one centred on it. */
final class TextureVote {

    private final Examples examples;
    private final TextureCanvas canvas;
    private final int radius;

    /** (side, side). */
    private final int[] weights;

    private final boolean copies;

    /** @param deviation of the Gaussian that weights the patches, in pixels; 0 to copy */
    TextureVote(Examples examples, TextureCanvas canvas, double deviation) {
        this.examples = examples;
        this.canvas = canvas;
        radius = canvas.rim;
        copies = deviation == 0;
        weights = Vote.weights(2 * radius + 1, copies ? Double.POSITIVE_INFINITY : deviation);
    }

    void paint(Workers workers) {
        canvas.fillRim();
        workers.run(canvas.rows, 0, this::row);
        canvas.fillRim();
    }

    private void row(int y) {
        for (int x = 0; x < canvas.stride; x++) {
            int at = y * canvas.stride + x, place = canvas.map[at];
            if (canvas.fixed[at]) continue;
            if (copies && place != TextureMap.NONE) {
                ExampleLevel example = examples.levels[Place.source(place)];
                int from = 3 * (Place.y(place) * example.width() + Place.x(place));
                System.arraycopy(example.rgb(), from, canvas.rgb, 3 * at, 3);
            } else mean(x, y, at);
        }
    }

    private void mean(int x, int y, int at) {
        int r = 0, g = 0, b = 0, sum = 0;
        int top = Math.max(-radius, -y), bottom = Math.min(radius, canvas.rows - 1 - y);
        int left = Math.max(-radius, -x), right = Math.min(radius, canvas.stride - 1 - x);
        for (int dy = top; dy <= bottom; dy++)
            for (int dx = left; dx <= right; dx++) {
                int place = canvas.map[at + dy * canvas.stride + dx];
                int weight = weights[(dy + radius) * (2 * radius + 1) + dx + radius];
                if (place == TextureMap.NONE) continue;
                ExampleLevel example = examples.levels[Place.source(place)];
                int from = 3 * ((Place.y(place) - dy) * example.width() + Place.x(place) - dx);
                byte[] rgb = example.rgb();
                r += weight * (rgb[from] & 0xff);
                g += weight * (rgb[from + 1] & 0xff);
                b += weight * (rgb[from + 2] & 0xff);
                sum += weight;
            }
        if (sum == 0) return;
        canvas.rgb[3 * at] = (byte) ((2 * r + sum) / (2 * sum));
        canvas.rgb[3 * at + 1] = (byte) ((2 * g + sum) / (2 * sum));
        canvas.rgb[3 * at + 2] = (byte) ((2 * b + sum) / (2 * sum));
    }
}
