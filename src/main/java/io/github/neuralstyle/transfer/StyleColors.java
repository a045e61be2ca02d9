package io.github.neuralstyle.transfer;

import Jama.Matrix;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.Pixels;

/** The colours of the picture: between those of the content and those of the styles, depending on the strength. */
public final class StyleColors {

    /** The minimum part of a step that goes to colours which the style lacks, relative to its most frequent ones. */
    private static final double OTHER_COLORS = 0.02;

    private final ColorStatistics palette;

    /** How far colours move from the content's to the style's, from 0 to 1. */
    private final double recoloring;

    private final Matrix preconditioner;

    /** @param strength of the style, from 0 to 1 */
    public StyleColors(Styles styles, double strength) {
        palette = ColorStatistics.of(styles.images(), styles.parts(), styles.proportions());
        recoloring = Math.min(1, 2 * strength);
        Matrix covariance = palette.covariance();
        preconditioner = covariance
                .times(3 * recoloring / covariance.trace())
                .plus(Matrix.identity(3, 3).times(Math.max(OTHER_COLORS, 1 - recoloring)));
    }

    /** The image with its mean colour and colour covariance moved to those of the styles. */
    public Pixels recolor(Pixels image) {
        return ColorStatistics.match(image, palette, recoloring);
    }

    /** The colours that a picture is to have. @param start the content, {@link #recolor recoloured} */
    ColorStatistics goal(Pixels start) {
        return recoloring == 1 ? palette : ColorStatistics.of(start);
    }

    /** Turns a gradient (height, width, 3) towards the colours of the picture; Adam alone would move along all equally. */
    public void precondition(float[] gradient) {
        ColorStatistics.multiply(preconditioner, gradient);
    }
}
