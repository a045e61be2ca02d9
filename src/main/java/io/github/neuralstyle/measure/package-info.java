/**
 * Measures of finished pictures: distances from content and style, noise and borders. Losses that are optimized
 * belong to {@code loss}.
 */
package io.github.neuralstyle.measure;
