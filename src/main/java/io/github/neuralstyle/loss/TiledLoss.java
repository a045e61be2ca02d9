package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A loss that can be computed tile by tile, exactly: from totals over the interiors of all tiles, or as a sum of their
 * parts. Totals are found in one or two passes over the tiles, before that which goes back to the pixels.
 */
interface TiledLoss extends Loss {

    /** How many positions around each the loss looks at, in positions of the coarsest of its layers. */
    default int reach() {
        return 0;
    }

    /** The layer whose positions {@link #features} has. */
    default String positions(String layer) {
        return layer;
    }

    /** {@link #features} of a tile. @param windows of each map */
    default Operand<TFloat32> features(Ops tf, List<Operand<TFloat32>> maps, List<Window> windows) {
        return features(tf, maps);
    }

    /** What is added up in the first pass, of any shapes. */
    default List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        return List.of();
    }

    /** Whether the totals of the first pass are minima, not sums. */
    default boolean firstAreMinima() {
        return false;
    }

    /** What is added up in the second pass. @param first the totals of the first */
    default List<Operand<TFloat32>> second(Ops tf, TileFeatures tile, List<Operand<TFloat32>> first) {
        return List.of();
    }

    /** The target from the totals of the reference; null if each tile has its own, or it is made elsewhere. */
    default Operand<TFloat32> target(Ops tf, List<Operand<TFloat32>> totals) {
        return null;
    }

    /** The loss from the totals of the first pass; null if it is the sum of {@link #part}s. */
    default Operand<TFloat32> value(Ops tf, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        return null;
    }

    /**
     * What a tile adds to the loss, a scalar, if it is a sum of parts.
     *
     * @param totals of both passes, constants for the gradient
     * @param target the whole, or that of the tile's interior if {@link #hasTargetsOfTiles}
     */
    default Operand<TFloat32> part(
            Ops tf, TileFeatures tile, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        return null;
    }

    /** Whether positions have targets of their own: those of an interior are a tile's. */
    default boolean hasTargetsOfTiles() {
        return false;
    }
}
