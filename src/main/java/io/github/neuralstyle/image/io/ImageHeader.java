package io.github.neuralstyle.image.io;

import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Locale;
import javax.imageio.stream.ImageInputStream;

/**
 * What a file says besides its pixels.
 *
 * @param orientation how the stored image is turned upright
 * @param pixelSize null if it is not known
 * @param profile of the colours of a PNG file; null for sRGB
 * @param pages how many images there are, according to the header
 * @param text that this program wrote; empty if there is none
 */
record ImageHeader(Orientation orientation, PixelSize pixelSize, ICC_Profile profile, int pages, String text) {

    private static final ImageHeader PLAIN = new ImageHeader(Orientation.NORMAL, null, null, 1, "");

    /** Metadata that cannot be read are taken as absent. The stream is left at the start. */
    static ImageHeader of(ImageInputStream in, String format) throws IOException {
        try {
            in.seek(0);
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            return switch (format.toLowerCase(Locale.ROOT)) {
                case "png" -> PngHeader.read(in);
                case "jpeg", "jpg" -> JpegHeader.read(in);
                case "tiff", "tif", "bigtiff" -> TiffHeader.read(in);
                case "bmp" -> bmp(in);
                default -> PLAIN;
            };
        } catch (IOException | RuntimeException unreadable) {
            return PLAIN;
        } finally {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            in.seek(0);
        }
    }

    private static ImageHeader bmp(ImageInputStream in) throws IOException {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(14);
        if (in.readInt() < 40) return PLAIN;
        in.seek(38);
        return new ImageHeader(
                Orientation.NORMAL,
                PixelSize.of(in.readInt() / 100.0, in.readInt() / 100.0, PixelSize.CENTIMETRE),
                null,
                1,
                "");
    }

    /** The line of this program in a comment; empty if there is none. */
    static String ownText(String comment) {
        return comment.lines()
                .filter(line -> line.startsWith(ImageNotes.KEY + "="))
                .map(line -> line.substring(ImageNotes.KEY.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
