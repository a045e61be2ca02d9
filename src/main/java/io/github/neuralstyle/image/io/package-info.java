/**
 * Reading and writing image files: formats, bit depths, alpha, orientation, and errors for files that cannot be
 * used.
 */
package io.github.neuralstyle.image.io;
