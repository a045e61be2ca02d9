package io.github.neuralstyle.model;

import io.github.neuralstyle.model.Vgg.Convolution;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The weights of a {@link Vgg}, by the names of its convolutions.
 *
 * @param kernels each (3, 3, in, out), row-major
 * @param biases each (out)
 */
public record VggWeights(Vgg vgg, Map<String, float[]> kernels, Map<String, float[]> biases) {

    /** Weights as He et al. (2015) initialise a ReLU network: normal with variance 2 / fan-in, no bias. */
    public static VggWeights random(Vgg vgg, long seed) {
        Random random = new Random(seed);
        Map<String, float[]> kernels = new LinkedHashMap<>();
        Map<String, float[]> biases = new LinkedHashMap<>();
        for (Convolution c : vgg.convolutions()) {
            float[] kernel = new float[9 * c.in() * c.out()];
            double deviation = Math.sqrt(2.0 / (9 * c.in()));
            for (int i = 0; i < kernel.length; i++) kernel[i] = (float) (deviation * random.nextGaussian());
            kernels.put(c.name(), kernel);
            biases.put(c.name(), new float[c.out()]);
        }
        return new VggWeights(vgg, kernels, biases);
    }

    /**
     * The same network for an input x where this one expects {@code scale * x + offset}. Exact, since the borders are
     * padded with mirrored pixels and not with zeros.
     */
    public VggWeights withInput(float scale, float offset) {
        return withInput(new float[] {scale, scale, scale}, new float[] {offset, offset, offset});
    }

    /** The same with a scale and an offset for each of the three channels. */
    public VggWeights withInput(float[] scale, float[] offset) {
        Convolution first = vgg.convolutions().get(0);
        float[] kernel = kernels.get(first.name()).clone();
        float[] bias = biases.get(first.name()).clone();
        double[] sums = new double[bias.length];
        for (int i = 0; i < kernel.length; i++) {
            int channel = i / first.out() % first.in();
            sums[i % first.out()] += (double) kernel[i] * offset[channel];
            kernel[i] *= scale[channel];
        }
        for (int i = 0; i < bias.length; i++) bias[i] = (float) (bias[i] + sums[i]);
        return replace(Map.of(first.name(), kernel), Map.of(first.name(), bias));
    }

    /** The same network for images with their channels in reverse order, RGB instead of BGR. */
    public VggWeights withReversedInput() {
        Convolution first = vgg.convolutions().get(0);
        float[] kernel = kernels.get(first.name());
        float[] reversed = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            int out = i % first.out(), in = i / first.out() % first.in(), place = i / first.out() / first.in();
            reversed[(place * first.in() + first.in() - 1 - in) * first.out() + out] = kernel[i];
        }
        return replace(Map.of(first.name(), reversed), Map.of());
    }

    /**
     * The same function with every channel divided by a positive number, which the next convolution multiplies back:
     * ReLU and average pooling let it through. With the channels' mean activations this is the normalised network of
     * Gatys et al. (2016).
     *
     * @param divisors for each convolution's name (out)
     */
    public VggWeights dividedBy(Map<String, float[]> divisors) {
        Map<String, float[]> newKernels = new LinkedHashMap<>();
        Map<String, float[]> newBiases = new LinkedHashMap<>();
        float[] below = {1, 1, 1};
        for (Convolution c : vgg.convolutions()) {
            float[] divisor = divisors.get(c.name());
            float[] kernel = kernels.get(c.name()).clone();
            float[] bias = biases.get(c.name()).clone();
            for (int i = 0; i < kernel.length; i++) kernel[i] *= below[i / c.out() % c.in()] / divisor[i % c.out()];
            for (int i = 0; i < bias.length; i++) bias[i] /= divisor[i];
            newKernels.put(c.name(), kernel);
            newBiases.put(c.name(), bias);
            below = divisor;
        }
        return new VggWeights(vgg, newKernels, newBiases);
    }

    private VggWeights replace(Map<String, float[]> someKernels, Map<String, float[]> someBiases) {
        Map<String, float[]> newKernels = new LinkedHashMap<>(kernels);
        Map<String, float[]> newBiases = new LinkedHashMap<>(biases);
        newKernels.putAll(someKernels);
        newBiases.putAll(someBiases);
        return new VggWeights(vgg, newKernels, newBiases);
    }
}
