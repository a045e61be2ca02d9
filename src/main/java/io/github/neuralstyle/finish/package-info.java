/**
 * Finishing a picture with the pixels of its styles by patch search, from coarse to fine and in bands of rows. It works on
 * pixels only: features and losses belong to {@code model} and {@code loss}.
 */
package io.github.neuralstyle.finish;
