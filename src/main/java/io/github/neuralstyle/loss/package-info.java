/**
 * The losses, their configuration ({@link io.github.neuralstyle.loss.LossConfig}) and registry ({@link
 * io.github.neuralstyle.loss.Losses}), and the TensorFlow graph that evaluates their weighted sum and its
 * gradient. A new loss is one class here and one line in the registry. Optimizers belong to {@code optimize}.
 */
package io.github.neuralstyle.loss;
