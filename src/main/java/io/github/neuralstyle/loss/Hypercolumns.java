package io.github.neuralstyle.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ScaleAndTranslate;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * All that a network sees at a place: the activations of every convolution of its first four blocks there (Kolkin et al.
 * 2022, Neural Neighbor Style Transfer). A place is a position of the third block, 4x4 pixels; maps of the first two
 * blocks are halved by means, as the network halves them, those of the fourth are interpolated. Each layer is divided by
 * the square root of its number of channels, so that none counts by its width. Deeper blocks add nothing to a match.
 */
public final class Hypercolumns {

    /** Pixels from one place to the next, along each axis. */
    public static final int STRIDE = 4;

    private static final int PLACE_BLOCK = 3, LAST_BLOCK = 4;

    private static final Pattern CONVOLUTION = Pattern.compile("block(\\d)_conv\\d+");

    private Hypercolumns() {}

    /** Whether a network with some layers has hypercolumns: its third block makes the places. */
    public static boolean exist(Collection<String> all) {
        return all.stream().anyMatch(layer -> block(layer) == PLACE_BLOCK);
    }

    /**
     * The layers of a network that make its hypercolumns, from the image upwards.
     *
     * @throws IllegalArgumentException if there is none in the third block
     */
    public static List<String> layers(Collection<String> all) {
        List<String> layers = new TreeSet<>(all)
                .stream().filter(layer -> block(layer) <= LAST_BLOCK).toList();
        if (!exist(layers))
            throw new IllegalArgumentException(
                    "losses has neighbors, which need layers named block1_conv1 to block4_conv3; the network has "
                            + String.join(", ", new TreeSet<>(all)) + ".");
        return layers;
    }

    private static int block(String layer) {
        Matcher matcher = CONVOLUTION.matcher(layer);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
    }

    /**
     * The hypercolumns of an image.
     *
     * @param layers the names of the maps, as {@link #layers} gives them
     * @param maps (1, height, width, channels) of each
     * @return (1, places down, places across, sum of all channels)
     */
    static Operand<TFloat32> of(Ops tf, List<String> layers, List<Operand<TFloat32>> maps) {
        Operand<TInt32> size = size(tf, layers, maps);
        return of(
                tf,
                layers,
                maps,
                (i, map) -> tf.image.resizeBilinear(map, size, ResizeBilinear.halfPixelCenters(true)));
    }

    /** Those of a tile: interpolated by their positions in the whole layers. */
    static Operand<TFloat32> of(Ops tf, List<String> layers, List<Operand<TFloat32>> maps, List<Window> windows) {
        Window places = windows.get(firstOf(layers, PLACE_BLOCK));
        Operand<TInt32> size = size(tf, layers, maps);
        return of(tf, layers, maps, (i, map) -> {
            Window coarse = windows.get(i);
            Operand<TFloat32> coarseSize = tf.dtypes.cast(coarse.whole(), TFloat32.class);
            Operand<TInt32> offset = tf.math.sub(
                    tf.math.mul(coarse.origin(), places.whole()), tf.math.mul(places.origin(), coarse.whole()));
            return tf.image.scaleAndTranslate(
                    map,
                    size,
                    tf.math.div(tf.dtypes.cast(places.whole(), TFloat32.class), coarseSize),
                    tf.math.div(tf.dtypes.cast(offset, TFloat32.class), coarseSize),
                    ScaleAndTranslate.kernelType("triangle"),
                    ScaleAndTranslate.antialias(false));
        });
    }

    private static Operand<TInt32> size(Ops tf, List<String> layers, List<Operand<TFloat32>> maps) {
        Operand<TFloat32> places = maps.get(firstOf(layers, PLACE_BLOCK));
        return tf.slice(tf.shape(places), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
    }

    /** The layer that makes the places. */
    static String places(List<String> layers) {
        return layers.get(firstOf(layers, PLACE_BLOCK));
    }

    private static Operand<TFloat32> of(
            Ops tf,
            List<String> layers,
            List<Operand<TFloat32>> maps,
            BiFunction<Integer, Operand<TFloat32>, Operand<TFloat32>> enlarge) {
        List<Operand<TFloat32>> resampled = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            Operand<TFloat32> map = maps.get(i);
            float scale = (float) (1 / Math.sqrt(map.shape().size(3)));
            for (int block = block(layers.get(i)); block < PLACE_BLOCK; block++) map = halve(tf, map);
            if (block(layers.get(i)) > PLACE_BLOCK) map = enlarge.apply(i, map);
            resampled.add(tf.math.mul(map, tf.constant(scale)));
        }
        return Joins.concat(tf, resampled, 3);
    }

    private static int firstOf(List<String> layers, int block) {
        int first = 0;
        while (block(layers.get(first)) != block) first++;
        return first;
    }

    private static Operand<TFloat32> halve(Ops tf, Operand<TFloat32> map) {
        List<Long> two = List.of(1L, 2L, 2L, 1L);
        return tf.nn.avgPool(map, two, two, "SAME");
    }
}
