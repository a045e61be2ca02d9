package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import io.github.neuralstyle.finish.Workers;

/**
 * Better patches for all pixels at once, among those that go on from the patches of pixels near by, which are preferred
 * (Ashikhmin 2001, Synthesizing natural textures; Tong et al. 2002), and those beside the best of them.
 */
final class CoherentSearch {

    /** What the distance of a patch that goes on from another is multiplied by. */
    private static final float COHERENCE = 0.6f;

    /** How far away patches go on from, in pixels, if the search is wide: the least and the most. */
    private static final int NEAR = 4, FAR = 16;

    private final Examples examples;
    private final TextureCanvas canvas;
    private final boolean far, around;

    /**
     * @param far whether patches that go on from pixels farther away are tried, so that parts can grow fast
     * @param around whether the patches beside the best are tried
     */
    CoherentSearch(Examples examples, TextureCanvas canvas, boolean far, boolean around) {
        this.examples = examples;
        this.canvas = canvas;
        this.far = far;
        this.around = around;
    }

    /** Replaces the map of the canvas, which has been painted by it. */
    void improve(double effort, Workers workers) {
        int[] found = canvas.map.clone();
        workers.run(canvas.height, effort, y -> {
            Pixel pixel = new Pixel();
            for (int x = 0; x < canvas.width; x++) {
                int at = canvas.index(x, y);
                if (canvas.labels[at] != 0) found[at] = pixel.match(at);
            }
        });
        canvas.map = found;
    }

    private final class Pixel {

        private final int[] tried = new int[64];
        private int at, label, count, best;
        private float least;

        int match(int at) {
            this.at = at;
            label = canvas.labels[at];
            count = 0;
            least = Float.POSITIVE_INFINITY;
            best = canvas.map[at];
            compare(best, COHERENCE);
            goOn(1);
            if (far && least > 0) for (int d = NEAR; d <= FAR; d *= 2) goOn(d);
            if (around && least > 0) {
                int s = Place.source(best), x = Place.x(best), y = Place.y(best);
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++)
                        if (examples.allows(s, x + dx, y + dy, label)) compare(Place.of(s, x + dx, y + dy), 1);
            }
            return best;
        }

        /** Tries what goes on from the pixels in eight directions. */
        private void goOn(int distance) {
            int x = at % canvas.stride, y = at / canvas.stride;
            for (int dy = -distance; dy <= distance; dy += distance)
                for (int dx = -distance; dx <= distance; dx += distance) {
                    if (x + dx < 0 || y + dy < 0 || x + dx >= canvas.stride || y + dy >= canvas.rows) continue;
                    int place = canvas.map[at + dy * canvas.stride + dx];
                    if (place == TextureMap.NONE) continue;
                    int s = Place.source(place), sx = Place.x(place) - dx, sy = Place.y(place) - dy;
                    if (examples.allows(s, sx, sy, label)) compare(Place.of(s, sx, sy), COHERENCE);
                }
        }

        private void compare(int place, float factor) {
            for (int i = 0; i < count; i++) if (tried[i] == place) return;
            tried[count++] = place;
            float limit = least / factor;
            int most = limit >= Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) limit + 1;
            float distance = distance(place, most) * factor;
            if (distance < least) {
                least = distance;
                best = place;
            }
        }

        /** The squared distance of a patch to what is painted, or something over the limit. */
        private int distance(int place, int limit) {
            ExampleLevel example = examples.levels[Place.source(place)];
            byte[] theirs = example.rgb(), painted = canvas.rgb;
            int radius = canvas.rim, sum = 0;
            for (int dy = -radius; dy <= radius && sum < limit; dy++) {
                int a = 3 * (at + dy * canvas.stride - radius),
                        b = 3 * ((Place.y(place) + dy) * example.width() + Place.x(place) - radius);
                for (int k = 0; k < 3 * (2 * radius + 1); k++) {
                    int difference = (painted[a + k] & 0xff) - (theirs[b + k] & 0xff);
                    sum += difference * difference;
                }
            }
            return sum;
        }
    }
}
