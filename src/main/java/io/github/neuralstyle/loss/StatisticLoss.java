package io.github.neuralstyle.loss;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A loss that sees features only through a mean over positions. The mean is kept as a sum and the number of its terms,
 * which add up over the tiles of an image: so the loss and its gradient can be computed tile by tile, exactly.
 */
public interface StatisticLoss extends TiledLoss {

    /**
     * Sums over positions, of any shape, and how many terms each has, of a shape that broadcasts to it.
     */
    record Statistic(Operand<TFloat32> sum, Operand<TFloat32> count) {

        Operand<TFloat32> mean(Ops tf) {
            return tf.math.div(sum, count);
        }
    }

    /** What the loss needs to know of some features. */
    Statistic statistic(Ops tf, Operand<TFloat32> features);

    /** The same where each position counts by its weight (1, height, width, 1), from 0 to 1. */
    Statistic statistic(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights);

    /** The loss, a scalar, from the mean of the statistic over the whole image and that over the style's. */
    Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target);

    @Override
    default Reference reference() {
        return Reference.STYLE;
    }

    @Override
    default Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
        return statistic(tf, features).mean(tf);
    }

    @Override
    default Operand<TFloat32> target(Ops tf, Operand<TFloat32> features, Operand<TFloat32> weights) {
        return statistic(tf, features, weights).mean(tf);
    }

    @Override
    default List<Operand<TFloat32>> first(Ops tf, TileFeatures tile) {
        Statistic statistic = tile.weights() == null
                ? statistic(tf, tile.inner(tf))
                : statistic(tf, tile.inner(tf), tile.innerWeights(tf));
        return List.of(statistic.sum, statistic.count);
    }

    @Override
    default Operand<TFloat32> target(Ops tf, List<Operand<TFloat32>> totals) {
        return new Statistic(totals.get(0), totals.get(1)).mean(tf);
    }

    @Override
    default Operand<TFloat32> value(Ops tf, List<Operand<TFloat32>> totals, Operand<TFloat32> target) {
        return distance(tf, new Statistic(totals.get(0), totals.get(1)).mean(tf), target);
    }

    @Override
    default Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
        return distance(tf, statistic(tf, features).mean(tf), target);
    }
}
