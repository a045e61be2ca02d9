/**
 * The dialog of our commands, the same in ImageJ 1 and in Fiji, and the pages of its help. Knows what is open in ImageJ by
 * {@code imagej1} alone.
 */
package io.github.neuralstyle.imagej.dialog;
