package io.github.neuralstyle.image.io;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/** Puts {@link ImageNotes} into what ImageIO writes. */
final class ImageMetadataWriter {

    private static final String PNG = "javax_imageio_png_1.0", JPEG = "javax_imageio_jpeg_image_1.0";
    private static final int MAX_DENSITY = 0xffff;
    private static final double MAX_PNG_DENSITY = Integer.MAX_VALUE, CENTIMETRES = 100;

    private ImageMetadataWriter() {}

    /** The metadata for an image; null for the writer's own. */
    static IIOMetadata of(
            ImageWriter writer,
            ImageTypeSpecifier type,
            ImageWriteParam param,
            ImageEncoder.Format format,
            ImageNotes notes)
            throws IIOInvalidTreeException {
        if (notes.equals(ImageNotes.NONE) || format == ImageEncoder.Format.BMP) return null;
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, param);
        switch (format) {
            case PNG -> metadata.mergeTree(PNG, png(notes));
            case JPEG -> jpeg(metadata, notes);
            default -> metadata = tiff(metadata, notes);
        }
        return metadata;
    }

    private static IIOMetadataNode png(ImageNotes notes) {
        IIOMetadataNode root = new IIOMetadataNode(PNG);
        PixelSize size = notes.pixelSize();
        if (size != null && Math.max(1 / size.width(), 1 / size.height()) / size.metres() < MAX_PNG_DENSITY) {
            IIOMetadataNode density = new IIOMetadataNode("pHYs");
            density.setAttribute("pixelsPerUnitXAxis", Long.toString(Math.round(1 / size.width() / size.metres())));
            density.setAttribute("pixelsPerUnitYAxis", Long.toString(Math.round(1 / size.height() / size.metres())));
            density.setAttribute("unitSpecifier", "meter");
            root.appendChild(density);
        }
        if (!notes.text().isEmpty()) {
            IIOMetadataNode texts = new IIOMetadataNode("tEXt"), text = new IIOMetadataNode("tEXtEntry");
            text.setAttribute("keyword", ImageNotes.KEY);
            text.setAttribute("value", notes.text());
            texts.appendChild(text);
            root.appendChild(texts);
        }
        return root;
    }

    private static void jpeg(IIOMetadata metadata, ImageNotes notes) throws IIOInvalidTreeException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(JPEG);
        PixelSize size = notes.pixelSize();
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        if (size != null && jfif != null) {
            boolean inches = size.unit().equals(PixelSize.INCH);
            double unit = inches ? 1 : size.metres() * CENTIMETRES;
            long x = Math.round(1 / size.width() / unit), y = Math.round(1 / size.height() / unit);
            if (x > 0 && y > 0 && Math.max(x, y) <= MAX_DENSITY) {
                jfif.setAttribute("resUnits", inches ? "1" : "2");
                jfif.setAttribute("Xdensity", Long.toString(x));
                jfif.setAttribute("Ydensity", Long.toString(y));
            }
        }
        if (!notes.text().isEmpty()) {
            IIOMetadataNode comment = new IIOMetadataNode("com");
            comment.setUserObject(line(notes).getBytes(StandardCharsets.US_ASCII));
            IIOMetadataNode sequence = (IIOMetadataNode)
                    root.getElementsByTagName("markerSequence").item(0);
            sequence.insertBefore(comment, sequence.getFirstChild());
        }
        metadata.setFromTree(JPEG, root);
    }

    private static IIOMetadata tiff(IIOMetadata metadata, ImageNotes notes) throws IIOInvalidTreeException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        PixelSize size = notes.pixelSize();
        StringBuilder description = new StringBuilder();
        if (size != null) {
            directory.addTIFFField(quotient(BaselineTIFFTagSet.TAG_X_RESOLUTION, 1 / size.width()));
            directory.addTIFFField(quotient(BaselineTIFFTagSet.TAG_Y_RESOLUTION, 1 / size.height()));
            int unit = !size.isPaper()
                    ? BaselineTIFFTagSet.RESOLUTION_UNIT_NONE
                    : size.unit().equals(PixelSize.INCH)
                            ? BaselineTIFFTagSet.RESOLUTION_UNIT_INCH
                            : BaselineTIFFTagSet.RESOLUTION_UNIT_CENTIMETER;
            directory.addTIFFField(new TIFFField(tag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), unit));
            if (!size.isPaper())
                description
                        .append("ImageJ=1.54p\nunit=")
                        .append(escaped(size.unit()))
                        .append('\n');
        }
        if (!notes.text().isEmpty()) description.append(line(notes));
        if (description.length() > 0)
            directory.addTIFFField(
                    new TIFFField(tag(BaselineTIFFTagSet.TAG_IMAGE_DESCRIPTION), TIFFTag.TIFF_ASCII, 1, new String[] {
                        description.toString()
                    }));
        return directory.getAsMetadata();
    }

    private static TIFFField quotient(int number, double value) {
        long denominator = value < 1000 ? 1_000_000 : value < 1e6 ? 1000 : 1;
        if (value == Math.rint(value)) denominator = 1;
        long[][] quotient = {{Math.round(value * denominator), denominator}};
        return new TIFFField(tag(number), TIFFTag.TIFF_RATIONAL, 1, quotient);
    }

    private static TIFFTag tag(int number) {
        return BaselineTIFFTagSet.getInstance().getTag(number);
    }

    private static String line(ImageNotes notes) {
        return ImageNotes.KEY + "=" + notes.text() + "\n";
    }

    /** As ImageJ writes letters that ASCII does not have. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray())
            escaped.append(letter < 128 ? String.valueOf(letter) : String.format(Locale.ROOT, "\\u%04X", (int) letter));
        return escaped.toString();
    }
}
