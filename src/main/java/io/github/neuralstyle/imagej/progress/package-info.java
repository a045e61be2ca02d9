/**
 * Windows, tasks and status messages of a run, the live view, and stopping a run.
 */
package io.github.neuralstyle.imagej.progress;
