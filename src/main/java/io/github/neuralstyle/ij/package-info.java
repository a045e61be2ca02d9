/**
 * The entry point for ImageJ 1 without SciJava, {@link io.github.neuralstyle.ij.Adapter}. Its name never changes,
 * because macros and the menu use it. All other code for ImageJ 1 belongs to {@code imagej.imagej1}.
 */
package io.github.neuralstyle.ij;
