/**
 * Feature networks as TensorFlow SavedModels: loading, the store of installed networks, the VGG architecture,
 * TensorFlow's devices and messages. Weight files, installation and training have packages of their own.
 */
package io.github.neuralstyle.model;
