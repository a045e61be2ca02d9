/**
 * The interface between ImageJ and the computation: {@link io.github.neuralstyle.engine.Engine} runs jobs, in this
 * process or in another one. Everything that needs TensorFlow within ImageJ goes through it.
 */
package io.github.neuralstyle.engine;
