/**
 * Small helpers that know nothing of style transfer, images or TensorFlow: ranges, files, time. Nothing here
 * depends on another package of this program.
 */
package io.github.neuralstyle.util;
