package io.github.neuralstyle.finish;

import io.github.neuralstyle.finish.Finish.RowSink;

/** A picture copied pixel by pixel from where its positions say. */
final class Copy {

    private Copy() {}

    /**
     * Changes centres of patches so that each is the pixel's own place, also on the rim, where no whole patch is
     * centred.
     */
    static void toPixels(Positions matches, int radius, Workers workers) {
        int width = matches.width(), height = matches.height();
        int[] places = new int[width];
        for (int y = 0; y < height; y++) {
            workers.hear();
            int cy = Math.max(radius, Math.min(height - 1 - radius, y));
            matches.read(y, 1, places);
            for (int x = 0; x < width; x++)
                places[x] = Place.shifted(places[x], x - Math.max(radius, Math.min(width - 1 - radius, x)), y - cy);
            matches.write(y, 1, places, 0);
        }
    }

    static void rows(Positions positions, Source[] sources, Workers workers, RowSink sink) {
        int width = positions.width();
        int[] places = new int[width];
        float[] row = new float[3 * width];
        for (int y = 0; y < positions.height(); y++) {
            workers.hear();
            positions.read(y, 1, places);
            for (int x = 0; x < width; x++) {
                Source source = sources[Place.source(places[x])];
                int from = 3 * (Place.y(places[x]) * source.width() + Place.x(places[x]));
                for (int c = 0; c < 3; c++) row[3 * x + c] = source.rgb()[from + c] & 0xff;
            }
            sink.row(y, row);
        }
    }
}
