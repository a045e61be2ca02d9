/**
 * Textures by patches: blocks of examples laid side by side at a coarse size, then patches that go on from their
 * neighbours, from coarse to fine. It works on pixels only, without a network.
 */
package io.github.neuralstyle.texture;
