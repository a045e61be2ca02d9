package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Motion;
import java.io.Serializable;
import java.util.List;

/**
 * Where each pixel of a finished picture comes from.
 *
 * @param positions a place for each pixel, -1 where none is known; close them when they are no longer needed
 * @param sources what the places' sources are, by number
 */
public record FinishResult(Positions positions, List<Origin> sources) implements AutoCloseable, Serializable {

    /**
     * A style as it was used: resized, then turned.
     *
     * @param style its number
     * @param width of the resized style before it was turned, in pixels
     * @param height of the resized style before it was turned, in pixels
     */
    public record Origin(int style, int width, int height, Turn turn) implements Serializable {

        static Origin of(Source source) {
            Turn turn = source.turn();
            return new Origin(
                    source.style(),
                    turn.width(source.width(), source.height()),
                    turn.height(source.width(), source.height()),
                    turn);
        }

        /** The size alone. */
        Source source(int radius) {
            return new Source(style, turn, turn.width(width, height), turn.height(width, height), null, null, radius);
        }

        /** The pixel of the resized style, y * width + x, that a place of this source is. */
        public int pixel(int place) {
            return turn.original(Place.x(place), Place.y(place), width, height);
        }
    }

    /** What it is after a motion of the scene: places that were there before, -1 for none. It must be in memory. */
    public FinishResult moved(Motion motion) {
        int width = positions.width(), height = positions.height();
        int[] places = new int[width * height], moved = new int[places.length];
        positions.read(0, height, places);
        Motion.Map map = motion.map(width, height);
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++, i++) {
                int from = map.nearest(x, y);
                moved[i] = from < 0 ? -1 : places[from];
            }
        return new FinishResult(new PositionsInMemory(width, height, moved), sources);
    }

    /** Whether a finish of those sources can go on from this. */
    boolean goesWith(Source[] others) {
        if (others.length != sources.size()) return false;
        for (int i = 0; i < others.length; i++)
            if (others[i].style() != sources.get(i).style()
                    || others[i].turn() != sources.get(i).turn()) return false;
        return true;
    }

    /** Whether it can be kept and sent: not if its positions are in a file. */
    public boolean isInMemory() {
        return positions instanceof PositionsInMemory;
    }

    @Override
    public void close() {
        positions.close();
    }
}
