package io.github.neuralstyle.finish;

/** All the patches of some neighbouring sources that may be used, numbered by source, row and column. */
final class StylePatches implements Patches {

    private final Source[] sources;
    private final int[] places;
    private final int side;

    StylePatches(Source[] sources, int side) {
        this(sources, 0, sources.length, side);
    }

    /** Those of the sources from one to before another. */
    StylePatches(Source[] sources, int from, int to, int side) {
        this.sources = sources;
        this.side = side;
        int count = 0;
        for (int s = from; s < to; s++) count += sources[s].patches();
        places = new int[count];
        int i = 0;
        for (int s = from; s < to; s++)
            for (int y = 0; y < sources[s].height(); y++)
                for (int x = 0; x < sources[s].width(); x++)
                    if (sources[s].allows(x, y)) places[i++] = Place.of(s, x, y);
    }

    @Override
    public int count() {
        return places.length;
    }

    @Override
    public int values() {
        return 3 * side * side;
    }

    /** The centre of a patch. */
    int place(int index) {
        return places[index];
    }

    @Override
    public void read(int index, float[] patch) {
        int place = places[index];
        Source source = sources[Place.source(place)];
        int radius = side / 2, y0 = Place.y(place) - radius, x0 = Place.x(place) - radius, i = 0;
        for (int y = y0; y < y0 + side; y++)
            for (int k = 0, at = 3 * (y * source.width() + x0); k < 3 * side; k++)
                patch[i++] = source.rgb()[at + k] & 0xff;
    }
}
