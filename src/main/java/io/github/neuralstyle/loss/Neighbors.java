package io.github.neuralstyle.loss;

import java.util.Collection;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The mean cosine distance of the picture's {@link Hypercolumns} from places of the style, one for each, which are chosen
 * before a scale by the nearest neighbours of a query and stay the same during it (Kolkin et al. 2022, Neural Neighbor
 * Style Transfer). Where statistics ask that the picture as a whole has as much of everything as the style, this asks that
 * every place looks like some place of it.
 *
 * @param layers the names of the layers of a network that make its hypercolumns
 */
public record Neighbors(List<String> layers) implements PlacesLoss {

    /** How many places of the styles are kept at most. */
    public static final int MAX_PLACES = 16384;

    /** For a network with some layers. @throws IllegalArgumentException if they make no hypercolumns */
    public static Neighbors of(Collection<String> all) {
        return new Neighbors(Hypercolumns.layers(all));
    }

    @Override
    public String name() {
        return Losses.NEIGHBORS;
    }

    @Override
    public List<String> layers(String layer) {
        return layers;
    }

    @Override
    public Operand<TFloat32> features(Ops tf, List<Operand<TFloat32>> maps) {
        return Hypercolumns.of(tf, layers, maps);
    }

    @Override
    public String positions(String layer) {
        return Hypercolumns.places(layers);
    }

    /** Maps of the fourth block are interpolated between their neighbours. */
    @Override
    public int reach() {
        return 2;
    }

    @Override
    public Operand<TFloat32> features(Ops tf, List<Operand<TFloat32>> maps, List<Window> windows) {
        return Hypercolumns.of(tf, layers, maps, windows);
    }

    @Override
    public boolean hasTargetsOfTiles() {
        return true;
    }

    @Override
    public Operand<TFloat32> part(Ops tf, TileFeatures tile, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        Operand<TFloat32> rows = matrix(tf, tile.inner(tf));
        Operand<TFloat32> count = tf.dtypes.cast(Gram.size(tf, rows, 0), TFloat32.class);
        return tf.math.mul(
                Cosine.meanDistanceTo(tf, rows, target),
                tf.math.div(count, tile.window().count(tf, 1)));
    }

    @Override
    public int maxPlaces() {
        return MAX_PLACES;
    }

    @Override
    public boolean matchedBefore() {
        return true;
    }

    @Override
    public void prepare(float[] places, int channels) {
        Cosine.normalize(places, channels);
    }

    /** Directions of the features, (places, channels): those of a picture's own places. */
    @Override
    public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        return Cosine.directions(tf, matrix(tf, features));
    }

    private static Operand<TFloat32> matrix(Ops tf, Operand<TFloat32> features) {
        return Gram.matrix(tf, features, (int) features.shape().size(3));
    }

    @Override
    public Operand<TFloat32> value(
            Ops tf, Operand<TFloat32> features, Operand<TFloat32> target, Operand<TFloat32> gridOffset) {
        return Cosine.meanDistanceTo(tf, matrix(tf, features), target);
    }
}
