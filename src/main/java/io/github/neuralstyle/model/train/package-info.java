/**
 * Training of a network on folders of images, its normalization and model card.
 */
package io.github.neuralstyle.model.train;
