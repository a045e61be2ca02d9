package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Pixels;

/** The losses of some terms and their gradients at images: of whole images, or tile by tile. Knows what is compared with. */
interface Evaluation extends AutoCloseable {

    /**
     * The losses at an image.
     *
     * @param x (height, width, 3)
     * @param weights of the terms in the sum
     * @param gridOffset as in {@link PlacesLoss#value}
     * @param gradient receives that of the sum
     */
    float[] evaluate(float[] x, float[] weights, float[] gridOffset, float[] gradient);

    /** The Euclidean norm, at an image, of the own gradient of each wanted term; 0 for the other terms. */
    float[] gradientNorms(float[] x, int... wanted);

    /** The same with the targets of a content. */
    Evaluation withContent(Pixels content);

    /** Chooses the target of each place of the picture, as in {@link LossTargets#match}. */
    void match(Pixels query);

    /** Frees the targets that were computed for this object. */
    @Override
    void close();
}
