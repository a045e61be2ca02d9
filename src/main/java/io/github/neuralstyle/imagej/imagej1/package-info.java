/**
 * ImageJ 1: images, selections, macro options, dialogs and results as {@code ij.ImagePlus}. Only this package,
 * {@code imagej2} and the entry points use classes of ImageJ 1.
 */
package io.github.neuralstyle.imagej.imagej1;
