/**
 * Readers of weight files: HDF5, safetensors, PyTorch and TensorFlow. They only read tensors; nothing in a file is
 * executed. What a network does with them belongs to {@code model}.
 */
package io.github.neuralstyle.model.weights;
