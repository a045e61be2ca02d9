package io.github.neuralstyle.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.github.neuralstyle.model.FeatureModel;

/** Each channel's mean activation over images, by which Gatys et al. (2016) divide. */
final class Normalization {

	/** Channels that are silent on all images are left as they are. */
	private static final float SILENT = 1e-4f;

	private Normalization() {
	}

	/** For each layer of a model (channels), the mean over batches and positions. */
	static Map<String, float[]> meanActivations(FeatureModel model, List<Batch> batches) {
		Map<String, float[]> means = new LinkedHashMap<>();
		try (Graph graph = new Graph()) {
			FeatureModel.Endpoints endpoints = model.addTo(graph);
			Ops tf = Ops.create(graph).withSubScope("means");
			Operand<TFloat32> image = graph.outputOrThrow(endpoints.image()).expect(TFloat32.class);
			List<String> layers = List.copyOf(model.layers());
			List<Operand<TFloat32>> ops = layers.stream().map(layer -> (Operand<TFloat32>) tf.math.mean(
				graph.outputOrThrow(endpoints.features().get(layer)).expect(TFloat32.class), tf.constant(new int[] { 0, 1, 2 }))).toList();
			try (Session session = new Session(graph)) {
				for (Batch batch : batches)
					try (TFloat32 x = batch.pixelsAsFloat()) {
						Session.Runner runner = session.runner().feed(image, x);
						ops.forEach(runner::fetch);
						try (Result result = runner.run()) {
							for (int i = 0; i < layers.size(); i++)
								add(means, layers.get(i), StdArrays.array1dCopyOf((TFloat32) result.get(i)), batches.size());
						}
					}
			}
		}
		means.values().forEach(mean -> {
			for (int c = 0; c < mean.length; c++)
				if (mean[c] < SILENT)
					mean[c] = 1;
		});
		return means;
	}

	private static void add(Map<String, float[]> means, String layer, float[] term, int count) {
		float[] sum = means.computeIfAbsent(layer, l -> new float[term.length]);
		for (int c = 0; c < term.length; c++)
			sum[c] += term[c] / count;
	}
}
