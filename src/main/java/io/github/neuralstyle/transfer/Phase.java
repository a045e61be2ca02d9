package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Pyramid.Size;

/**
 * Some steps of an optimisation at a scale.
 *
 * @param size of the picture at this scale
 * @param last whether it is the last phase, in which each layer has its own nearest neighbours
 */
public record Phase(Size size, int steps, boolean last) {}
