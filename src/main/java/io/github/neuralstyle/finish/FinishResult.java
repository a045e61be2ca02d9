package io.github.neuralstyle.finish;

import java.io.Serializable;
import java.util.List;

/**
 * Where each pixel of a finished picture comes from.
 *
 * @param positions a place for each pixel; close them when they are no longer needed
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
