/**
 * The colours of stained tissue: optical density, stain vectors, and colours with the means and deviations or the stains of
 * others. Images as files and types belong to {@code image.histogram}, which calls this.
 */
package io.github.neuralstyle.image.stain;
