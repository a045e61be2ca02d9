package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.FinishListener;
import io.github.neuralstyle.finish.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

/**
 * Makes textures of examples, from coarse to fine: a {@link Quilt} at the coarsest level; at each level rounds of painting
 * what the patches say and of looking for better patches (Kwatra et al. 2005, Texture optimization for example-based
 * synthesis), the last of which copy. The same input gives the same texture for any number of threads.
 */
public final class TextureMaker {

    static final int RADIUS = 3;

    /** The long side of the largest example at the coarsest level, and the least short side of each, in pixels. */
    private static final int COARSEST = 128, NARROWEST = 40;

    /** Patches that a label has at the coarsest level, if it has so many at all. */
    private static final int ENOUGH = 64;

    /** Rounds of the coarsest level and of each finer one; the last of them copy. */
    private static final int FIRST_ROUNDS = 10, ROUNDS = 4, COPIES = 2;

    /** Rounds in which also the patches beside the best are tried. */
    private static final int AROUND_ROUNDS = 2;

    /** Of the Gaussian that weights patches, in pixels. */
    private static final double DEVIATION = 1.4;

    /** What the texture shows before its first level. */
    interface Ground {

        TextureCanvas at(double scale, Examples examples);
    }

    private final List<TextureExample> examples;
    private final Examples full;
    private final FinishListener listener;

    /** @param listener may stop the work; once the coarsest level is done there is a result */
    public TextureMaker(List<TextureExample> examples, FinishListener listener) {
        this.examples = List.copyOf(examples);
        full = new Examples(examples, 1, RADIUS);
        this.listener = listener;
    }

    /**
     * A texture of any size.
     *
     * @param width in pixels, at least {@link TextureExample#SHORTEST}
     * @param height in pixels, at least {@link TextureExample#SHORTEST}
     * @param tileable whether it goes on at the opposite side without a seam
     * @param guide (height, width), the label of each pixel, which the examples must have; null for 1 everywhere
     * @throws CancellationException if the listener wants no result, or what there is when there is none yet
     */
    public TextureMap make(int width, int height, boolean tileable, byte[] guide, long seed) {
        TextureCanvas made = run(
                scale(Double.POSITIVE_INFINITY),
                (scale, level) -> canvas(width, height, tileable, guide, scale, level),
                seed);
        int[] places = new int[width * height];
        for (int y = 0; y < height; y++) System.arraycopy(made.map, made.index(0, y), places, y * width, width);
        return new TextureMap(width, height, places);
    }

    /**
     * Fills a part of the only example with its texture.
     *
     * @param hole (height, width), the pixels to fill, which the example's labels must exclude; at least one
     * @return of the size of the example, with places for the pixels of the hole alone
     * @throws CancellationException as {@link #make}
     */
    public TextureMap fill(boolean[] hole, long seed) {
        Hole part = new Hole(examples.get(0).image(), hole);
        double scale = scale(part.longest());
        part.frame(scale);
        return part.map(run(scale, part::at, seed));
    }

    /**
     * Finds out before the work whether a label has enough whole patches.
     *
     * @param name what the label is called
     * @throws IllegalArgumentException if it has fewer
     */
    public void requirePatches(int label, String name, int least) {
        int patches = 0, side = 2 * RADIUS + 1;
        for (ExampleLevel level : full.levels) patches += level.counts()[label];
        if (patches < least)
            throw new IllegalArgumentException(name + " has " + patches + " whole patches of " + side + "x" + side
                    + " pixels; it needs at least " + least + ": select or label a larger part.");
    }

    /** Whether at a scale there are enough patches of all labels that the examples have. */
    private boolean isEnough(double scale) {
        ExampleLevel[] here = new Examples(examples, scale, RADIUS).levels;
        for (int s = 0; s < here.length; s++)
            for (int label = 1; label <= TextureExample.LABELS; label++)
                if (here[s].counts()[label] < Math.min(ENOUGH, full.levels[s].counts()[label])) return false;
        return true;
    }

    /** The scale of the coarsest level. @param part the long side of what is to be filled */
    private double scale(double part) {
        double least = Quilt.BLOCK / part;
        for (TextureExample example : examples) {
            int width = example.image().width(), height = example.image().height();
            least = Math.max(least, (double) NARROWEST / Math.min(width, height));
        }
        int longest = examples.stream()
                .mapToInt(example ->
                        Math.max(example.image().width(), example.image().height()))
                .max()
                .getAsInt();
        double scale = Math.min(1, Math.max(least, (double) COARSEST / longest));
        while (scale < 1 && examples.stream().anyMatch(example -> example.labels() != null) && !isEnough(scale))
            scale = Math.min(1, scale * 1.5);
        return scale;
    }

    private TextureCanvas canvas(int width, int height, boolean tileable, byte[] guide, double scale, Examples level) {
        TextureCanvas canvas = new TextureCanvas(
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)),
                RADIUS,
                tileable);
        for (int y = 0; y < canvas.height; y++)
            for (int x = 0; x < canvas.width; x++) {
                byte label = guide == null
                        ? 1
                        : guide[
                                ExampleLevel.nearest(y, height, canvas.height) * width
                                        + ExampleLevel.nearest(x, width, canvas.width)];
                canvas.labels[canvas.index(x, y)] = level.has(label) ? label : 0;
            }
        return canvas;
    }

    private static List<Double> scales(double coarsest) {
        int steps = (int) Math.round(-2 * Math.log(coarsest) / Math.log(2));
        List<Double> scales = new ArrayList<>();
        for (int i = steps; i > 0; i--) scales.add(Math.pow(coarsest, (double) i / steps));
        scales.add(1.0);
        return scales;
    }

    private TextureCanvas run(double coarsest, Ground ground, long seed) {
        Random random = new Random(seed);
        List<Double> scales = scales(coarsest);
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors(), listener)) {
            workers.total(
                    scales.stream().mapToDouble(scale -> scale * scale * ROUNDS).sum()
                            + scales.get(0) * scales.get(0) * (FIRST_ROUNDS - ROUNDS));
            TextureCanvas canvas = null;
            Examples before = null;
            for (double scale : scales) {
                Examples level = scale == 1 ? full : workers.make(() -> new Examples(examples, scale, RADIUS));
                TextureCanvas coarse = canvas;
                canvas = ground.at(scale, level);
                if (coarse == null) new Quilt(level, canvas, random, workers).lay();
                else canvas.enlarge(coarse, before, level, random);
                workers.haveResult();
                int rounds = coarse == null ? FIRST_ROUNDS : ROUNDS;
                for (int round = 0; round < rounds && !workers.keep(); round++) {
                    boolean copies = round >= rounds - COPIES;
                    new TextureVote(level, canvas, copies ? 0 : DEVIATION).paint(workers);
                    new CoherentSearch(
                                    level,
                                    canvas,
                                    coarse == null && !copies,
                                    !copies && (coarse == null || round < AROUND_ROUNDS))
                            .improve(scale * scale, workers);
                }
                before = level;
            }
            return canvas;
        }
    }
}
