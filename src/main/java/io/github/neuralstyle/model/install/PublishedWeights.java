package io.github.neuralstyle.model.install;

import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.util.Checksum;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files of weights that are known by name.
 *
 * @param name what users call the network
 * @param from who publishes the file
 * @param terms authors, licence and citation
 */
public record PublishedWeights(String name, String from, RemoteFile file, String terms) {

    private static final String CITATION =
            " To cite: K. Simonyan and A. Zisserman, Very Deep Convolutional Networks for "
                    + "Large-Scale Image Recognition, ICLR 2015, https://arxiv.org/abs/1409.1556.";

    private static final String KERAS = "Weights by K. Simonyan and A. Zisserman, Visual Geometry Group, University of "
            + "Oxford (https://www.robots.ox.ac.uk/~vgg/research/very_deep/), under the licence Creative Commons Attribution 4.0 "
            + "(https://creativecommons.org/licenses/by/4.0/); published in this form by Keras (https://keras.io)."
            + CITATION;

    private static final String TORCHVISION =
            "Weights of the network of K. Simonyan and A. Zisserman, trained on ImageNet "
                    + "and published by torchvision (https://github.com/pytorch/vision), whose licence is BSD 3-clause; torchvision says that "
                    + "the terms of the training images may apply to weights too."
                    + CITATION;

    private static final String KERAS_FOLDER = "https://storage.googleapis.com/tensorflow/keras-applications/",
            TORCHVISION_FOLDER = "https://download.pytorch.org/models/";

    /**
     * Keras' files are the weights of the original authors without the classification layers; the MD5 checksums are from its
     * source code. The names of torchvision's files contain the first eight digits of their SHA-256.
     */
    public static final List<PublishedWeights> ALL = List.of(
            keras("vgg19", "md5:253f8cb515780f3b799900260a226db6", 80_134_624),
            keras("vgg16", "md5:6d6bbae143d832006294945121d1f1fc", 58_889_256),
            torchvision(
                    "vgg19", "sha256:dcbb9e9dad569fff7a846263a77324fc34978fea2bfb039c012d710e1776ae44", 574_673_361),
            torchvision(
                    "vgg16", "sha256:397923af8e79cdbb6a7127f12361acd7a2f83e06b05044ddf496e83de57a5bf0", 553_433_881));

    private static PublishedWeights keras(String name, String checksum, long bytes) {
        URI address = URI.create(KERAS_FOLDER + name + "/" + name + "_weights_tf_dim_ordering_tf_kernels_notop.h5");
        return new PublishedWeights(name, "keras", new RemoteFile(address, Checksum.parse(checksum), bytes), KERAS);
    }

    private static PublishedWeights torchvision(String name, String checksum, long bytes) {
        Checksum sum = Checksum.parse(checksum);
        URI address = URI.create(TORCHVISION_FOLDER + name + "-" + sum.hex().substring(0, 8) + ".pth");
        return new PublishedWeights(name, "torchvision", new RemoteFile(address, sum, bytes), TORCHVISION);
    }

    /**
     * Finds a file.
     *
     * @param from who publishes it; null for the first who does
     * @throws IllegalArgumentException if the name or the publisher is unknown
     */
    public static PublishedWeights of(String name, String from) {
        if (ALL.stream().noneMatch(p -> p.name.equals(name)))
            throw new IllegalArgumentException(
                    "name is " + name + "; it must be " + names() + ", or anything with an --address.");
        return ALL.stream()
                .filter(p -> p.name.equals(name) && (from == null || p.from.equalsIgnoreCase(from)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("from is " + from + "; it must be " + publishers() + "."));
    }

    /** All names, as "vgg19 or vgg16". */
    public static String names() {
        return ALL.stream().map(PublishedWeights::name).distinct().collect(Collectors.joining(" or "));
    }

    /** All publishers, the default first, as "keras or torchvision". */
    public static String publishers() {
        return ALL.stream().map(PublishedWeights::from).distinct().collect(Collectors.joining(" or "));
    }
}
