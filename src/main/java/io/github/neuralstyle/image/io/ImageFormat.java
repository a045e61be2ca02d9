package io.github.neuralstyle.image.io;

import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The formats in which results are written, chosen by the extension. */
public enum ImageFormat {
    PNG,
    JPEG,
    TIFF,
    BMP;

    /** @throws IOException naming the legal extensions, if it is none of them */
    public static ImageFormat of(Path output) throws IOException {
        String name = output.toString().toLowerCase(Locale.ROOT);
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png":
                return PNG;
            case "jpg":
            case "jpeg":
                return JPEG;
            case "tif":
            case "tiff":
                return TIFF;
            case "bmp":
                return BMP;
            default:
                throw new IOException(
                        "Cannot write " + output + ": its name must end in .png, .jpg, .jpeg, .tif, .tiff or .bmp.");
        }
    }

    /** @throws IOException naming those that can, if this format cannot hold samples of a type of {@link DataBuffer} */
    void requireDepth(int dataType, Path output) throws IOException {
        if (dataType == DataBuffer.TYPE_FLOAT && this != TIFF) {
            throw new IOException("Cannot write " + output + ": " + this
                    + " cannot hold 32-bit float values; choose a name that ends in .tif.");
        }
        if (dataType == DataBuffer.TYPE_USHORT && this != TIFF && this != PNG) {
            throw new IOException("Cannot write " + output + ": " + this
                    + " cannot hold 16-bit values; choose a name that ends in .png or .tif.");
        }
    }
}
