package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a loss sees of a tile.
 *
 * @param map (1, height, width, channels), with the tile's halo
 * @param window where it lies
 * @param weights (1, height, width, 1) of the whole layer: how much each position counts; null if all do
 * @param gridOffset (2), as {@link PlacesLoss#value} has it
 */
record TileFeatures(Operand<TFloat32> map, Window window, Operand<TFloat32> weights, Operand<TFloat32> gridOffset) {

    /** The interior, (1, 1, positions, channels). */
    Operand<TFloat32> inner(Ops tf) {
        return window.cut(tf, map);
    }

    /** The weights of the interior, (1, 1, positions, 1); null if all count. */
    Operand<TFloat32> innerWeights(Ops tf) {
        return weights == null ? null : window.cutWhole(tf, weights);
    }

    int channels() {
        return (int) map.shape().size(3);
    }
}
