package io.github.neuralstyle.loss;

import io.github.neuralstyle.model.Tensors;
import java.util.stream.Stream;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** The mean of the targets that several styles give a term. */
final class MeanTarget {

    private float[] mean;
    private long[] shape;

    /** Of so many terms, still without a style. */
    static MeanTarget[] all(int terms) {
        return Stream.generate(MeanTarget::new).limit(terms).toArray(MeanTarget[]::new);
    }

    void add(Tensor target, float proportion) {
        float[] added = Tensors.values(target);
        if (mean == null) mean = new float[added.length];
        for (int i = 0; i < added.length; i++) mean[i] += proportion * added[i];
        shape = target.shape().asArray();
    }

    /** To be closed. */
    TFloat32 tensor() {
        return Tensors.of(mean, shape);
    }
}
