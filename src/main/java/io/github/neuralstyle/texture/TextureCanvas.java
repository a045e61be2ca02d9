package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import java.util.Arrays;
import java.util.Random;

/** A texture at the size of one level, with a rim around it that is as wide as the radius of patches. */
final class TextureCanvas {

    final int width, height, rim, stride, rows;

    /** Whether the texture goes on at the opposite side. */
    final boolean wraps;

    /** (rows, stride), the place of the patch that is centred on each pixel; {@link TextureMap#NONE} for none. */
    int[] map;

    /** (rows, stride), the label that the patch centred on each pixel must have; 0 where none is. */
    final byte[] labels;

    /** (rows, stride, 3), 0..255. */
    final byte[] rgb;

    /** (rows, stride), whether the colour is given and stays. */
    final boolean[] fixed;

    TextureCanvas(int width, int height, int rim, boolean wraps) {
        this.width = width;
        this.height = height;
        this.rim = rim;
        this.wraps = wraps;
        stride = width + 2 * rim;
        rows = height + 2 * rim;
        map = new int[Math.multiplyExact(stride, rows)];
        Arrays.fill(map, TextureMap.NONE);
        labels = new byte[map.length];
        rgb = new byte[Math.multiplyExact(3, map.length)];
        fixed = new boolean[map.length];
    }

    /** Where a pixel is in the arrays. */
    int index(int x, int y) {
        return (y + rim) * stride + x + rim;
    }

    /** Repeats the texture in the rim if it wraps. */
    void fillRim() {
        if (!wraps) return;
        for (int y = -rim; y < height + rim; y++)
            for (int x = -rim; x < width + rim; x++) {
                if (x == 0 && y >= 0 && y < height) x = width;
                int to = index(x, y), from = index(Math.floorMod(x, width), Math.floorMod(y, height));
                map[to] = map[from];
                System.arraycopy(rgb, 3 * from, rgb, 3 * to, 3);
            }
    }

    /** Takes the map of a coarser canvas. @param theirs the examples there */
    void enlarge(TextureCanvas coarse, Examples theirs, Examples examples, Random random) {
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int at = index(x, y), label = labels[at];
                if (label == 0) continue;
                int cx = ExampleLevel.nearest(x, coarse.width, width),
                        cy = ExampleLevel.nearest(y, coarse.height, height);
                int place = coarse.map[coarse.index(cx, cy)];
                if (place == TextureMap.NONE) {
                    map[at] = examples.anyPlace(examples.any(label, random), label, random);
                    continue;
                }
                int s = Place.source(place);
                ExampleLevel from = theirs.levels[s], to = examples.levels[s];
                int sx = moved(Place.x(place), to.width(), from.width(), x, cx, width, coarse.width);
                int sy = moved(Place.y(place), to.height(), from.height(), y, cy, height, coarse.height);
                map[at] = examples.nearest(s, sx, sy, label, random);
            }
    }

    /** Where a coarse place is in a finer example, as far from there as the pixel is from the coarse one. */
    private static int moved(int place, int example, int coarseExample, int at, int coarseAt, int size, int coarse) {
        return (int) Math.floor(
                (place + 0.5) * example / coarseExample + at - (coarseAt + 0.5) * size / coarse + 0.5 - 1e-9);
    }
}
