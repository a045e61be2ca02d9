package io.github.neuralstyle.image.io;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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

    /** The orientation noted in the file, or {@link #NORMAL} if none can be read. */
    static Orientation of(ImageReader reader) {
        try {
            return ofStandardName(standardName(reader.getImageMetadata(0)), isTiff(reader));
        } catch (IOException | RuntimeException unreadableMetadata) {
            return NORMAL;
        }
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

    private static String standardName(IIOMetadata metadata) {
        Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        NodeList nodes = root.getElementsByTagName("ImageOrientation");
        return nodes.getLength() == 0 ? "" : ((Element) nodes.item(0)).getAttribute("value");
    }

    /**
     * The names count rotations counterclockwise. The readers of JPEG and TIFF
     * disagree on the two names that both flip and rotate.
     */
    private static Orientation ofStandardName(String name, boolean tiff) {
        return switch (name) {
            case "FlipH" -> FLIP_X;
            case "Rotate180" -> ROTATE_180;
            case "FlipV" -> FLIP_Y;
            case "FlipHRotate90" -> tiff ? TRANSPOSE : TRANSVERSE;
            case "Rotate270" -> ROTATE_CLOCKWISE;
            case "FlipVRotate90" -> tiff ? TRANSVERSE : TRANSPOSE;
            case "Rotate90" -> ROTATE_COUNTERCLOCKWISE;
            default -> NORMAL;
        };
    }

    private static boolean isTiff(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif");
    }
}
