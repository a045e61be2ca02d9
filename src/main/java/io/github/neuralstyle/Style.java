package io.github.neuralstyle;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.Option;
import java.util.Arrays;
import java.util.List;
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

    /** The weights of several styles. */
    public static final Option<List<String>> WEIGHTS = Option.names(
                    "style-weights", List.of(), "A number over 0 for each style, separated by commas: its proportion.")
            .withInitialText(() -> "equal ones");

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
     * Reads weights.
     *
     * @param texts of numbers; none for equal weights
     * @param styles how many there are
     * @throws IllegalArgumentException if there are others than one for each style, or one is not over 0
     */
    public static double[] weights(List<String> texts, int styles) {
        double[] weights = new double[styles];
        Arrays.fill(weights, 1);
        if (texts.isEmpty()) return weights;
        String all = WEIGHTS.name() + " is " + String.join(",", texts);
        if (texts.size() != styles)
            throw new IllegalArgumentException(all + "; it must be " + styles + " numbers, one for each style.");
        for (int i = 0; i < styles; i++)
            try {
                weights[i] = Double.parseDouble(texts.get(i));
                if (!(weights[i] > 0 && weights[i] < Float.MAX_VALUE)) throw new NumberFormatException();
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        all + "; each must be a number over 0: leave out a style that is not to count.", e);
            }
        return weights;
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
