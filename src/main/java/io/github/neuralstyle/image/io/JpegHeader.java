package io.github.neuralstyle.image.io;

import io.github.neuralstyle.image.io.tiff.TiffDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/** The segments of a JPEG file before its image: JFIF, EXIF and comments. */
final class JpegHeader {

    private static final int JFIF = 0xffe0,
            EXIF = 0xffe1,
            COMMENT = 0xfffe,
            IMAGE = 0xffda,
            DPI = 1,
            PER_CENTIMETRE = 2;
    private static final int EXIF_START = 6;

    private JpegHeader() {}

    static ImageHeader read(ImageInputStream in) throws IOException {
        Orientation orientation = Orientation.NORMAL;
        PixelSize size = null;
        String text = "";
        in.seek(2);
        for (int marker = marker(in); marker != IMAGE; marker = marker(in)) {
            byte[] data = new byte[Math.max(0, in.readUnsignedShort() - 2)];
            in.readFully(data);
            if (marker == JFIF && starts(data, "JFIF\0")) size = jfif(data);
            if (marker == COMMENT && text.isEmpty())
                text = ImageHeader.ownText(new String(data, StandardCharsets.UTF_8));
            if (marker == EXIF && starts(data, "Exif\0")) {
                TiffDirectory exif = TiffDirectory.ofExif(Arrays.copyOfRange(data, EXIF_START, data.length));
                orientation = TiffHeader.orientation(exif);
                if (size == null) size = TiffHeader.pixelSize(exif, "");
            }
        }
        return new ImageHeader(orientation, size, null, 1, text);
    }

    /** Any number of bytes 255 may stand before a marker. */
    private static int marker(ImageInputStream in) throws IOException {
        int high = in.readUnsignedByte(), low = in.readUnsignedByte();
        if (high != 0xff) throw new IOException("no marker");
        while (low == 0xff) low = in.readUnsignedByte();
        return high << 8 | low;
    }

    private static PixelSize jfif(byte[] data) {
        ByteBuffer density = ByteBuffer.wrap(data, 7, 5);
        int unit = density.get(), x = density.getShort() & 0xffff, y = density.getShort() & 0xffff;
        if (unit != DPI && unit != PER_CENTIMETRE) return null;
        return PixelSize.of(x, y, unit == DPI ? PixelSize.INCH : PixelSize.CENTIMETRE);
    }

    private static boolean starts(byte[] data, String text) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        return data.length > start.length && Arrays.equals(data, 0, start.length, start, 0, start.length);
    }
}
