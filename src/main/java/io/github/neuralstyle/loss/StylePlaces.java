package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tensorflow.types.TFloat32;

/** The places of several styles. If there are more than a loss keeps some are drawn, with the same seed each time. */
public final class StylePlaces {

    /** The least number of places within a mask. */
    static final int MIN_PLACES = 16;

    private static final long SEED = 1;

    /** Of one style, and which of its places count. */
    private record Part(PlacesMap map, int[] places) {}

    private final List<Part> parts = new ArrayList<>();
    private int channels;

    /** Adds the places of a style. @param map (1, height, width, channels) */
    public void add(TFloat32 map, Mask mask, int least) {
        add(PlacesMap.of(map), mask, least);
    }

    /**
     * Adds the places of a style.
     *
     * @param mask of the style, in any resolution; null for the whole. A place counts if at least half of its pixels are
     *          inside; if no place has so many, those that have most.
     * @param least number of places that must count
     * @throws IllegalArgumentException if fewer do
     */
    void add(PlacesMap map, Mask mask, int least) {
        int height = map.height(), width = map.width();
        channels = map.channels();
        int[] places = IntStream.range(0, height * width).toArray();
        if (mask != null) {
            float[] inside = mask.parts(width, height);
            float max = 0;
            for (float part : inside) max = Math.max(max, part);
            float limit = Math.min(0.5f, max);
            places = IntStream.of(places).filter(i -> inside[i] >= limit).toArray();
            if (places.length < least)
                throw new IllegalArgumentException("The part of the style within its mask has " + places.length
                        + " places of " + Hypercolumns.STRIDE + "x" + Hypercolumns.STRIDE + " pixels at a scale of "
                        + width * Hypercolumns.STRIDE + "x" + height * Hypercolumns.STRIDE
                        + " pixels; the loss neighbors needs at least " + least
                        + ": select a larger part, or begin with a larger scale (coarsest).");
        }
        parts.add(new Part(map, places));
    }

    /**
     * The features of all places, (places, channels), of no style more than its proportion; not to be asked for twice.
     *
     * @param proportions of the styles, of the sum 1
     * @param maxPlaces how many are kept at most
     */
    public float[] union(double[] proportions, int maxPlaces) {
        int all = Math.min(maxPlaces, count());
        List<float[]> drawn = drawn(i -> (int) Math.max(1, Math.round(proportions[i] * all)));
        if (drawn.size() == 1) return drawn.get(0);
        float[] union = new float[drawn.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : drawn) {
            System.arraycopy(part, 0, union, at, part.length);
            at += part.length;
        }
        return union;
    }

    /** The features of each style's places, (places, channels): all, or in their proportions so many as are kept at most. */
    List<float[]> each(double[] proportions, int maxPlaces) {
        boolean all = count() <= maxPlaces;
        return drawn(i -> all ? parts.get(i).places.length : (int) Math.max(1, Math.round(proportions[i] * maxPlaces)));
    }

    private int count() {
        return parts.stream().mapToInt(part -> part.places.length).sum();
    }

    private List<float[]> drawn(IntUnaryOperator counts) {
        Random random = new Random(SEED);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i).map.rows().apply(draw(parts.get(i).places, counts.applyAsInt(i), random)))
                .toList();
    }

    /** Of each place. */
    public int channels() {
        return channels;
    }

    private static int[] draw(int[] places, int count, Random random) {
        if (places.length <= count) return places;
        int[] shuffled = places.clone();
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(shuffled.length - i), swapped = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swapped;
        }
        return Arrays.copyOf(shuffled, count);
    }
}
