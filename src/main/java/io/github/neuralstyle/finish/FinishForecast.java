package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Pyramid.Size;
import java.util.Arrays;
import java.util.List;

/**
 * What a finish will need.
 *
 * @param heapBytes of the Java heap, besides the picture and the styles themselves
 * @param fileBytes of temporary files
 * @param coreSeconds of one core
 */
public record FinishForecast(long heapBytes, long fileBytes, double coreSeconds) {

    /** What a round of a pixel takes on one core of a server of 2023. */
    private static final double SECONDS = 1e-6;

    /** Bytes of a pixel of a band and of a source, and of a number. */
    private static final int BAND = 17, SOURCE = 3, NUMBER = 4;

    /**
     * Of a picture at a size, with a style of the size of the result.
     *
     * @param network size of the network's picture
     */
    public static FinishForecast of(Size network, FinishOptions options, Size result) {
        return of(black(network), List.of(new PatchStyle(black(result), null, 1)), options, result);
    }

    /** A black image of a size, for a forecast. */
    public static RowImage black(Size size) {
        return new RowImage() {

            @Override
            public int width() {
                return size.width();
            }

            @Override
            public int height() {
                return size.height();
            }

            @Override
            public void read(int y, float[] rgb) {
                Arrays.fill(rgb, 0);
            }
        };
    }

    public static FinishForecast of(RowImage picture, List<PatchStyle> styles, FinishOptions options, Size result) {
        return of(picture, styles, options, result.width(), result.height());
    }

    /**
     * Of a picture at a size.
     *
     * @param picture of the network
     * @param width of the result
     * @param height of the result
     */
    public static FinishForecast of(
            RowImage picture, List<PatchStyle> styles, FinishOptions options, int width, int height) {
        List<Level> levels = Level.of(width, height, Level.COARSEST);
        LevelSources sources = new LevelSources(styles, options);
        double effort = effort(picture, levels, sources.pixels(levels.get(0).longest()));
        long pixels = (long) width * height, coarse = 0;
        if (levels.size() > 1)
            coarse = (long) levels.get(levels.size() - 2).width()
                    * levels.get(levels.size() - 2).height();
        LevelWork work = new LevelWork(options, levels.get(levels.size() - 1), picture, null, null, null, null);
        long
                heap =
                        SOURCE * sources.pixels(Math.max(width, height))
                                + BAND * Math.min(pixels, work.bandRows(Finish.BAND_PIXELS) * (long) width),
                file = 0;
        for (long positions : new long[] {pixels, coarse})
            if (positions <= Positions.MOST_IN_MEMORY) heap += NUMBER * positions;
            else file += NUMBER * positions;
        return new FinishForecast(heap, file, SECONDS * effort);
    }

    /** In rounds of a pixel. */
    static double effort(RowImage picture, List<Level> levels, long patches) {
        double effort = 2
                * ExactSearch.effort(
                        patches, (double) levels.get(0).width() * levels.get(0).height());
        for (Level level : levels)
            effort += (LevelWork.rounds(level, picture) + Band.START) * level.width() * level.height();
        return effort;
    }
}
