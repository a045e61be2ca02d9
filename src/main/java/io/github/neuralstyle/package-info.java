/**
 * The public API: style transfer of pictures ({@link io.github.neuralstyle.StyleTransfer}) and stacks ({@link
 * io.github.neuralstyle.StackTransfer}), feature visualization, and their settings. What only serves these belongs
 * to {@code transfer} or below. Nothing here knows SciJava, ImageJ or the command line.
 */
package io.github.neuralstyle;
