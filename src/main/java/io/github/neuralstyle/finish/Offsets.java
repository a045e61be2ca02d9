package io.github.neuralstyle.finish;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far matches are from their pixels, where most agree: parts of a picture that are copies of the style show by
 * them (He & Sun 2012, Statistics of patch offsets for image completion).
 *
 * @param x to the right, in pixels of the finer level, before rounding
 * @param y down
 */
record Offsets(int source, double x, double y) {

    /** So many are worth a look. */
    private static final int MOST = 2;

    /** The most frequent of a level of that width, for a finer one; ties go to the first in order of number. */
    static List<Offsets> frequent(Positions coarse, Source[] coarseSources, Source[] sources, int radius) {
        Map<Long, Integer> counts = new HashMap<>();
        int[] row = new int[coarse.width()];
        for (int y = radius; y < coarse.height() - radius; y++) {
            coarse.read(y, 1, row);
            for (int x = radius; x < row.length - radius; x++) {
                long dx = Place.x(row[x]) - x + Place.SIDE, dy = Place.y(row[x]) - y + Place.SIDE;
                counts.merge((long) Place.source(row[x]) << 40 | dy << 20 | dx, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(entry -> {
                    long key = entry.getKey();
                    int source = (int) (key >> 40);
                    return new Offsets(
                            source,
                            ((key & (1 << 20) - 1) - Place.SIDE)
                                    * (double) sources[source].width()
                                    / coarseSources[source].width(),
                            ((key >> 20 & (1 << 20) - 1) - Place.SIDE)
                                    * (double) sources[source].height()
                                    / coarseSources[source].height());
                })
                .toList();
    }
}
