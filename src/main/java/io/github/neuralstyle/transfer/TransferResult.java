package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.io.Serializable;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A finished picture.
 *
 * @param steps how many were made, over all scales
 * @param stopped whether it was stopped before its end
 */
public record TransferResult(Pixels picture, int steps, boolean stopped) implements Serializable {

    /** The picture as (X,Y,3), sRGB 0..255. */
    public Img<FloatType> image() {
        return Images.fromPixels(picture.values(), picture.width(), picture.height());
    }
}
