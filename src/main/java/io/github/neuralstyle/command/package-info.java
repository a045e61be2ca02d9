/**
 * The SciJava commands of the menu <i>Plugins &gt; Neural Style</i>. They are thin: parameters, a call, an output.
 * The names of the classes and of their parameters never change, because macros and scripts use them. Shared code
 * belongs to {@code imagej}.
 */
package io.github.neuralstyle.command;
