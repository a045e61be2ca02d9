/**
 * The engine as a separate process: starting, messages, progress, its end and what is reported after a crash. It
 * knows nothing of style transfer except the painter that it forwards.
 */
package io.github.neuralstyle.engine.worker;
