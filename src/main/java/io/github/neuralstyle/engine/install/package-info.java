/**
 * The engine's folder: where it is, what it contains, its installation from a zip file or an address, its
 * verification, and the platforms that it supports. It starts no process.
 */
package io.github.neuralstyle.engine.install;
