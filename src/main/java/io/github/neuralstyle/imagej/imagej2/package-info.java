/**
 * ImageJ2: Datasets, the active image, macros and outputs. All reflection towards ImageJ2 is here, because its
 * classes are not on the class path of a plain ImageJ.
 */
package io.github.neuralstyle.imagej.imagej2;
