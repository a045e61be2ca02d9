package io.github.neuralstyle.finish;

import java.util.List;

/**
 * Some rows of a level through all its rounds. Each round draws what is painted so far towards the picture, looks for
 * better matches and paints anew: first as a mean of what all patches over a pixel say, at last copied from the
 * centres of the patches. Every number is an integer or made in an order of its own, so that neither the band nor the
 * threads change a result.
 */
final class Band {

    /** Rows of a part of the work. */
    private static final int PART = 8;

    /** What parts of a round cost, per pixel, where a round costs 1; and what starting costs. */
    static final double START = 0.3;

    private static final double VOTE = 0.25, DRAW = 0.1, SEARCH = 0.65;

    /** Rounds that look wider, as the matches of a coarser level are not exact. */
    private static final int WIDE_ROUNDS = 2;

    private final FinishOptions options;
    private final Source[] sources;
    private final Tone tone;
    private final PatchSearch search;
    private final int width, height, radius, low, high;
    private final byte[] painted, wanted;
    private int[] matches, found;

    /**
     * @param start where the rounds start, (rows, width), centres of patches
     * @param picture at the level's size
     * @param low first row of the level that the band can reach, with what its rounds need around its own rows
     * @param high row after the last
     */
    Band(
            LevelWork work,
            Candidates candidates,
            int[] start,
            RowResampling picture,
            List<Offsets> offsets,
            int low,
            int high,
            Workers workers) {
        this.low = low;
        this.high = high;
        options = work.options();
        sources = work.sources();
        width = work.level().width();
        height = work.level().height();
        radius = options.radius();
        painted = new byte[3 * (high - low) * width];
        wanted = new byte[painted.length];
        matches = start;
        found = new int[matches.length];
        tone = new Tone(picture, work.cell(), width, height, low, high, workers);
        search = new PatchSearch(work, candidates, work.before(low, high), wanted, offsets, low);
    }

    /** How many rows around its own a band needs for a number of rounds. */
    static int halo(int rounds, int radius, int cell) {
        return rounds * reach(radius, cell) + radius;
    }

    /** How many rows around a row the matches of a round depend on. */
    private static int reach(int radius, int cell) {
        return Math.max(2 * radius + 2 * cell + 1, 2 * PatchSearch.REPEATED);
    }

    /**
     * The matches of its own rows.
     *
     * @param from first row of the level
     * @param to row after the last
     * @param rounds as long as {@code workers} want the best
     * @return the rows of the whole band, from {@code low} on, those of its own right
     */
    int[] match(int from, int to, int rounds, Workers workers) {
        int cell = tone.cell(), reach = reach(radius, cell);
        double effort = (double) (to - from) * width;
        for (int round = 0; round < rounds; round++) {
            int margin = (rounds - 1 - round) * reach,
                    a = Math.max(0, from - margin),
                    b = Math.min(height, to + margin);
            int first = Math.max(low, a - radius), last = Math.min(high, b + radius);
            int toneFirst = Math.max(low, (first / cell - 1) * cell),
                    toneLast = Math.min(high, ((last - 1) / cell + 2) * cell);
            int deviation = round < rounds - 2 ? options.side() : 0;
            Vote vote = new Vote(sources, options.side(), deviation / 5f, width, height, low, high);
            if (!better(toneFirst, toneLast, effort * VOTE, workers, y -> vote.paint(y, matches, painted))) break;
            tone.measure(toneFirst, toneLast, painted, workers);
            float share = round == 0 && cell == 1 ? 1 : options.mixture();
            if (!better(first, last, effort * DRAW, workers, y -> tone.draw(y, share, painted, wanted))) break;
            boolean wide = round < Math.min(WIDE_ROUNDS, rounds - 1);
            if (!better(a, b, effort * SEARCH, workers, y -> search.row(y, matches, found, wide))) break;
            int[] swap = matches;
            matches = found;
            found = swap;
            fillRim(a, b);
        }
        return matches;
    }

    /** A place on the rim of the picture, where no whole patch is centred, goes with the nearest patch. */
    private void fillRim(int from, int to) {
        for (int y = from; y < to; y++)
            for (int x = 0; x < width; x++) {
                if (x == radius && y >= radius && y < height - radius) x = width - radius;
                matches[(y - low) * width + x] = matches[(inner(y, height) - low) * width + inner(x, width)];
            }
    }

    private int inner(int at, int size) {
        return Math.max(radius, Math.min(size - 1 - radius, at));
    }

    interface Row {
        void at(int y);
    }

    static void rows(int from, int to, double effort, Workers workers, Row row) {
        workers.run((to - from + PART - 1) / PART, effort, parts(from, to, row));
    }

    /** Whether the rows were all made; if the result is wanted at once they are not. */
    private static boolean better(int from, int to, double effort, Workers workers, Row row) {
        return workers.better((to - from + PART - 1) / PART, effort, parts(from, to, row));
    }

    private static Workers.Body parts(int from, int to, Row row) {
        return part -> {
            for (int y = from + part * PART; y < Math.min(to, from + (part + 1) * PART); y++) row.at(y);
        };
    }
}
