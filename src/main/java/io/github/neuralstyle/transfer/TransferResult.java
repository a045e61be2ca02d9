package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.FinishResult;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.io.Serializable;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A finished picture.
 *
 * @param network the picture before the finish, the same without one
 * @param finish where the finish has taken each pixel from; null without one, and if no picture continues this one
 * @param steps how many were made, over all scales
 * @param stopped whether it was stopped before its end
 */
public record TransferResult(Pixels picture, Pixels network, FinishResult finish, int steps, boolean stopped)
        implements Serializable {

    /** A picture without a finish. */
    public TransferResult(Pixels picture, int steps, boolean stopped) {
        this(picture, picture, null, steps, stopped);
    }

    /** The picture as (X,Y,3), sRGB 0..255. */
    public Img<FloatType> image() {
        return Images.fromPixels(picture.values(), picture.width(), picture.height());
    }
}
