package io.github.neuralstyle.image.io;

import java.util.List;
import net.imglib2.img.Img;

/**
 * What was read from a file.
 *
 * @param image upright
 * @param pixelSize of a pixel, upright; null if the file does not say
 * @param text that this program wrote into the file; empty if there is none
 * @param notes sentences about what was left out or assumed
 */
public record DecodedImage<I extends Img<?>>(I image, PixelSize pixelSize, String text, List<String> notes) {}
