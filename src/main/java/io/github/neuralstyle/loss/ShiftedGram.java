package io.github.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The squared difference of Gram matrices between features and the same features some positions further (Berger &amp;
 * Memisevic 2017): with a shift of d along x, G = F[:, d:]<sup>T</sup> F[:, :-d] / M over the M positions of the
 * overlap; likewise along y. What a Gram matrix is blind to, how far apart things are, this sees. The mean over x, y and
 * all shifts, divided by the square of the number of channels.
 *
 * @param shifts in positions of the layer, each at least 1 and less than its height and width
 */
public record ShiftedGram(List<Integer> shifts) implements StatisticLoss {

	@Override
	public String name() {
		return "shift";
	}

	/** Sums (2 * shifts, channels, channels), those along x and y in turn, and counts (2 * shifts, 1, 1). */
	@Override
	public Statistic statistic(Ops tf, Operand<TFloat32> features) {
		List<Operand<TFloat32>> sums = new ArrayList<>(), counts = new ArrayList<>();
		for (int shift : shifts)
			for (int axis : new int[] { 2, 1 }) {
				Operand<TFloat32> near = overlap(tf, features, axis, shift, false);
				Operand<TFloat32> far = overlap(tf, features, axis, shift, true);
				sums.add(tf.linalg.matMul(far, near, MatMul.transposeA(true)));
				counts.add(tf.dtypes.cast(Gram.size(tf, near, 0), TFloat32.class));
			}
		return new Statistic(tf.stack(sums), tf.reshape(tf.stack(counts), tf.constant(new int[] { -1, 1, 1 })));
	}

	@Override
	public Operand<TFloat32> distance(Ops tf, Operand<TFloat32> mean, Operand<TFloat32> target) {
		return tf.math.mean(tf.math.squaredDifference(mean, target), tf.constant(new int[] { 0, 1, 2 }));
	}

	/** The first or the last positions along an axis, all but {@code shift} of them, as (positions, channels). */
	private static Operand<TFloat32> overlap(Ops tf, Operand<TFloat32> features, int axis, int shift, boolean last) {
		int[] begin = new int[4], less = new int[4];
		begin[axis] = last ? shift : 0;
		less[axis] = shift;
		Operand<TFloat32> part = tf.slice(features, tf.constant(begin), tf.math.sub(tf.shape(features), tf.constant(less)));
		return Gram.matrix(tf, part, (int) features.shape().size(3));
	}
}
