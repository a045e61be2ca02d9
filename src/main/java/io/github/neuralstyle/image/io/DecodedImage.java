package io.github.neuralstyle.image.io;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param image upright
 * @param pixelSize of a pixel, upright; null if the file does not say
 * @param pages how many images the file has, of which the first was read
 * @param notes sentences about what was left out or assumed
 */
public record DecodedImage<I>(I image, PixelSize pixelSize, int pages, List<String> notes) {}
