/**
 * Images in memory: RGB pixels, masks, hyperstacks with their axes, intensity mappings, resampling and colour
 * transfer. Values are 0..255 unless stated otherwise. Files belong to {@code image.io}, except {@link
 * io.github.neuralstyle.image.ImageFiles}, whose name scripts use.
 */
package io.github.neuralstyle.image;
