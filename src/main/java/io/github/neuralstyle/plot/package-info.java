/**
 * Plots and figures of losses, activations and histograms. Nothing is computed here that is not drawn.
 */
package io.github.neuralstyle.plot;
