/**
 * The command line {@code neural-style}: one class for each subcommand, progress and error messages on the
 * terminal. Subcommands only read options, call the API and write files.
 */
package io.github.neuralstyle.cli;
