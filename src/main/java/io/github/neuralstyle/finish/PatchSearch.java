package io.github.neuralstyle.finish;

import java.util.List;

/**
 * The best of a few likely matches: those of the neighbours in the round before, shifted, which are preferred as they
 * go on from there (coherence: Ashikhmin 2001, Synthesizing natural textures; Tong et al. 2002), those of the coarser
 * level around, and the neighbours of the best of all these.
 */
final class PatchSearch {

    /** What the distance of a patch that goes on from a neighbour is multiplied by. */
    static final float COHERENCE = 0.6f;

    /** And that of what the picture before has there, or what goes on from it. */
    private static final float STEADINESS = 0.5f;

    /** And that of a patch that is already used near by, so many pixels or twice as many away. */
    private static final float REPETITION = 1.6f;

    static final int REPEATED = 4;

    private final Source[] sources;
    private final Candidates coarser, before;
    private final int side, radius, width, height, low;
    private final byte[] wanted;
    private final List<Offsets> offsets;

    /**
     * @param before the matches of the picture before of a series, or null
     * @param wanted (rows from low, width, 3), which changes from round to round
     */
    PatchSearch(LevelWork work, Candidates coarser, Candidates before, byte[] wanted, List<Offsets> offsets, int low) {
        this.coarser = coarser;
        this.before = before;
        this.wanted = wanted;
        this.offsets = offsets;
        this.low = low;
        sources = work.sources();
        side = work.options().side();
        radius = side / 2;
        width = work.level().width();
        height = work.level().height();
    }

    /** The matches of one row, each of the style that it had; frequent offsets and the places around the best are also tried, if asked for. */
    void row(int y, int[] last, int[] found, boolean wide) {
        if (y < radius || y >= height - radius) return;
        Pixel pixel = new Pixel();
        for (int x = radius; x < width - radius; x++) found[(y - low) * width + x] = pixel.match(x, y, last, wide);
    }

    private final class Pixel {

        private final int[] tried = new int[64];
        private int[] last;
        private int count, x, y, best, style;
        private float least;

        int match(int x, int y, int[] last, boolean wide) {
            this.x = x;
            this.y = y;
            this.last = last;
            count = 0;
            least = Float.POSITIVE_INFINITY;
            best = last[(y - low) * width + x];
            style = sources[Place.source(best)].style();
            if (before != null)
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++) compareIfAny(before.at(x, y, dx, dy), STEADINESS);
            compare(best, COHERENCE);
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++)
                    if (x + dx >= radius && x + dx < width - radius && y + dy >= radius && y + dy < height - radius) {
                        int place = last[(y + dy - low) * width + x + dx];
                        if (sources[place >>> 28].allows(Place.x(place) - dx, Place.y(place) - dy))
                            compare(Place.shifted(place, -dx, -dy), COHERENCE);
                    }
            for (int dy = -1; dy <= 1; dy++) for (int dx = -1; dx <= 1; dx++) compareIfAny(coarser.at(x, y, dx, dy), 1);
            if (wide && least > 0) tryOffsets();
            if (wide && least > 0) lookAround(Place.source(best), Place.x(best), Place.y(best));
            return best;
        }

        private void tryOffsets() {
            for (Offsets offset : offsets)
                lookAround(offset.source(), x + (int) Math.round(offset.x()), y + (int) Math.round(offset.y()));
        }

        private void lookAround(int source, int sx, int sy) {
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++)
                    if (sources[source].allows(sx + dx, sy + dy)) compare(Place.of(source, sx + dx, sy + dy), 1);
        }

        private void compareIfAny(int place, float preference) {
            if (place != -1) compare(place, preference);
        }

        private void compare(int place, float preference) {
            for (int i = 0; i < count; i++) if (tried[i] == place) return;
            tried[count++] = place;
            Source source = sources[place >>> 28];
            if (source.style() != style) return;
            float limit = least / preference;
            float distance = distance(
                            source,
                            Place.x(place),
                            Place.y(place),
                            limit > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) limit + 1)
                    * preference;
            if (distance < least && isRepeated(place)) distance *= REPETITION;
            if (distance < least) {
                least = distance;
                best = place;
            }
        }

        /** Whether a pixel near this one, in one of eight directions, has nearly the same place. */
        private boolean isRepeated(int place) {
            for (int distance = REPEATED; distance <= 2 * REPEATED; distance += REPEATED)
                for (int dy = -distance; dy <= distance; dy += distance)
                    for (int dx = -distance; dx <= distance; dx += distance) {
                        if ((dx | dy) == 0
                                || x + dx < radius
                                || x + dx >= width - radius
                                || y + dy < radius
                                || y + dy >= height - radius) continue;
                        int other = last[(y + dy - low) * width + x + dx];
                        if (Place.source(other) == Place.source(place)
                                && Math.abs(Place.x(other) - Place.x(place)) <= 1
                                && Math.abs(Place.y(other) - Place.y(place)) <= 1) return true;
                    }
            return false;
        }

        /** The squared distance between the wanted patch and one of the style, or something over the limit. */
        private int distance(Source source, int sx, int sy, int limit) {
            byte[] rgb = source.rgb();
            int sum = 0;
            for (int dy = -radius; dy <= radius && sum < limit; dy++)
                for (int k = 0,
                                a = 3 * ((y + dy - low) * width + x - radius),
                                b = 3 * ((sy + dy) * source.width() + sx - radius);
                        k < 3 * side;
                        k++) {
                    int difference = (wanted[a + k] & 0xff) - (rgb[b + k] & 0xff);
                    sum += difference * difference;
                }
            return sum;
        }
    }
}
