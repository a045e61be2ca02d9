/**
 * Importing and downloading published networks, their licences, model cards, checksums and known answers. File
 * formats belong to {@code model.weights}, transfers of bytes to {@code download}.
 */
package io.github.neuralstyle.model.install;
