package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The images to learn from, read.
 *
 * @param images at least one
 * @param parts the part of each that is learnt from; null for the whole
 * @param proportions of each in the mixture; the sum is 1
 */
public record Styles(List<Pixels> images, List<Mask> parts, double[] proportions) implements Serializable {

    /** @throws IllegalArgumentException if an image, or the part of it, is too small */
    public Styles {
        images.forEach(style -> Pyramid.requireMinSide("style", style.width(), style.height()));
        parts.stream()
                .filter(Objects::nonNull)
                .map(Mask::bounds)
                .forEach(part -> Pyramid.requireMinSide("masked style", part.width(), part.height()));
    }

    /** The whole of each image. @param weights over 0, one for each */
    public static Styles of(List<Pixels> images, double... weights) {
        return of(images, Collections.nCopies(images.size(), null), weights);
    }

    /** The whole of each image, in equal parts. */
    public static Styles of(List<Pixels> images) {
        return of(images, DoubleStream.generate(() -> 1).limit(images.size()).toArray());
    }

    /** The parts of images within masks, null for the whole of one. @param weights over 0, one for each */
    public static Styles of(List<Pixels> images, List<Mask> masks, double... weights) {
        return new Styles(images, masks, proportions(weights));
    }

    /** The same in other proportions, without styles whose weight is 0. @param weights from 0, one for each */
    public Styles withWeights(double... weights) {
        int[] kept =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        return of(
                IntStream.of(kept).mapToObj(images::get).toList(),
                Arrays.asList(IntStream.of(kept).mapToObj(parts::get).toArray(Mask[]::new)),
                IntStream.of(kept).mapToDouble(i -> weights[i]).toArray());
    }

    /**
     * The image with the largest proportion; what is outside its part has the mean colour of what is inside, so that it does
     * not count.
     */
    public Pixels main() {
        int heaviest = 0;
        for (int i = 1; i < proportions.length; i++) if (proportions[i] > proportions[heaviest]) heaviest = i;
        Pixels image = images.get(heaviest);
        Mask part = parts.get(heaviest);
        if (part == null) return image;
        double[] mean = ColorStatistics.of(image, part).mean();
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) if (!part.inside()[i / 3]) values[i] = (float) mean[i % 3];
        return new Pixels(image.width(), image.height(), values);
    }

    private static double[] proportions(double[] weights) {
        double sum = DoubleStream.of(weights).sum();
        return DoubleStream.of(weights).map(weight -> weight / sum).toArray();
    }
}
