package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import io.github.neuralstyle.finish.Workers;
import java.util.Random;

/**
 * What the coarsest level starts from: blocks of the examples, each chosen among many so that its surroundings in the example
 * go with what is there already, the less often it was used the better (Efros & Freeman 2001, Image quilting for texture
 * synthesis and transfer). The seams are left to the search.
 */
final class Quilt {

    /** The side of a block and how far around it is looked, in pixels. */
    static final int BLOCK = 32, OVERLAP = 8;

    /** How many blocks are tried, and how far around the best of them. */
    private static final int TRIED = 4096, AROUND = 3, NEXT = (2 * AROUND + 1) * (2 * AROUND + 1);

    /** All whose cost is at most this times the least may be chosen. */
    private static final double TOLERANCE = 1.1;

    /** The cost of a pixel that the example lacks, and of one of another label. */
    private static final double MISSING = 3 * 60 * 60, WRONG = 3 * 128 * 128;

    private static final int PART = 64;

    private final Examples examples;
    private final TextureCanvas canvas;
    private final Workers workers;
    private final Random random;
    private final boolean[] known;
    private final int[][] uses;

    Quilt(Examples examples, TextureCanvas canvas, Random random, Workers workers) {
        this.examples = examples;
        this.canvas = canvas;
        this.workers = workers;
        this.random = random;
        known = canvas.fixed.clone();
        uses = new int[examples.levels.length][];
        for (int s = 0; s < uses.length; s++) uses[s] = new int[examples.levels[s].centres().length];
    }

    void lay() {
        for (int top = 0; top < canvas.height; top += BLOCK)
            for (int left = 0; left < canvas.width; left += BLOCK)
                for (int label = 1; label <= TextureExample.LABELS; label++) {
                    Block block = new Block(left, top, label);
                    if (block.pixels > 0) block.lay();
                }
    }

    /** The pixels of a label in a square. */
    private final class Block {

        private final int left, top, right, bottom, label, pixels;

        Block(int left, int top, int label) {
            this.left = left;
            this.top = top;
            this.label = label;
            right = Math.min(canvas.width, left + BLOCK);
            bottom = Math.min(canvas.height, top + BLOCK);
            int count = 0;
            for (int y = top; y < bottom; y++)
                for (int x = left; x < right; x++) if (canvas.labels[canvas.index(x, y)] == label) count++;
            pixels = count;
        }

        void lay() {
            int source = examples.any(label, random), best = 0;
            int[] xs = new int[TRIED + NEXT], ys = new int[xs.length];
            double[] costs = new double[xs.length];
            for (int i = 0; i < TRIED; i++) {
                int place = examples.anyPlace(source, label, random), x, y;
                do {
                    x = left + random.nextInt(right - left);
                    y = top + random.nextInt(bottom - top);
                } while (canvas.labels[canvas.index(x, y)] != label);
                xs[i] = Place.x(place) - (x - left);
                ys[i] = Place.y(place) - (y - top);
            }
            workers.run(TRIED / PART, 0, part -> {
                for (int i = part * PART; i < (part + 1) * PART; i++) costs[i] = cost(source, xs[i], ys[i]);
            });
            for (int i = 1; i < TRIED; i++) if (costs[i] < costs[best]) best = i;
            double least = costs[best];
            for (int i = 0; i < NEXT; i++) {
                xs[TRIED + i] = xs[best] + i % (2 * AROUND + 1) - AROUND;
                ys[TRIED + i] = ys[best] + i / (2 * AROUND + 1) - AROUND;
                costs[TRIED + i] = cost(source, xs[TRIED + i], ys[TRIED + i]);
                least = Math.min(least, costs[TRIED + i]);
            }
            int good = 0, chosen = 0;
            for (int i = 0; i < costs.length; i++)
                if (costs[i] <= TOLERANCE * least && random.nextInt(++good) == 0) chosen = i;
            put(source, xs[chosen], ys[chosen]);
        }

        private void put(int source, int x0, int y0) {
            ExampleLevel example = examples.levels[source];
            for (int y = top; y < bottom; y++)
                for (int x = left; x < right; x++) {
                    int at = canvas.index(x, y);
                    if (canvas.labels[at] != label) continue;
                    int place = examples.nearest(source, x0 + x - left, y0 + y - top, label, random);
                    canvas.map[at] = place;
                    int from = Place.y(place) * example.width() + Place.x(place);
                    uses[source][from]++;
                    if (known[at]) continue;
                    known[at] = true;
                    System.arraycopy(example.rgb(), 3 * from, canvas.rgb, 3 * at, 3);
                }
        }

        /** What a block whose first pixel is at a place of an example costs; at least a little. */
        private double cost(int source, int x0, int y0) {
            ExampleLevel example = examples.levels[source];
            int compared = 0;
            double sum = 1, wrong = 0, used = 0;
            for (int y = top - OVERLAP; y < bottom + OVERLAP; y++)
                for (int x = left - OVERLAP; x < right + OVERLAP; x++) {
                    boolean out = x < 0 || y < 0 || x >= canvas.width || y >= canvas.height;
                    if (out && !canvas.wraps) continue;
                    int at = out
                            ? canvas.index(Math.floorMod(x, canvas.width), Math.floorMod(y, canvas.height))
                            : canvas.index(x, y);
                    int sx = x0 + x - left, sy = y0 + y - top, from = sy * example.width() + sx;
                    boolean there = example.contains(sx, sy);
                    if (canvas.labels[at] == label && x >= left && x < right && y >= top && y < bottom) {
                        if (!there || example.centres()[from] != label) wrong++;
                        else used += uses[source][from];
                    }
                    if (!known[at]) continue;
                    compared++;
                    if (!there) sum += MISSING;
                    else
                        for (int c = 0; c < 3; c++) {
                            int difference = (canvas.rgb[3 * at + c] & 0xff) - (example.rgb()[3 * from + c] & 0xff);
                            sum += difference * difference;
                        }
                }
            return sum / Math.max(1, compared) * (1 + used / pixels) + WRONG * wrong / pixels;
        }
    }
}
