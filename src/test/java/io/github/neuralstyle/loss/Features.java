package io.github.neuralstyle.loss;

import io.github.neuralstyle.model.TestModels;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Feature maps of random numbers, (height, width, channels). */
public record Features(int height, int width, int channels, float[] values) {

    /** As behind ReLU: about half of them zero. */
    public static Features rectified(int height, int width, int channels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[height * width * channels];
        for (int i = 0; i < values.length; i++)
            values[i] = Math.max(0, (1 + i % channels) * (float) random.nextGaussian());
        return new Features(height, width, channels, values);
    }

    public static Features constant(int height, int width, int channels, float value) {
        float[] values = new float[height * width * channels];
        Arrays.fill(values, value);
        return new Features(height, width, channels, values);
    }

    /** The same positions in another order. */
    Features shuffled() {
        List<Integer> order = IntStream.range(0, height * width).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(11));
        float[] shuffled = new float[values.length];
        for (int i = 0; i < order.size(); i++)
            System.arraycopy(values, order.get(i) * channels, shuffled, i * channels, channels);
        return new Features(height, width, channels, shuffled);
    }

    /** All values of one channel. */
    float[] channel(int channel) {
        float[] column = new float[height * width];
        for (int i = 0; i < column.length; i++) column[i] = values[i * channels + channel];
        return column;
    }

    Operand<TFloat32> in(Ops tf) {
        return tf.constant(Shape.of(1, height, width, channels), DataBuffers.of(values));
    }

    /** What a loss says of these features compared with others. */
    double loss(Ops tf, Loss loss, Features reference) {
        Operand<TFloat32> target = loss.target(tf, reference.in(tf));
        return TestModels.values(loss.value(tf, in(tf), target).asTensor())[0];
    }
}
