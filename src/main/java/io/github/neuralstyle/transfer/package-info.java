/**
 * The computation of one picture: the state and schedule of its steps, the best iterate, style colours, the memory
 * it needs, and the log of a run. What users call belongs to the root package; losses and optimizers have packages
 * of their own.
 */
package io.github.neuralstyle.transfer;
