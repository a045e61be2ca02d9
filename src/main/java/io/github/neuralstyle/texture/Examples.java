package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All examples at the size of one level. */
final class Examples {

    /** How far from a place that cannot be used another is looked for, in pixels. */
    private static final int NEAR = 8;

    final ExampleLevel[] levels;
    private final double[] weights;
    private final Map<Integer, int[]> lists = new HashMap<>();

    Examples(List<TextureExample> examples, double scale, int radius) {
        levels = examples.stream()
                .map(example -> ExampleLevel.of(example, scale, radius))
                .toArray(ExampleLevel[]::new);
        weights = examples.stream().mapToDouble(TextureExample::weight).toArray();
    }

    boolean has(int label) {
        for (ExampleLevel level : levels) if (level.counts()[label] > 0) return true;
        return false;
    }

    boolean allows(int source, int x, int y, int label) {
        return levels[source].allows(x, y, label);
    }

    /** One of those that have a label, by their weights. */
    int any(int label, Random random) {
        double sum = 0;
        for (int s = 0; s < levels.length; s++) if (levels[s].counts()[label] > 0) sum += weights[s];
        double at = random.nextDouble() * sum;
        int chosen = -1;
        for (int s = 0; s < levels.length && at >= 0; s++)
            if (levels[s].counts()[label] > 0) {
                chosen = s;
                at -= weights[s];
            }
        return chosen;
    }

    /** A place of an example that has the label. */
    int anyPlace(int source, int label, Random random) {
        int[] list = lists.computeIfAbsent(source << 8 | label, key -> list(levels[source], label));
        int at = list[random.nextInt(list.length)], width = levels[source].width();
        return Place.of(source, at % width, at / width);
    }

    private static int[] list(ExampleLevel level, int label) {
        int[] list = new int[level.counts()[label]];
        for (int i = 0, n = 0; n < list.length; i++) if (level.centres()[i] == label) list[n++] = i;
        return list;
    }

    /** The nearest place that has the label, or any. */
    int nearest(int source, int x, int y, int label, Random random) {
        for (int d = 0; d <= NEAR; d++)
            for (int dy = -d; dy <= d; dy++)
                for (int dx = -d; dx <= d; dx += Math.abs(dy) == d ? 1 : 2 * d)
                    if (allows(source, x + dx, y + dy, label)) return Place.of(source, x + dx, y + dy);
        return anyPlace(levels[source].counts()[label] > 0 ? source : any(label, random), label, random);
    }
}
