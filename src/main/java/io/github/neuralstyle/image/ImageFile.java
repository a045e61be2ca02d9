package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.PixelSize;
import java.util.List;

/**
 * A file that was read.
 *
 * @param pixels upright
 * @param pixelSize the size of a pixel; null if the file does not say
 * @param notes sentences about what was left out or assumed
 */
public record ImageFile(Pixels pixels, PixelSize pixelSize, List<String> notes) {}
