/**
 * Optimizers of a function of many variables within a box: Adam and L-BFGS. They know nothing of images, losses or
 * TensorFlow.
 */
package io.github.neuralstyle.optimize;
