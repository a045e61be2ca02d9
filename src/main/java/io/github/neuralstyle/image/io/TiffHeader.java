package io.github.neuralstyle.image.io;

import io.github.neuralstyle.image.io.tiff.TiffDirectory;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.stream.ImageInputStream;

/** The header of TIFF files, with what ImageJ writes into the description, and of EXIF. */
final class TiffHeader {

    private static final int NO_UNIT = 1, INCHES = 2;
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private TiffHeader() {}

    static ImageHeader read(ImageInputStream in) throws IOException {
        TiffDirectory page = TiffDirectory.first(in);
        String description = page.text(TiffDirectory.DESCRIPTION);
        String images = property(description, "images");
        int pages = images.matches("\\d{1,9}") ? Integer.parseInt(images) : 1;
        return new ImageHeader(
                orientation(page),
                pixelSize(page, description),
                null,
                Math.max(pages, page.pages()),
                ImageHeader.ownText(description));
    }

    static Orientation orientation(TiffDirectory page) throws IOException {
        return Orientation.of((int) page.number(TiffDirectory.ORIENTATION, 1));
    }

    /** Null if the resolution has no unit. */
    static PixelSize pixelSize(TiffDirectory page, String description) throws IOException {
        double x = page.quotient(TiffDirectory.X_RESOLUTION), y = page.quotient(TiffDirectory.Y_RESOLUTION);
        String unit = property(description, "unit");
        if (!unit.isEmpty()) return PixelSize.of(x, y, unescape(unit));
        long tag = page.number(TiffDirectory.RESOLUTION_UNIT, INCHES);
        if (tag == NO_UNIT) return null;
        return PixelSize.of(x, y, tag == INCHES ? PixelSize.INCH : PixelSize.CENTIMETRE);
    }

    private static String property(String description, String key) {
        if (!description.startsWith("ImageJ=")) return "";
        return description
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
