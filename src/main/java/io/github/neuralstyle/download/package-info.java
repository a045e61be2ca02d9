/**
 * Verified downloads that resume after interruptions. It knows addresses, checksums and files, but not what is
 * downloaded; networks belong to {@code model.install}, engines to {@code engine.install}.
 */
package io.github.neuralstyle.download;
