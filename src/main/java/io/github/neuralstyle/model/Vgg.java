package io.github.neuralstyle.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.MirrorPad;
import org.tensorflow.types.TFloat32;

/**
 * A network of Simonyan &amp; Zisserman (2014): blocks of 3x3 convolutions with ReLU, halved in size by pooling between
 * two blocks. The layers are named as in Keras, {@code block1_conv1} and so on.
 *
 * @param name what users call it
 * @param widths the number of channels in each block
 * @param depths the number of convolutions in each block
 */
public record Vgg(String name, List<Integer> widths, List<Integer> depths) {

    public static final Vgg VGG16 = new Vgg("vgg16", List.of(64, 128, 256, 512, 512), List.of(2, 2, 3, 3, 3));
    public static final Vgg VGG19 = new Vgg("vgg19", List.of(64, 128, 256, 512, 512), List.of(2, 2, 4, 4, 4));

    /** A quarter of VGG's widths and no further than the layers that style transfer reads. */
    public static final Vgg COMPACT = new Vgg("compact-vgg", List.of(16, 32, 64, 128, 128), List.of(2, 2, 3, 3, 1));

    /** How a block is halved: maximum as trained by its authors, average as Gatys et al. recommend for pictures. */
    public enum Pooling {
        AVERAGE,
        MAX
    }

    /** One convolution: kernels are (3, 3, in, out), biases (out). */
    public record Convolution(String name, int block, int in, int out) {}

    /** Applies a convolution with its activation to features of shape (batch, height, width, in). */
    @FunctionalInterface
    public interface Layer {
        Operand<TFloat32> apply(Convolution convolution, Operand<TFloat32> features);
    }

    /** The same network with another number of channels in its first block, and all others in proportion. */
    public Vgg withFirstWidth(int first) {
        return first == widths.get(0)
                ? this
                : new Vgg(
                        name + "-" + first,
                        widths.stream()
                                .map(width -> width * first / widths.get(0))
                                .toList(),
                        depths);
    }

    /** All convolutions, from the image upwards. */
    public List<Convolution> convolutions() {
        List<Convolution> all = new ArrayList<>();
        int in = 3;
        for (int block = 0; block < widths.size(); block++)
            for (int i = 0; i < depths.get(block); i++) {
                all.add(new Convolution("block" + (block + 1) + "_conv" + (i + 1), block, in, widths.get(block)));
                in = widths.get(block);
            }
        return all;
    }

    /**
     * Adds the network to a graph.
     *
     * @param image (batch, height, width, 3)
     * @return the feature maps by the names of their convolutions, from the image upwards
     */
    public Map<String, Operand<TFloat32>> features(Ops tf, Operand<TFloat32> image, Pooling pooling, Layer layer) {
        Map<String, Operand<TFloat32>> features = new LinkedHashMap<>();
        Operand<TFloat32> x = image;
        int block = 0;
        for (Convolution convolution : convolutions()) {
            if (convolution.block > block) x = halve(tf, x, pooling);
            block = convolution.block;
            x = layer.apply(convolution, x);
            features.put(convolution.name, x);
        }
        return features;
    }

    /**
     * The 3x3 convolution of all these networks. The border is padded with its own pixels mirrored, so that every pixel
     * counts equally. Zeros would be a dark frame, against which an optimiser paints a bright
     * one; mirrored without the outermost pixels, these would count least, and garish colours gather there.
     */
    public static Operand<TFloat32> convolve(Ops tf, Operand<TFloat32> features, Operand<TFloat32> kernel) {
        Operand<TFloat32> padded = MirrorPad.create(
                tf.scope(), features, tf.constant(new int[][] {{0, 0}, {1, 1}, {1, 1}, {0, 0}}), "SYMMETRIC");
        return tf.nn.conv2d(padded, kernel, List.of(1L, 1L, 1L, 1L), "VALID");
    }

    /** Of an odd side, the last row makes a half of its own: left out, it would be free to become anything. */
    private static Operand<TFloat32> halve(Ops tf, Operand<TFloat32> x, Pooling pooling) {
        List<Long> two = List.of(1L, 2L, 2L, 1L);
        if (pooling == Pooling.AVERAGE) return tf.nn.avgPool(x, two, two, "SAME");
        return tf.nn.maxPool(x, tf.constant(new int[] {1, 2, 2, 1}), tf.constant(new int[] {1, 2, 2, 1}), "SAME");
    }
}
