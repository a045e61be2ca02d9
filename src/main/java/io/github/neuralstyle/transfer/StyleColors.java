package io.github.neuralstyle.transfer;

import Jama.Matrix;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.optimize.Objective;

/** The colours that a picture is to have: those of the styles, the more the higher the strength. */
public final class StyleColors {

    /** How much of a step goes, at the least, to colours that the style has not, relative to those it has most. */
    private static final double OTHER_COLORS = 0.02;

    private final ColorStatistics palette;

    /** How far colours go from the content's to the style's, from 0 to 1. */
    private final double recoloring;

    public StyleColors(Styles styles, double strength) {
        palette = ColorStatistics.of(styles.images(), styles.parts(), styles.proportions());
        recoloring = Math.min(1, 2 * strength);
    }

    public Pixels recolor(Pixels image) {
        return ColorStatistics.match(image, palette, recoloring);
    }

    /** With the gradient turned towards the colours that the picture is to have; Adam would take a step in any. */
    public Objective along(Objective losses) {
        Matrix covariance = palette.covariance();
        Matrix colors = covariance
                .times(3 * recoloring / covariance.trace())
                .plus(Matrix.identity(3, 3).times(Math.max(OTHER_COLORS, 1 - recoloring)));
        return (x, gradient) -> {
            double value = losses.evaluate(x, gradient);
            ColorStatistics.multiply(colors, gradient);
            return value;
        };
    }
}
