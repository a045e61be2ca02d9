package io.github.neuralstyle;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.Range;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;

/**
 * An image to learn from.
 *
 * @param image (X,Y), (X,Y,3) or ARGB
 * @param weight its proportion among several styles, over 0
 * @param mask (X,Y), of a BooleanType or a RealType: where it is true or over 0 the image is learnt from; null for the
 *          whole of it
 */
public record Style(RandomAccessibleInterval<?> image, double weight, RandomAccessibleInterval<?> mask) {

    /** @throws IllegalArgumentException if the weight is not over 0 */
    public Style {
        if (!(weight > 0) || Double.isInfinite(weight))
            throw new IllegalArgumentException("The weight of a style is " + weight + "; it must be over 0.");
    }

    /**
     * Reads styles.
     *
     * @throws IllegalArgumentException if an image, or the part of it within its mask, is too small or of another kind
     */
    public static Styles read(List<Style> styles) {
        return Styles.of(
                styles.stream().map(style -> Pixels.of(style.image())).toList(),
                styles.stream().map(Style::part).toList(),
                styles.stream().mapToDouble(Style::weight).toArray());
    }

    /** The part within the mask; null for the whole. @throws IllegalArgumentException if the mask is no mask of the image */
    public Mask part() {
        return mask == null ? null : Mask.of(mask, "style", image.dimension(0), image.dimension(1));
    }

    /**
     * The weights of several styles.
     *
     * @param weights as in {@link Options#STYLE_WEIGHTS}; none for equal ones
     * @param styles how many there are
     * @throws IllegalArgumentException if there are others than one for each style, one is below 0, or all are 0
     */
    public static double[] weights(List<Double> weights, int styles) {
        List<Double> all = weights.isEmpty() ? Collections.nCopies(styles, 1.0) : weights;
        String given = Options.STYLE_WEIGHTS.name() + " is "
                + all.stream().map(Range::text).collect(Collectors.joining(","));
        if (all.size() != styles)
            throw new IllegalArgumentException(given + "; it must be numbers, one for each style, and there "
                    + (styles == 1 ? "is 1." : "are " + styles + "."));
        double sum = 0;
        for (double weight : all) {
            if (!(weight >= 0 && weight < Float.MAX_VALUE))
                throw new IllegalArgumentException(given + "; each must be a number from 0.");
            sum += weight;
        }
        if (sum == 0) throw new IllegalArgumentException(given + "; one at least must be over 0.");
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The whole of an image. */
    public Style(RandomAccessibleInterval<?> image, double weight) {
        this(image, weight, null);
    }

    /** A style with the weight 1. */
    public Style(RandomAccessibleInterval<?> image) {
        this(image, 1);
    }
}
