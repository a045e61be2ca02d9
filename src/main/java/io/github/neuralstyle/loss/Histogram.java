package io.github.neuralstyle.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.TopK;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The mean squared difference between features and the same features matched to the style's histogram, channel by
 * channel (Risser, Wilmot &amp; Barnes 2017). The matched features are a constant for the gradient and computed anew at
 * each evaluation.
 *
 * <p>
 * Two images can have one Gram matrix and yet look different; with the histograms of single channels fixed they cannot
 * trade mean for variance.
 *
 * @param bins of a channel's histogram, at least 2; its cumulative sum is interpolated linearly between them
 */
public record Histogram(int bins) implements Loss {

	@Override
	public String name() {
		return "hist";
	}

	@Override
	public Reference reference() {
		return Reference.STYLE;
	}

	/** The quantiles (channels, bins + 1) of the features, from the least to the largest at equal steps. */
	@Override
	public Operand<TFloat32> target(Ops tf, Operand<TFloat32> features) {
		int channels = (int) features.shape().size(3);
		Operand<TFloat32> f = tf.linalg.transpose(Gram.matrix(tf, features, channels), tf.constant(new int[] { 1, 0 }));
		Operand<TInt32> positions = Gram.size(tf, f, 1);
		Operand<TFloat32> ascending = tf.reverse(tf.nn.topK(f, positions, new TopK.Options[0]).values(), tf.constant(new int[] { 1 }));
		Operand<TFloat32> last = tf.dtypes.cast(tf.math.sub(positions, tf.constant(1)), TFloat32.class);
		Operand<TFloat32> at = tf.math.mul(tf.constant(steps()), last);
		Operand<TInt32> below = tf.dtypes.cast(tf.math.floor(at), TInt32.class);
		Operand<TInt32> above = tf.math.minimum(tf.math.add(below, tf.constant(1)), tf.math.sub(positions, tf.constant(1)));
		Operand<TFloat32> part = tf.math.sub(at, tf.dtypes.cast(below, TFloat32.class));
		Operand<TFloat32> low = tf.gather(ascending, below, tf.constant(1)), high = tf.gather(ascending, above, tf.constant(1));
		return tf.math.add(low, tf.math.mul(part, tf.math.sub(high, low)));
	}

	private float[] steps() {
		float[] steps = new float[bins + 1];
		for (int i = 0; i <= bins; i++)
			steps[i] = (float) i / bins;
		return steps;
	}

	@Override
	public Operand<TFloat32> value(Ops tf, Operand<TFloat32> features, Operand<TFloat32> target) {
		Operand<TFloat32> f = Gram.matrix(tf, features, (int) features.shape().size(3));
		Operand<TFloat32> matched = tf.stopGradient(matched(tf, f, target));
		return tf.math.mean(tf.math.squaredDifference(f, matched), tf.constant(new int[] { 0, 1 }));
	}

	/**
	 * Features (positions, channels) with each channel's histogram that of the target. The map of a channel is linear
	 * between the bins' edges: there, the part of the features below the edge says which quantile to become.
	 */
	Operand<TFloat32> matched(Ops tf, Operand<TFloat32> f, Operand<TFloat32> target) {
		int channels = (int) f.shape().size(1);
		Operand<TFloat32> least = tf.reduceMin(f, tf.constant(0)), most = tf.reduceMax(f, tf.constant(0));
		Operand<TFloat32> scale = tf.math.div(tf.constant((float) bins), tf.math.maximum(tf.math.sub(most, least), tf.constant(1e-12f)));
		Operand<TFloat32> at = tf.math.mul(tf.math.sub(f, least), scale);
		Operand<TInt32> bin = tf.math.minimum(tf.dtypes.cast(at, TInt32.class), tf.constant(bins - 1));
		Operand<TFloat32> part = tf.math.sub(at, tf.dtypes.cast(bin, TFloat32.class));
		int[] offsets = new int[channels];
		for (int c = 0; c < channels; c++)
			offsets[c] = c * bins;
		Operand<TInt32> cell = tf.math.add(bin, tf.constant(offsets));
		Operand<TFloat32> map = map(tf, cell, target, channels);
		Operand<TFloat32> start = tf.reshape(tf.slice(map, tf.constant(new int[] { 0, 0 }), tf.constant(new int[] { channels, bins })), tf.constant(new int[] { -1 }));
		Operand<TFloat32> end = tf.reshape(tf.slice(map, tf.constant(new int[] { 0, 1 }), tf.constant(new int[] { channels, bins })), tf.constant(new int[] { -1 }));
		Operand<TFloat32> low = tf.gather(start, cell, tf.constant(0)), rise = tf.gather(tf.math.sub(end, start), cell, tf.constant(0));
		return tf.math.add(low, tf.math.mul(part, rise));
	}

	/** What the edges of the bins (channels, bins + 1) become. */
	private Operand<TFloat32> map(Ops tf, Operand<TInt32> cell, Operand<TFloat32> target, int channels) {
		Operand<TInt32> cells = tf.reshape(cell, tf.constant(new int[] { -1 }));
		Operand<TFloat32> counts = tf.reshape(tf.math.bincount(cells, tf.constant(channels * bins), tf.constant(new float[0])), tf.constant(new int[] { channels, bins }));
		Operand<TFloat32> total = tf.dtypes.cast(tf.squeeze(tf.shape.size(tf.shape(cell), tf.constant(0))), TFloat32.class);
		Operand<TFloat32> below = tf.math.div(tf.math.cumsum(counts, tf.constant(1)), total);
		Operand<TFloat32> at = tf.math.mul(tf.concat(java.util.List.of(tf.zeros(tf.constant(new int[] { channels, 1 }), TFloat32.class), below), tf.constant(1)), tf.constant((float) bins));
		Operand<TInt32> quantile = tf.math.minimum(tf.dtypes.cast(at, TInt32.class), tf.constant(bins - 1));
		Operand<TFloat32> part = tf.math.sub(at, tf.dtypes.cast(quantile, TFloat32.class));
		int[][] rows = new int[channels][1];
		for (int c = 0; c < channels; c++)
			rows[c][0] = c * (bins + 1);
		Operand<TFloat32> quantiles = tf.reshape(target, tf.constant(new int[] { -1 }));
		Operand<TInt32> index = tf.math.add(quantile, tf.constant(rows));
		Operand<TFloat32> low = tf.gather(quantiles, index, tf.constant(0));
		Operand<TFloat32> high = tf.gather(quantiles, tf.math.add(index, tf.constant(1)), tf.constant(0));
		return tf.math.add(low, tf.math.mul(part, tf.math.sub(high, low)));
	}
}
