/**
 * Histogram matching of images, exact by rank or binned, of luminance, channels or principal axes. Matching of
 * network features is a loss and belongs to {@code loss}.
 */
package io.github.neuralstyle.image.histogram;
