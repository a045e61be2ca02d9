package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Pixels;
import java.util.Arrays;
import java.util.List;

/**
 * Repaints a picture with the pixels of styles: exact search for whole patches at about 256 pixels, then at each size
 * twice as large few likely candidates, at last pixels copied one by one. The same input gives the same result for
 * any number of threads and any height of bands.
 */
public final class Finish {

    /** Takes the rows of the result from the top, each (width, 3), sRGB 0..255; the array is used again. */
    public interface RowSink {

        void row(int y, float[] rgb);

        /**
         * Whether values count to less than a grey level, as those of styles with 16 bits may; then large styles take five
         * times the memory.
         */
        default boolean isExact() {
            return false;
        }
    }

    /** Styles of so many pixels in all are not rounded to whole grey levels even for results that are, as chroma shows it. */
    private static final int EXACT_PIXELS = 1 << 22;

    /** About how many pixels a band has. */
    static final int BAND_PIXELS = 1 << 23;

    private final List<PatchStyle> styles;
    private final FinishOptions options;
    private final FinishListener listener;
    private final int bandPixels, coarsest;

    /** @throws IllegalArgumentException if the styles cannot be used so; see {@link LevelSources} */
    public Finish(List<PatchStyle> styles, FinishOptions options, FinishListener listener) {
        this(styles, options, listener, BAND_PIXELS, Level.COARSEST);
    }

    Finish(List<PatchStyle> styles, FinishOptions options, FinishListener listener, int bandPixels, int coarsest) {
        this.styles = List.copyOf(styles);
        this.options = options;
        this.listener = listener;
        this.bandPixels = bandPixels;
        this.coarsest = coarsest;
        new LevelSources(styles, options);
    }

    /** The picture repainted at its own size. */
    public Pixels repaint(Pixels picture) {
        Pixels result = new Pixels(picture.width(), picture.height(), new float[picture.values().length]);
        repaint(RowImage.of(picture), picture.width(), picture.height(), null, into(result))
                .close();
        return result;
    }

    /** Rows go where they are in a picture, exactly. */
    public static RowSink into(Pixels picture) {
        return new RowSink() {

            @Override
            public void row(int y, float[] rgb) {
                System.arraycopy(rgb, 0, picture.values(), y * rgb.length, rgb.length);
            }

            @Override
            public boolean isExact() {
                return true;
            }
        };
    }

    /**
     * The picture repainted at any size.
     *
     * @param width of the result, at most 16384 pixels
     * @param height of the result, at most 16384 pixels
     * @param before the result of the picture before of a series with the same styles, which makes it
     *         steadier, or null
     * @throws IllegalArgumentException if a size is out of range, a value is not finite or the picture
     *         before does not go with it
     * @throws java.io.UncheckedIOException if a temporary file cannot be written
     * @throws java.util.concurrent.CancellationException if the listener wants no result, or the result so far before
     *         there is one
     */
    public FinishResult repaint(RowImage picture, int width, int height, FinishResult before, RowSink sink) {
        require(width, height);
        List<Level> levels = Level.of(width, height, coarsest);
        Positions matches = null;
        boolean done = false;
        try (Workers workers = new Workers(options.threads(), listener)) {
            Source[] coarseSources = null, sources = null;
            FinishOptions own = options;
            Level last = levels.get(levels.size() - 1);
            for (Level level : levels) {
                if (workers.keep() && level != last) continue;
                sources = null;
                own = LevelWork.options(options, level, picture, styles);
                sources = new LevelSources(styles, own).at(level.longest(), workers);
                if (matches == null) {
                    require(before, sources);
                    workers.total(FinishForecast.effort(
                            picture,
                            levels,
                            Arrays.stream(sources).mapToLong(Source::patches).sum()));
                    matches = coarsest(own, picture, level, sources, workers);
                    coarseSources = sources;
                }
                Positions fine = new LevelWork(own, level, picture, sources, matches, coarseSources, before)
                        .match(bandPixels, workers);
                matches.close();
                matches = fine;
                coarseSources = Arrays.stream(sources).map(Source::size).toArray(Source[]::new);
                workers.haveResult();
                if (level != last && !workers.keep()) show(level, matches, sources, own.radius(), workers);
            }
            Copy.toPixels(matches, own.radius(), workers);
            write(picture, matches, own.radius(), sources, sink, workers);
            done = true;
            return new FinishResult(
                    matches, Arrays.stream(sources).map(FinishResult.Origin::of).toList());
        } finally {
            if (!done && matches != null) matches.close();
        }
    }

    /** The picture at any size as it is, without a finish. */
    public static void resize(RowImage picture, int width, int height, RowSink sink) {
        new RowResampling(picture, width, height).write(sink);
    }

    private void write(
            RowImage picture, Positions matches, int radius, Source[] sources, RowSink sink, Workers workers) {
        boolean small = Arrays.stream(sources)
                        .mapToLong(source -> (long) source.width() * source.height())
                        .sum()
                <= EXACT_PIXELS;
        Rendering rendering = new Rendering(
                matches,
                small || sink.isExact() ? Rendering.Colors.of(sources, styles) : Rendering.Colors.of(sources),
                radius);
        Detail lost = workers.make(() -> new Detail(picture, rendering.copy()));
        rendering.write(lost, workers, sink);
    }

    private void show(Level level, Positions matches, Source[] sources, int radius, Workers workers) {
        if (level.longest() > FinishListener.PREVIEW) return;
        Pixels preview = new Pixels(level.width(), level.height(), new float[3 * level.width() * level.height()]);
        Positions copy = Positions.inMemory(level.width(), level.height());
        int[] all = new int[level.width() * level.height()];
        matches.read(0, level.height(), all);
        copy.write(0, level.height(), all, 0);
        Copy.toPixels(copy, radius, workers);
        Copy.rows(copy, sources, workers, into(preview));
        listener.picture(preview);
    }

    private void require(FinishResult before, Source[] sources) {
        if (before != null && !before.goesWith(sources))
            throw new IllegalArgumentException(
                    "The finish before was made with other styles or turns; go on from one with the same.");
    }

    private void require(int width, int height) {
        if (Math.min(width, height) < 2 * options.side() || Math.max(width, height) > Place.SIDE)
            throw new IllegalArgumentException(
                    "A picture of " + width + "x" + height + " pixels cannot be finished; its sides must be "
                            + 2 * options.side() + " to " + Place.SIDE + " pixels.");
    }

    private Positions coarsest(FinishOptions own, RowImage picture, Level level, Source[] sources, Workers workers) {
        byte[] rgb = new RowResampling(picture, level.width(), level.height()).rows(0, level.height(), workers);
        Positions positions = Positions.inMemory(level.width(), level.height());
        positions.write(
                0,
                level.height(),
                Coarsest.match(
                        own,
                        sources,
                        new LevelSources(styles, own).shares(),
                        rgb,
                        level.width(),
                        level.height(),
                        workers),
                0);
        return positions;
    }
}
