package io.github.neuralstyle.finish;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;

/**
 * An image that patches are taken from.
 *
 * @param image at its full resolution
 * @param allowed only patches wholly inside are used, of the image's size; null for the whole image
 * @param weight by which its share of the picture is in proportion to those of the other styles, greater than 0
 */
public record PatchStyle(RowImage image, Mask allowed, double weight) {

    /** @throws IllegalArgumentException if the weight is not greater than 0 or the mask is of another size */
    public PatchStyle {
        if (!(weight > 0) || Double.isInfinite(weight))
            throw new IllegalArgumentException(
                    "The weight of a style is " + weight + "; it must be a number greater than 0.");
        if (allowed != null && (allowed.width() != image.width() || allowed.height() != image.height()))
            throw new IllegalArgumentException("The mask of a style has " + allowed.width() + "x" + allowed.height()
                    + " pixels; it must have the " + image.width() + "x" + image.height() + " of the style.");
    }

    /** A whole image in memory. */
    public static PatchStyle of(Pixels image) {
        return new PatchStyle(RowImage.of(image), null, 1);
    }
}
