package io.github.neuralstyle.image.io;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

/** How a stored image is turned upright: the eight orientations of EXIF, in its order. */
enum Orientation {
    NORMAL(false, false, false),
    FLIP_X(false, true, false),
    ROTATE_180(false, true, true),
    FLIP_Y(false, false, true),
    TRANSPOSE(true, false, false),
    ROTATE_CLOCKWISE(true, true, false),
    TRANSVERSE(true, true, true),
    ROTATE_COUNTERCLOCKWISE(true, false, true);
    private final boolean transpose, thenFlipX, thenFlipY;

    Orientation(boolean transpose, boolean thenFlipX, boolean thenFlipY) {
        this.transpose = transpose;
        this.thenFlipX = thenFlipX;
        this.thenFlipY = thenFlipY;
    }

    /** Of EXIF's and TIFF's number; {@link #NORMAL} if it is none. */
    static Orientation of(int number) {
        return number < 1 || number > values().length ? NORMAL : values()[number - 1];
    }

    /** Whether X and Y are exchanged. */
    boolean transposes() {
        return transpose;
    }

    /** Turns an (X,Y) or (X,Y,C) image; the result has X and Y exchanged where needed. */
    @SuppressWarnings("unchecked")
    <I extends Img<?>> I apply(I stored) {
        return this == NORMAL ? stored : (I) turned(stored);
    }

    @SuppressWarnings("unchecked")
    private <T extends NativeType<T>> Img<T> turned(Img<?> stored) {
        RandomAccessibleInterval<T> view = (Img<T>) stored;
        if (transpose) view = Views.permute(view, 0, 1);
        if (thenFlipX) view = Views.invertAxis(view, 0);
        if (thenFlipY) view = Views.invertAxis(view, 1);
        Img<T> upright = new ArrayImgFactory<>(view.getType()).create(view.dimensionsAsLongArray());
        ImgUtil.copy(Views.zeroMin(view), upright);
        return upright;
    }
}
