package io.github.neuralstyle.finish;

import java.util.ArrayList;
import java.util.List;

/** One size of the picture. */
record Level(int width, int height) {

    /** The long side of the coarsest level, where the exact search is: its time grows with the fourth power. */
    static final int COARSEST = 256;

    /** The short side that even the coarsest level of a long and narrow picture has: some patches. */
    private static final int SHORTEST = 32;

    /** From the coarsest to the size of the result, each about twice as large as the one before. */
    static List<Level> of(int width, int height, int wanted) {
        double longest = Math.max(width, height), least = SHORTEST * longest / Math.min(width, height);
        double coarsest = Math.min(longest, Math.max(wanted, least)),
                octaves = Math.log(longest / coarsest) / Math.log(2);
        int steps = (int) Math.max(0, Math.ceil(octaves - 0.3));
        List<Level> levels = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            double scale = Math.pow(coarsest / longest, (double) (steps - step) / steps);
            levels.add(new Level(
                    (int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale))));
        }
        levels.add(new Level(width, height));
        return levels;
    }

    int longest() {
        return Math.max(width, height);
    }
}
